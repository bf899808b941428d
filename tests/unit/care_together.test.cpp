#include "tiredness/together.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "checks.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

const LineAsks* asks_of(std::string_view id) {
  const auto all = all_line_asks();
  const auto found = std::find_if(all.begin(), all.end(), [&](const LineAsks& line) { return line.id == id; });
  return found == all.end() ? nullptr : &*found;
}

/// All lines of a result that ask for something, by the ids of the table.
std::vector<std::string> lines_of_result(const Assessment& result, const Patient& patient,
                                         const std::optional<Opening>& opening) {
  const Level level = result.disposition.level;
  std::vector<std::string> ids =
      ids_of(actions_for(level, patient.facts(), level <= Level::SameDay ? opening : std::nullopt));
  for (const SafetyNetLine& line : safety_net_for(level, patient.config()))
    ids.push_back("net." + std::string(line.id));
  ids.push_back("cta." + std::string(call_to_action_for(level, patient.config()).id));
  if (!result.advice.empty()) ids.emplace_back("tips");
  if (!result.recheck_at.empty()) ids.emplace_back("recheck");
  return ids;
}

/// Everything that brings an action with it, on somebody at each level.
std::vector<Patient> everybody() {
  std::vector<Patient> people;
  for (const std::string_view who : {"self", "helper"})
    for (const std::string_view self_harm : {"no", "thoughts", "plan", "decline"})
      for (const std::string_view danger :
           {"none", "chest", "others-ill", "low-sugar-not-better", "cannot-wake", "fainted"})
        for (const std::string_view body : {"none", "low-sugar", "urinary", "other"})
          for (const std::string_view alertness : {"awake", "drowsy", "not-checked"})
            for (const std::string_view taken : {"none", "opioid", "unknown-pills"}) {
              if (who == "self" && alertness == "not-checked") continue;
              people.push_back(first_afternoon()
                                   .at("2026-11-22T16:10:00-05:00")
                                   .with("who", who)
                                   .with("age", "under-18")
                                   .with("self-harm", self_harm)
                                   .with("danger-signs", {danger})
                                   .with("body-symptoms", {body})
                                   .with("alertness", alertness)
                                   .with("taken-today", {taken})
                                   .with("company", "alone")
                                   .with("setting", "home")
                                   .with("dose-as-planned", "more"));
              people.push_back(people.back().with("dose-as-planned", "planned"));
              people.push_back(people.back().with("age", "18-64").with("before-session", "yes"));
            }
  // Not sure whether there was a seizure, and low sugar: nothing by mouth, and no emergency.
  people.push_back(
      calm().with("danger-signs", {"unsure"}).with("unsure-signs", {"seizure"}).with("body-symptoms", {"low-sugar"}));
  return people;
}

/// Clinics that give all, nothing, or one way to reach them; and one elsewhere.
std::vector<Patient> at_every_clinic(const Patient& patient) {
  const Patient phone = patient.setting(ClinicText::Phone, "555-0100");
  return {patient,
          phone.setting(ClinicText::Hours, "9 to 5")
              .setting(ClinicText::OnCallPhone, "555-0199")
              .setting(ClinicText::BookingUrl, "https://clinic.example/book"),
          phone,
          patient.setting(ClinicText::OnCallPhone, "555-0199"),
          patient.setting(ClinicText::BookingUrl, "https://clinic.example/book"),
          phone.setting(ClinicText::Region, "GB")
              .setting(ClinicText::EmergencyNumber, "999")
              .setting(ClinicText::CrisisNumber, "116 123")
              .setting(ClinicText::PoisonNumber, "111")};
}

constexpr std::array<std::optional<Opening>, 3> openings{std::nullopt, Opening{true, {}, false},
                                                         Opening{false, {}, false}};

}  // namespace

TEST_CASE("Of every action and every line of the safety net it is said what it asks for", "[care][together]") {
  for (const Action& action : all_actions()) {
    INFO(action.id);
    CHECK(asks_of(action.id) != nullptr);
  }
  for (const std::string_view id : all_safety_net_ids()) {
    INFO(id);
    CHECK(asks_of("net." + std::string(id)) != nullptr);
  }
  std::set<std::string_view> ids;
  for (const LineAsks& line : all_line_asks()) CHECK(ids.insert(line.id).second);
  std::set<std::string> offers;
  for (const Level level : most_urgent_first)
    for (const Patient& patient : at_every_clinic(calm()))
      offers.insert("cta." + std::string(call_to_action_for(level, patient.config()).id));
  for (const std::string& id : offers) {
    INFO(id);
    CHECK(asks_of(id) != nullptr);
  }
  CHECK(ids.size() == all_actions().size() + all_safety_net_ids().size() + offers.size() + 2);
}

TEST_CASE("Every opposite has its reason and a pair of lines that it keeps apart", "[care][together]") {
  for (const Opposites& opposites : all_opposites()) {
    INFO(opposites.why);
    CHECK_FALSE(opposites.why.empty());
    const auto all = all_line_asks();
    const bool met = std::any_of(all.begin(), all.end(), [&](const LineAsks& one) {
      return std::any_of(all.begin(), all.end(), [&](const LineAsks& other) {
        return &one != &other && (one.asks & opposites.one) != 0 && (other.asks & opposites.other) != 0;
      });
    });
    CHECK(met);
  }
}

TEST_CASE("No two lines of a result stand together that may not, at any level", "[care][together]") {
  std::set<Level> levels;
  std::set<std::pair<std::string, std::string>> pairs;
  // Results are few, and people many: the same lines are looked at once.
  std::set<std::vector<std::string>> seen;
  for (const Patient& anybody : everybody())
    for (const Patient& patient : at_every_clinic(anybody)) {
      const Assessment result = patient.assess();
      levels.insert(result.disposition.level);
      for (const auto& opening : openings) {
        const auto ids = lines_of_result(result, patient, opening);
        if (!seen.insert(ids).second) continue;
        for (std::size_t i = 0; i < ids.size(); ++i)
          for (std::size_t j = 0; j < i; ++j) {
            pairs.insert({ids[j], ids[i]});
            const std::string_view why = why_not_together(*asks_of(ids[i]), *asks_of(ids[j]));
            if (why.empty()) continue;
            FAIL_CHECK(ids[j] << " and " << ids[i] << ": " << why << "\n" << patient.told());
          }
      }
    }
  CHECK(levels.size() >= 4);
  CHECK(pairs.size() > 100);
  // Every line has been there at least once.
  std::set<std::string> met;
  for (const auto& [one, other] : pairs) met.insert({one, other});
  for (const LineAsks& line : all_line_asks()) {
    INFO(line.id);
    CHECK(met.contains(std::string(line.id)));
  }
}

TEST_CASE("No pair of actions that may not stand together does, over every answer", "[care][together][verify]") {
  const ClinicConfig config;
  verification::Checks checks{rule_set(), config};
  checks.together();
  const Verification result = checks.take();
  for (const Counterexample& failure : result.failures) FAIL_CHECK(failure.explanation);
  REQUIRE(result.covered.size() == 1);
  CHECK(result.covered[0].checked == all_actions().size() * (all_actions().size() - 1) / 2);
}

}  // namespace tiredness::test
