// The allow-list: `expected` is earned, line by line.
#include <algorithm>

#include "rule_test.hpp"

namespace tiredness::test {
namespace {

bool allowed(const Patient& patient) { return patient.facts().evaluate(rule_set().allow_list) == Truth::True; }

/// Exactly these options of the item are on the list, all else as it is.
void allows_exactly(const Patient& patient, std::string_view link_id, std::initializer_list<std::string_view> options) {
  for (const AnswerOption& option : item_of(item_named(link_id)).options) {
    const bool wanted = std::find(options.begin(), options.end(), option.id) != options.end();
    const Patient changed = patient.with(link_id, {option.id});
    INFO(changed.told());
    CHECK(allowed(changed) == wanted);
    if (!wanted) CHECK(changed.level() != Level::Expected);
  }
}

void allows(const Patient& patient) {
  INFO(patient.told());
  CHECK(allowed(patient));
}

void refuses(const Patient& patient) {
  INFO(patient.told());
  CHECK_FALSE(allowed(patient));
  CHECK(patient.level() >= Level::Soon);
}

void allows_up_to_score(const Patient& patient, int score) {
  for (int i = 0; i <= score; ++i) allows(patient.score(i));
  for (int i = score + 1; i <= highest_score; ++i) refuses(patient.score(i));
}

}  // namespace

TEST_CASE("The calm are told that it fits the usual pattern so far", "[rules][expected]") {
  for (const Patient& patient :
       {first_afternoon(), next_morning(), calm(), third_day(), past_third_day(), fifth_day()}) {
    INFO(patient.told());
    CHECK(allowed(patient));
    CHECK(ids_of(patient.assess().fired) == Ids{"allow-list"});
    CHECK(patient.level() == Level::Expected);
  }
}

TEST_CASE("An unknown time or no session is never told that it fits", "[rules][expected]") {
  CHECK(ids_of(time_unknown().assess().fired) == Ids{"not-on-allow-list"});
  CHECK(ids_of(no_session_yet().assess().fired) == Ids{"no-session-yet"});
  refuses(time_unknown());
  refuses(calm().score(0).without("session-ended"));
  refuses(no_session_yet());
}

TEST_CASE("Nobody who has answered nothing is told that it fits", "[rules][expected]") {
  CHECK(nobody().level() == Level::Urgent);
  refuses(nobody());
}

TEST_CASE("Danger signs must be answered, with none alone", "[rules][expected]") {
  allows_exactly(calm(), "danger-signs", {"none"});
  refuses(calm().with("danger-signs", {"none", "unsure"}));
  refuses(calm().with("danger-signs", {"none", "chest"}));
  refuses(calm().without("danger-signs"));
}

TEST_CASE("Self-harm must be a plain no", "[rules][expected]") {
  allows_exactly(calm(), "self-harm", {"no"});
  refuses(calm().without("self-harm"));
}

TEST_CASE("Age must be known, and 18 or older", "[rules][expected]") {
  allows_exactly(calm(), "age", {"18-64", "65-plus"});
  refuses(calm().without("age"));
}

TEST_CASE("Past the expected time only a score of 0 fits", "[rules][expected]") {
  allows(calm().score(1).just_under(72));
  refuses(calm().score(1).hours(72));
  refuses(calm().score(1).just_over(72));
  allows(calm().score(0).hours(72));
  allows(fifth_day());
  refuses(fifth_day().without("tiredness"));
  const Patient stricter = calm().setting(Setting::ExpectedTirednessHours, 36).score(1);
  allows(stricter.just_under(36));
  refuses(stricter.hours(36));
}

TEST_CASE("Awake fits; drowsy only on the treatment day with an adult there", "[rules][expected]") {
  allows_exactly(calm(), "alertness", {"awake"});
  allows_exactly(first_afternoon(), "alertness", {"awake", "drowsy"});
  refuses(calm().without("alertness"));
  const Patient drowsy = first_afternoon().with("alertness", "drowsy");
  allows(drowsy);
  refuses(drowsy.with("company", "alone"));
  refuses(drowsy.without("company"));
  refuses(drowsy.with("slept", "yes"));
  allows(drowsy.with("function", "usual").with("trend", "better").just_under(24));
  refuses(drowsy.with("function", "usual").with("trend", "better").hours(24));
}

TEST_CASE("How high a score may be depends on the time", "[rules][expected]") {
  // On the treatment day the list takes any score; the rule `severe` catches the highest.
  for (int score = 0; score <= highest_score; ++score) {
    allows(first_afternoon().score(score));
    CHECK((first_afternoon().score(score).level() == Level::Expected) == (score <= 9));
    CHECK((first_afternoon().with("company", "alone").score(score).level() == Level::Expected) == (score <= 8));
  }
  allows_up_to_score(next_morning(), 6);
  allows_up_to_score(calm(), 6);
  allows_up_to_score(calm().just_under(48), 6);
  allows_up_to_score(calm().hours(48), 6);  // better, and able
  allows_up_to_score(third_day(), 6);
  allows_up_to_score(calm().with("trend", "same").just_under(48), 6);
  allows_up_to_score(calm().with("trend", "same").hours(48), 3);
  allows_up_to_score(third_day().with("trend", "same"), 3);
  refuses(calm().without("tiredness"));
  refuses(first_afternoon().without("tiredness"));
}

TEST_CASE("A day without an hour fits only if all of it does", "[rules][expected]") {
  const Patient dated = calm().session("2026-11-17").at("2026-11-20T12:00:00-05:00");  // 60 to 84 hours ago
  allows(dated.score(0));
  refuses(dated.score(1));
  allows(dated.at("2026-11-19T23:59:59-05:00").score(1));  // less than 72
  refuses(dated.at("2026-11-20T00:00:00-05:00").score(1));
  const Patient same = dated.score(4).with("trend", "same");
  allows(same.at("2026-11-18T23:59:59-05:00"));  // less than 48
  refuses(same.at("2026-11-19T00:00:00-05:00"));
  allows(dated.at("2026-11-17T23:59:59-05:00").with("trend", "unsure"));  // less than 24
  refuses(dated.at("2026-11-18T00:00:00-05:00").with("trend", "unsure"));
}

TEST_CASE("A clinic's lower scores shorten what fits", "[rules][expected]") {
  const Patient earlier_severe = first_afternoon().setting(Setting::SevereScoreTreatmentDay, 7);
  CHECK(earlier_severe.score(7).level() == Level::Expected);
  CHECK(earlier_severe.score(8).level() == Level::SameDay);
  allows_up_to_score(calm().setting(Setting::SevereScore, 6), 5);
  const Patient same = third_day().with("trend", "same");
  allows_up_to_score(same.setting(Setting::ModerateScore, 3), 2);
  allows_up_to_score(calm().with("trend", "same").setting(Setting::OtherEffectsHours, 30), 3);
}

TEST_CASE("Resting and being laid up fit on the treatment day only", "[rules][expected]") {
  allows_exactly(first_afternoon(), "function", {"usual", "some", "resting", "cannot-usual"});
  allows_exactly(calm(), "function", {"usual", "some"});
  refuses(calm().without("function"));
  refuses(first_afternoon().without("function"));
}

TEST_CASE("The trend must be known, but not in the first 24 hours", "[rules][expected]") {
  allows_exactly(calm(), "trend", {"better", "same"});
  allows_exactly(first_afternoon(), "trend", {"better", "same", "too-soon", "unsure"});
  for (const std::string_view trend : {"too-soon", "unsure"}) {
    allows(next_morning().with("trend", trend).just_under(24));
    refuses(next_morning().with("trend", trend).hours(24));
  }
  refuses(calm().without("trend"));
  refuses(first_afternoon().without("trend"));
}

TEST_CASE("Body, mind, medicines and health must be answered", "[rules][expected]") {
  for (const std::string_view link_id :
       {"body-symptoms", "mind-symptoms", "taken-today", "medicine-changes", "before-session"})
    refuses(calm().without(link_id));
  for (const std::string_view option : {"yes", "no", "unsure"}) allows(calm().with("before-session", option));
}

TEST_CASE("Only a plain no stands for nothing taken and nothing changed", "[rules][expected]") {
  const Patient untold = calm().without("taken-today").without("medicine-changes");
  allows(untold.with("medicines", "no"));
  // Not answered, or not sure: as where neither list is answered.
  for (const Patient& patient :
       {untold.without("medicines"), untold.with("medicines", "yes"), untold.with("medicines", "unsure")}) {
    refuses(patient);
    CHECK(ids_of(patient.assess().fired) == Ids{"not-on-allow-list"});
  }
  // A document from before there was this question: its lists count as they always did.
  const Patient earlier = calm().without("medicines");
  allows(earlier);
  refuses(earlier.without("taken-today"));
  refuses(earlier.without("medicine-changes"));
  CHECK(earlier.with("medicine-changes", {"stopped-sedative"}).level() == Level::SameDay);
  // What is ticked beats the "no".
  allows(calm().with("medicines", "no"));
  CHECK(calm().with("medicines", "no").with("taken-today", {"unknown-pills"}).level() == Level::SameDay);
  // A "no" that one list shows to be wrong does not stand for the other.
  for (const std::string_view taken : {"opioid", "alcohol", "cannabis", "benzodiazepine", "diabetes-medicine"})
    refuses(untold.with("medicines", "no").with("taken-today", {taken}));
  allows(untold.with("medicines", "no").with("taken-today", {"none"}));
  allows(untold.with("medicines", "no").with("medicine-changes", {"none"}));
  refuses(untold.with("medicines", "no").with("taken-today", {"unsure"}));
  CHECK(untold.with("medicines", "no").with("medicine-changes", {"stopped-sedative"}).level() == Level::SameDay);
}

TEST_CASE("Being unsure what was taken rules out that it fits", "[rules][expected]") {
  refuses(calm().with("taken-today", {"unsure"}));
  refuses(calm().with("taken-today", {"unsure", "none"}));
  CHECK(ids_of(calm().with("taken-today", {"unsure"}).assess().fired) == Ids{"not-on-allow-list"});
}

TEST_CASE("A dose at home must have been as planned", "[rules][expected]") {
  const Patient at_home = calm().with("setting", "home");
  allows_exactly(at_home.with("dose-as-planned", "planned"), "dose-as-planned", {"planned"});
  refuses(at_home);
  allows(calm().with("dose-as-planned", "more"));  // not asked in a clinic
  allows(calm().without("setting"));               // not asked then either
}

TEST_CASE("Tiredness must clear between sessions, or this was the first", "[rules][expected]") {
  allows_exactly(calm(), "between-sessions", {"first", "clears"});
  allows_exactly(first_afternoon(), "between-sessions", {"first", "clears"});
  allows_exactly(past_third_day(), "between-sessions", {"first", "clears"});
  refuses(calm().without("between-sessions"));
}

TEST_CASE("With a dose every day nothing is excused by the treatment day", "[rules][expected]") {
  const Patient home = first_afternoon().with("setting", "home").with("dose-as-planned", "planned");
  allows(home.with("function", "cannot-usual").score(8));
  for (const std::string_view daily : {"yes", "unsure"}) {
    const Patient patient = home.with("daily-dose", daily);
    refuses(patient);  // resting counts as unsure
    allows(patient.with("function", "some").with("trend", "same").score(6));
    refuses(patient.with("function", "some").with("trend", "same").score(7));
    refuses(patient.with("function", "cannot-usual"));
    refuses(patient.with("function", "some").with("alertness", "drowsy"));
  }
  refuses(home.without("daily-dose"));
  allows(first_afternoon().with("daily-dose", "yes"));  // not asked in a clinic
}

TEST_CASE("Answers that the list does not name do not spoil it", "[rules][expected]") {
  for (const std::string_view link_id : {"who", "setting", "conditions", "pregnancy", "daily-dose", "background-signs",
                                         "company", "tiredness-first-day", "rest-helps"})
    allows(calm().without(link_id));
}

TEST_CASE("Mild usual effects on the day after are no reason to call", "[rules][expected]") {
  for (const std::string_view symptom : {"headache", "dizzy", "nausea", "vomiting", "blurred-vision", "cold"}) {
    const Patient patient = calm().with("body-symptoms", {symptom});
    INFO(patient.told());
    CHECK(patient.level() == Level::Expected);
  }
  CHECK(next_morning().with("mind-symptoms", {"unreal-calm", "foggy"}).level() == Level::Expected);
}

}  // namespace tiredness::test
