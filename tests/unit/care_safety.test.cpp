#include <algorithm>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

const Ids all_lines{"no-driving",      "no-alcohol",     "no-decisions", "no-hazards",
                    "no-caring-alone", "no-sleep-pills", "stand-slowly", "door-phone"};

Ids ids_of(const List<ShownSafetyLine, 8>& lines) {
  Ids ids;
  for (const ShownSafetyLine& line : lines) ids.emplace_back(line.id);
  return ids;
}

Ids lines(const Patient& patient) { return ids_of(safety_lines_for(patient.facts())); }

bool says(const Patient& patient, std::string_view line) { return contains(lines(patient), line); }

Ids net(const ClinicConfig& config, Level level = Level::Expected) {
  Ids ids;
  for (const SafetyNetLine& line : safety_net_for(level, config)) ids.emplace_back(line.id);
  return ids;
}

}  // namespace

TEST_CASE("The first day's safety lines are over only after 24 hours, slept and alert", "[care][safety]") {
  CHECK(lines(calm()).empty());
  CHECK(lines(calm().just_under(24)) == all_lines);
  CHECK(lines(calm().hours(24)).empty());
  for (const std::string_view slept : {"no", "unsure"}) CHECK(lines(calm().with("slept", slept)) == all_lines);
  CHECK(lines(calm().without("slept")) == all_lines);
  for (const std::string_view alertness : {"drowsy", "unsure", "cannot-stay-awake", "not-checked"})
    CHECK(lines(calm().with("alertness", alertness)) == all_lines);
  CHECK(lines(calm().without("alertness")) == all_lines);
  CHECK(lines(time_unknown()) == all_lines);
  CHECK(lines(calm().without("session-ended")) == all_lines);
  CHECK(lines(nobody()) == all_lines);
}

TEST_CASE("From 96 hours on sleep is not asked, and counts as slept", "[care][safety]") {
  CHECK(lines(calm().with("slept", "no").just_under(96)) == all_lines);
  CHECK(lines(calm().with("slept", "no").hours(96)).empty());
  CHECK(lines(calm().with("alertness", "drowsy").hours(96)) == all_lines);
}

TEST_CASE("Without a session there is nothing to sleep off", "[care][safety]") {
  CHECK(lines(no_session_yet()).empty());
  CHECK(lines(no_session_yet().with("alertness", "drowsy")).empty());
}

TEST_CASE("A clinic may lengthen the time without driving and without alcohol", "[care][safety]") {
  for (const int hours : {24, 25, 72}) {
    const Patient patient = calm().setting(Setting::NoDrivingHours, hours);
    CHECK(says(patient.just_under(hours), "no-driving"));
    CHECK_FALSE(says(patient.hours(hours), "no-driving"));
  }
  for (const int hours : {24, 48, 168}) {
    const Patient patient = calm().setting(Setting::NoAlcoholHours, hours);
    CHECK(says(patient.just_under(hours), "no-alcohol"));
    CHECK_FALSE(says(patient.hours(hours), "no-alcohol"));
  }
  CHECK(lines(calm().setting(Setting::NoDrivingHours, 72)) == Ids{"no-driving"});
  CHECK(lines(calm().setting(Setting::NoAlcoholHours, 168)) == Ids{"no-alcohol"});
}

TEST_CASE("The other lines end at 24 hours whatever a clinic sets", "[care][safety]") {
  const Patient patient = calm().setting(Setting::TreatmentDayHours, 12).setting(Setting::DissociationHours, 12);
  CHECK(lines(patient.just_under(24)) == all_lines);
  CHECK(lines(patient.hours(24)).empty());
}

TEST_CASE("A result carries its safety lines", "[care][safety]") {
  CHECK(ids_of(first_afternoon().assess().safety) == all_lines);
  CHECK(all_safety_lines().size() == all_lines.size());
}

TEST_CASE("The medicines text is for those who ticked one", "[care][medicines]") {
  CHECK_FALSE(calm().assess().medicines);
  for (const AnswerOption& option : options::taken_today) {
    INFO(option.id);
    const bool medicine = option.id != "none" && option.id != "alcohol" && option.id != "cannabis";
    CHECK(calm().with("taken-today", {option.id}).assess().medicines == medicine);
  }
  for (const std::string_view change : {"new-medicine", "stopped-medicine", "stopped-sedative"})
    CHECK(calm().with("medicine-changes", {change}).assess().medicines);
  CHECK_FALSE(calm().without("taken-today").without("medicine-changes").assess().medicines);
}

TEST_CASE("What may add to tiredness is told below crisis", "[care][contributors]") {
  CHECK(all_contributors().size() == 6);
  CHECK(calm().assess().contributors);
  CHECK(calm().with("body-symptoms", {"leg"}).assess().contributors);
  CHECK_FALSE(calm().with("self-harm", "thoughts").assess().contributors);
  CHECK_FALSE(calm().with("danger-signs", {"chest"}).assess().contributors);
}

TEST_CASE("The safety net has 911 with the danger signs, 988, the clinic, and what to do when it gets worse",
          "[care][net]") {
  ClinicConfig config;
  CHECK(net(config) == Ids{"emergency", "crisis", "clinic-no-phone", "changes"});
  REQUIRE(config.set(ClinicText::Hours, "9 to 5"));
  CHECK(net(config) == Ids{"emergency", "crisis", "clinic-no-phone", "changes"});
  REQUIRE(config.set(ClinicText::Phone, "555-0100"));
  CHECK(net(config) == Ids{"emergency", "crisis", "clinic-hours", "changes"});
  ClinicConfig phone_only;
  REQUIRE(phone_only.set(ClinicText::Phone, "555-0100"));
  CHECK(net(phone_only) == Ids{"emergency", "crisis", "clinic", "changes"});
  const auto dials = safety_net_for(Level::Soon, phone_only);
  CHECK(dials[0].dial == Dial::EmergencyLine);
  CHECK(dials[1].dial == Dial::CrisisLine);
  CHECK(dials[2].dial == Dial::Clinic);
  std::set<std::string_view> known(all_safety_net_ids().begin(), all_safety_net_ids().end());
  for (const std::string& id : net(config)) CHECK(known.contains(id));
  for (const std::string& id : net(phone_only)) CHECK(known.contains(id));
}

TEST_CASE("Nobody is told to call sooner than now or today; what gets worse fast is for 911", "[care][net]") {
  const ClinicConfig config;
  CHECK(net(config, Level::Expected).back() == "changes");
  CHECK(net(config, Level::Soon).back() == "sooner");
  for (const Level level : {Level::SameDay, Level::Urgent}) CHECK(net(config, level).back() == "worse-fast");
}

TEST_CASE("A closed clinic's other line stands where no action always names it", "[care][net]") {
  ClinicConfig config;
  REQUIRE(config.set(ClinicText::OnCallPhone, "555-0199"));
  for (const Level level : {Level::Expected, Level::Soon}) {
    CHECK(contains(net(config, level), "on-call"));
    CHECK(safety_net_for(level, config)[3].dial == Dial::OnCall);
  }
  for (const Level level : {Level::SameDay, Level::Urgent, Level::Crisis, Level::Emergency})
    CHECK_FALSE(contains(net(config, level), "on-call"));
}

TEST_CASE("Who has to call now is not told when to call", "[care][net]") {
  ClinicConfig config;
  REQUIRE(config.set(ClinicText::Phone, "555-0100"));
  REQUIRE(config.set(ClinicText::Hours, "9 to 5"));
  for (const Level level : {Level::Urgent, Level::SameDay, Level::Soon, Level::Expected})
    CHECK(net(config, level).size() == 4);
  for (const Level level : {Level::Emergency, Level::Crisis}) CHECK(net(config, level).empty());
  const std::string_view now = "2026-11-22T16:10:00-05:00";
  CHECK(calm().with("body-symptoms", {"leg"}).at(now).assess().recheck_at.size() == 1);
  CHECK(calm().with("danger-signs", {"chest"}).at(now).assess().recheck_at.empty());
  CHECK(calm().with("self-harm", "thoughts").at(now).assess().recheck_at.empty());
}

TEST_CASE("The call to action is the clinic's consultation", "[care][cta]") {
  ClinicConfig nothing;
  ClinicConfig phone;
  ClinicConfig booking;
  ClinicConfig both;
  REQUIRE(phone.set(ClinicText::Phone, "555-0100"));
  REQUIRE(booking.set(ClinicText::BookingUrl, "https://clinic.example/book"));
  REQUIRE(both.set(ClinicText::Phone, "555-0100"));
  REQUIRE(both.set(ClinicText::BookingUrl, "https://clinic.example/book"));
  for (const Level level : {Level::Expected, Level::Soon, Level::SameDay}) {
    CHECK(call_to_action_for(level, nothing).id == "usual-contact");
    CHECK_FALSE(call_to_action_for(level, nothing).has_button);
    CHECK(call_to_action_for(level, nothing).dial == Dial::Nobody);
    // Where the clinic is to be called anyway, there is no second button and no second reason.
    const bool calls_anyway = level > Level::Expected;
    CHECK(call_to_action_for(level, phone).id == (calls_anyway ? "same-call" : "call"));
    CHECK(call_to_action_for(level, phone).dial == (calls_anyway ? Dial::Nobody : Dial::Clinic));
    CHECK(call_to_action_for(level, phone).has_button != calls_anyway);
    CHECK_FALSE(call_to_action_for(level, phone).books_online);
    for (const ClinicConfig& config : {booking, both}) {
      CHECK(call_to_action_for(level, config).id == "book-online");
      CHECK(call_to_action_for(level, config).books_online);
      CHECK(call_to_action_for(level, config).has_button);
    }
  }
}

TEST_CASE("On urgent levels the clinic is told once safe, with no marketing", "[care][cta]") {
  ClinicConfig config;
  REQUIRE(config.set(ClinicText::BookingUrl, "https://clinic.example/book"));
  for (const Level level : {Level::Urgent, Level::Crisis, Level::Emergency}) {
    CHECK(call_to_action_for(level, config).id == "once-safe");
    CHECK_FALSE(call_to_action_for(level, config).books_online);
    CHECK_FALSE(call_to_action_for(level, config).has_button);
  }
  REQUIRE(config.set(ClinicText::Phone, "555-0100"));
  for (const Level level : {Level::Urgent, Level::Crisis, Level::Emergency}) {
    CHECK(call_to_action_for(level, config).id == "once-safe-call");
    CHECK(call_to_action_for(level, config).dial == Dial::Clinic);
    CHECK_FALSE(call_to_action_for(level, config).books_online);
    CHECK(call_to_action_for(level, config).has_button);
  }
}

}  // namespace tiredness::test
