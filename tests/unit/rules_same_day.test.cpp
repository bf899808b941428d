#include "rule_test.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

constexpr std::int64_t hour = seconds_per_hour;

Patient drowsy() { return calm().with("alertness", "drowsy"); }
Patient drowsy_first_afternoon() { return first_afternoon().with("alertness", "drowsy"); }
Patient at_home() { return calm().with("setting", "home").with("dose-as-planned", "planned"); }
/// 30 h after the session, when the time of day is known.
Patient dated() { return calm().at("2026-11-20T14:00:00-05:00"); }

CheckIn check_in(std::string_view at, std::string_view session_ended, int tiredness) {
  return {instant(at), instant(session_ended), tiredness, Level::Expected, rules_major};
}

}  // namespace

RULE_TEST("Tiredness that gets worse or comes back strong needs a call today", "worsening", "[rules][same-day]") {
  const Patient compared = calm().with("tiredness-first-day", 6);
  rule.fires_exactly_for(compared, "trend", {"worse"});
  rule.fires_exactly_for(compared.score(4), "trend", {"worse", "came-back"});
  rule.fires_exactly_for(compared.with("trend", "came-back"), "function", {"cannot-usual"});
  rule.fires_from_score(compared.with("trend", "came-back"), 4);
  rule.fires_from_score(compared.with("trend", "came-back").setting(Setting::ModerateScore, 3), 3);
  rule.fires_from_score(calm().with("tiredness-first-day", 2), 3);
  rule.fires_from_score(calm().with("tiredness-first-day", 0), 1);
  rule.fires(compared.score(7));                                        // a rising score beats `better`
  rule.misses(next_morning().score(5).with("tiredness-first-day", 3));  // not asked on the first day
  rule.misses(no_session_yet().with("trend", "worse"));                 // not asked without a session
  rule.silent_without(calm());                                          // the first day is optional
  rule.silent_without(compared.without("tiredness"));
  rule.silent_without(compared.without("trend"));
}

RULE_TEST("Tiredness that has risen since an earlier check needs a call today", "worse-since-last-check",
          "[rules][same-day]") {
  // Higher, at any score.
  rule.fires_from_score(dated().checked_in(24 * hour, 0), 1);
  rule.fires(dated().score(3).checked_in(24 * hour, 2));
  rule.misses(dated().score(3).checked_in(24 * hour, 3));
  rule.misses(dated().score(3).checked_in(24 * hour, 4));
  // The same, from 4 on, after the treatment day.
  rule.fires(dated().score(4).checked_in(24 * hour, 4));
  rule.misses(dated().score(4).checked_in(24 * hour, 5));
  rule.fires(dated().setting(Setting::ModerateScore, 3).score(3).checked_in(24 * hour, 3));
  const Patient evening = first_afternoon().hours(12).at("2026-11-20T22:00:00-05:00");
  rule.misses(evening.score(5).checked_in(10 * hour, 5));
  rule.fires(evening.score(5).checked_in(10 * hour, 4));
  // From 6 to 36 hours old.
  const Patient later = third_day().at("2026-11-21T10:00:00-05:00");
  rule.misses(later.checked_in(6 * hour - 1, 1));
  rule.fires(later.checked_in(6 * hour, 1));
  rule.fires(later.checked_in(36 * hour, 1));
  rule.misses(later.checked_in(36 * hour + 1, 1));
  rule.misses(later.checked_in(-hour, 1));
  // Of the same session: its end within an hour.
  const Patient day_after = calm().session("2026-11-19T08:00:00-05:00").at("2026-11-20T14:00:00-05:00");
  rule.fires(day_after.checked_in(check_in("2026-11-20T02:00:00-05:00", "2026-11-19T09:00:00-05:00", 2)));
  rule.fires(day_after.checked_in(check_in("2026-11-20T02:00:00-05:00", "2026-11-19T07:00:00-05:00", 2)));
  rule.misses(day_after.checked_in(check_in("2026-11-20T02:00:00-05:00", "2026-11-19T09:00:01-05:00", 2)));
  rule.misses(day_after.checked_in(check_in("2026-11-20T02:00:00-05:00", "2026-11-19T06:59:59-05:00", 2)));
  // Of the same major version of the rules.
  CheckIn other_rules = check_in("2026-11-20T02:00:00-05:00", "2026-11-19T08:00:00-05:00", 2);
  other_rules.rules_major = rules_major + 1;
  rule.misses(day_after.checked_in(other_rules));
  CheckIn no_session = check_in("2026-11-20T02:00:00-05:00", "2026-11-19T08:00:00-05:00", 2);
  no_session.session_ended.reset();
  rule.silent_without(day_after.checked_in(no_session));
  rule.silent_without(dated().checked_in(24 * hour, 0).without("tiredness"));
  rule.silent_without(dated().checked_in(24 * hour, 0).session("unknown"));
}

RULE_TEST(
    "A very high score needs a call today where usual things are lost, or on the first day where it is the highest",
    "severe", "[rules][same-day]") {
  // After the treatment day: who does their things, and is not worse, is rated one step lower.
  const Patient unable = calm().with("function", "cannot-usual");
  rule.fires_from_score(unable, 7);
  rule.fires_from_score(calm().with("trend", "worse"), 7);
  rule.misses(calm().score(10));
  rule.fires_exactly_for(calm().score(7), "function", {"resting", "cannot-usual", "cannot-self-care", "unsure"});
  rule.fires_exactly_for(calm().score(7), "trend", {"worse"});
  rule.misses(calm().score(10).without("trend"));  // not known to be worse, and another rule asks for it
  rule.fires_without(calm().score(7).without("function"));
  rule.fires_from_score(next_morning().with("function", "cannot-usual"), 7);  // slept: no longer the treatment day
  rule.fires_from_score(no_session_yet().with("function", "cannot-usual"), 7);
  rule.fires_from_score(unable.setting(Setting::SevereScore, 6), 6);
  rule.fires_from_hours(first_afternoon().score(8).with("function", "cannot-usual"), 24);
  rule.fires_without(unable.session("unknown").score(7));
  // On it: 10, or 9 unless an adult is there.
  rule.fires_from_score(first_afternoon(), 10);
  rule.fires_from_score(first_afternoon().with("function", "usual").with("trend", "same").just_under(24), 10);
  rule.fires_from_score(first_afternoon().with("company", "alone"), 9);
  rule.fires_without(first_afternoon().without("company").score(9));
  rule.fires_from_score(first_afternoon().setting(Setting::SevereScore, 6), 10);
  rule.fires_from_score(first_afternoon().setting(Setting::SevereScoreTreatmentDay, 7), 8);
  rule.fires_from_score(first_afternoon().with("company", "alone").setting(Setting::SevereScoreTreatmentDay, 7), 7);
  rule.silent_without(calm().without("tiredness"));
  rule.silent_without(first_afternoon().without("tiredness"));
}

TEST_CASE("Being unsure of sleep or of daily doses does not make the first day's score count for less",
          "[rules][same-day]") {
  const Patient able = first_afternoon().hours(20).with("function", "usual").with("trend", "same");
  const Patient at_home_able = able.with("setting", "home").with("dose-as-planned", "planned");
  for (const Patient& patient : {able.score(10), able.score(9).with("company", "alone")}) {
    INFO(patient.told());
    CHECK(patient.level() == Level::SameDay);
    CHECK(patient.with("slept", "unsure").level() == Level::SameDay);
    CHECK(patient.without("slept").level() == Level::SameDay);
    CHECK(patient.setting(Setting::TreatmentDayHours, 12).level() == Level::SameDay);
    CHECK(patient.session("unknown").level() == Level::SameDay);
    for (const std::string_view daily : {"no", "yes", "unsure"})
      CHECK(patient.with("setting", "home").with("dose-as-planned", "planned").with("daily-dose", daily).level() ==
            Level::SameDay);
  }
  CHECK(at_home_able.score(9).with("daily-dose", "yes").level() == Level::Soon);  // able, and an adult is there
  CHECK(able.score(10).with("slept", "yes").level() == Level::Soon);              // slept: the day is over
  CHECK(able.score(10).hours(24).level() == Level::Soon);
}

RULE_TEST("Tiredness that never clears, and usual things lost, needs a call today", "never-clears-unable",
          "[rules][same-day]") {
  const Patient lost = calm().score(4).with("between-sessions", "stays").with("function", "cannot-usual");
  rule.fires_exactly_for(lost, "between-sessions", {"stays"});
  rule.fires_exactly_for(lost, "function", {"cannot-usual", "cannot-self-care"});
  rule.fires_from_score(lost, 4);
  rule.fires_from_score(lost.setting(Setting::ModerateScore, 3), 3);
  rule.fires(first_afternoon().with("between-sessions", "stays").with("function", "cannot-usual"));
  rule.misses(no_session_yet().score(4).with("between-sessions", "stays").with("function", "cannot-usual"));
  rule.fires_without(lost.without("tiredness"));
  rule.silent_without(lost.without("between-sessions"));
  rule.silent_without(lost.without("function"));
}

RULE_TEST("Sleepiness after the treatment day needs a call today", "sleepy-after-sleep", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "alertness", {"drowsy", "unsure"});
  rule.misses(first_afternoon().with("alertness", "unsure"));  // there the allow-list does not hold
  rule.fires_from_hours(drowsy_first_afternoon(), 24);
  rule.fires_from_hours(drowsy_first_afternoon().with("slept", "unsure"), 12);
  rule.fires_from_hours(drowsy_first_afternoon().without("slept"), 12);
  rule.fires(drowsy_first_afternoon().with("slept", "yes"));
  rule.fires_from_hours(drowsy_first_afternoon().setting(Setting::TreatmentDayHours, 12), 12);
  rule.fires_from_hours(drowsy_first_afternoon().setting(Setting::TreatmentDayHours, 18), 18);
  rule.fires_without(drowsy_first_afternoon().session("unknown"));
  rule.fires_without(calm().without("alertness"));
  rule.fires_without(first_afternoon().without("alertness"));
}

RULE_TEST("Usual things still lost on the third day need a call today", "function-lost-late", "[rules][same-day]") {
  rule.fires_from_hours(calm().with("function", "cannot-usual"), 48);
  rule.fires_from_hours(calm().with("function", "cannot-usual").setting(Setting::OtherEffectsHours, 24), 24);
  rule.fires_exactly_for(third_day(), "function", {"cannot-usual"});
  rule.misses(no_session_yet().with("function", "cannot-usual"));
  rule.fires_without(time_unknown().with("function", "cannot-usual"));
  rule.fires_without(calm().with("function", "cannot-usual").without("session-ended"));
  rule.silent_without(third_day().without("function"));
}

RULE_TEST("Feeling unreal needs a call today when it upsets or lasts", "unreal-late-or-upsetting",
          "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "mind-symptoms", {"unreal-upsetting", "unreal-calm"});
  rule.fires_exactly_for(next_morning(), "mind-symptoms", {"unreal-upsetting"});
  rule.fires_from_hours(calm().with("mind-symptoms", {"unreal-calm"}), 24);
  rule.fires_from_hours(calm().with("mind-symptoms", {"unreal-calm"}).setting(Setting::DissociationHours, 12), 12);
  rule.misses(no_session_yet().with("mind-symptoms", {"unreal-calm"}));
  rule.fires_without(time_unknown().with("mind-symptoms", {"unreal-calm"}));
  rule.silent_without(calm().without("mind-symptoms"));
}

RULE_TEST("A change in urine, eyes or skin needs a call today", "bladder-or-liver", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"urinary", "liver"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("A pregnancy, or breastfeeding soon after, needs a call today", "pregnancy", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "pregnancy", {"pregnant"});
  rule.fires_exactly_for(next_morning(), "pregnancy", {"pregnant", "breastfeeding"});
  rule.fires_until_hours(calm().with("pregnancy", "breastfeeding"), 24);
  rule.misses(calm().with("age", "65-plus").with("pregnancy", "pregnant"));
  rule.misses(no_session_yet().with("pregnancy", "breastfeeding"));
  rule.fires_without(time_unknown().with("pregnancy", "breastfeeding"));
  rule.fires_without(calm().without("age").with("pregnancy", "pregnant"));
  rule.silent_without(next_morning().without("pregnancy"));
}

RULE_TEST("A strong change in mood needs a call today", "mood", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "mind-symptoms", {"low-mood", "mania", "risk-taking", "panic"});
  rule.silent_without(calm().without("mind-symptoms"));
}

RULE_TEST("Unknown pills and risky mixes need a call today", "risky-intake", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "taken-today", {"unknown-pills", "sedative-extra", "other-drugs"});
  rule.fires_exactly_for(calm().with("taken-today", {"opioid"}), "taken-today",
                         {"unknown-pills", "sedative-extra", "other-drugs", "alcohol"});
  rule.fires_exactly_for(calm().with("taken-today", {"alcohol"}), "taken-today",
                         {"unknown-pills", "sedative-extra", "other-drugs", "opioid"});
  rule.silent_without(calm().without("taken-today"));
}

RULE_TEST("A headache on a stimulant needs a call today", "stimulant-headache", "[rules][same-day]") {
  rule.fires_exactly_for(calm().with("taken-today", {"stimulant-or-maoi"}), "body-symptoms", {"headache"});
  rule.fires_exactly_for(calm().with("body-symptoms", {"headache"}), "taken-today", {"stimulant-or-maoi"});
  rule.silent_without(calm().with("taken-today", {"stimulant-or-maoi"}).without("body-symptoms"));
  rule.silent_without(calm().with("body-symptoms", {"headache"}).without("taken-today"));
}

RULE_TEST("Throwing up, and usual things lost, needs a call today", "vomiting-and-unable", "[rules][same-day]") {
  const Patient lost = calm().with("function", "cannot-usual").with("body-symptoms", {"vomiting"});
  rule.fires_exactly_for(calm().with("function", "cannot-usual"), "body-symptoms", {"vomiting"});
  rule.fires_exactly_for(lost, "function", {"cannot-usual", "cannot-self-care"});
  rule.fires(first_afternoon().with("function", "cannot-usual").with("body-symptoms", {"vomiting"}));
  rule.silent_without(lost.without("function"));
  rule.silent_without(lost.without("body-symptoms"));
}

RULE_TEST("Dizzy on standing with little urine needs a call today", "drying-out", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"dehydrated"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Drowsy with sedatives needs a call today", "drowsy-with-sedative", "[rules][same-day]") {
  rule.fires_exactly_for(drowsy(), "taken-today", {"sedative-extra", "cannabis", "benzodiazepine"});
  rule.fires_exactly_for(drowsy().with("taken-today", {"opioid"}), "taken-today",
                         {"sedative-extra", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine",
                          "antipsychotic", "sedating-antidepressant", "alcohol", "cannabis"});
  rule.fires_exactly_for(drowsy().with("taken-today", {"antihistamine"}), "taken-today",
                         {"sedative-extra", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "opioid",
                          "antipsychotic", "sedating-antidepressant", "alcohol", "cannabis"});
  rule.fires_exactly_for(calm().with("taken-today", {"cannabis"}), "alertness", {"drowsy", "unsure"});
  rule.misses(calm().with("taken-today", {"antihistamine", "gabapentinoid", "muscle-relaxant"}));
  rule.fires_without(calm().with("taken-today", {"antihistamine", "gabapentinoid"}).without("alertness"));
  rule.silent_without(drowsy().without("taken-today"));
}

RULE_TEST("A fever, or a spot that spreads, needs a call today", "infection", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"fever", "iv-spreading"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("A near fall or palpitations need a call today", "fall-or-palpitations", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"near-fall", "palpitations"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Ketamine that was not prescribed needs a call today", "not-prescribed", "[rules][same-day]") {
  rule.fires_exactly_for(at_home(), "dose-as-planned", {"not-prescribed"});
  rule.misses(calm().with("dose-as-planned", "not-prescribed"));
  rule.silent_without(at_home().without("dose-as-planned"));
}

RULE_TEST("Drowsy with nobody to watch needs a call today", "unattended", "[rules][same-day]") {
  // Drowsy and alone within a day.
  rule.fires_exactly_for(drowsy_first_afternoon(), "company", {"alone"});
  rule.fires_exactly_for(first_afternoon().with("company", "alone"), "alertness", {"drowsy", "unsure"});
  rule.fires_until_hours(drowsy().with("company", "alone"), 24);
  rule.fires_without(first_afternoon().with("company", "alone").without("alertness"));
  rule.fires_without(drowsy().with("company", "alone").session("unknown"));
  rule.misses(no_session_yet().with("alertness", "drowsy").with("company", "alone"));
  rule.silent_without(drowsy_first_afternoon().without("company"));
  // Alone in the first two hours, drowsy or not.
  rule.fires_until_hours(first_afternoon().with("company", "alone"), 2);
  rule.misses(first_afternoon().with("company", "with-adult").hours(1));
  rule.silent_without(first_afternoon().with("company", "alone").session("unknown"));
  rule.silent_without(first_afternoon().without("company").hours(1));
  // Drowsy at home and unsure of the dose.
  const Patient unsure_dose = at_home().with("dose-as-planned", "unsure");
  rule.fires_exactly_for(unsure_dose, "alertness", {"drowsy", "unsure"});
  rule.fires_exactly_for(unsure_dose.with("alertness", "drowsy"), "setting", {"home", "unsure"});
  rule.fires_exactly_for(at_home().with("alertness", "drowsy"), "dose-as-planned", {"unsure"});
  rule.fires_without(unsure_dose.without("alertness"));
  rule.silent_without(at_home().with("alertness", "drowsy").without("dose-as-planned"));
}

RULE_TEST("Drowsy or tired at higher risk needs a call today", "higher-risk", "[rules][same-day]") {
  rule.fires_exactly_for(drowsy_first_afternoon(), "conditions", {"liver-disease", "lung-or-apnea"});
  rule.fires_exactly_for(first_afternoon().with("conditions", {"liver-disease"}), "alertness", {"drowsy", "unsure"});
  const Patient same = calm().with("trend", "same");
  rule.fires_exactly_for(same.score(4), "conditions", {"liver-disease", "lung-or-apnea"});
  rule.fires_exactly_for(same.score(4), "age", {"65-plus"});
  rule.fires_exactly_for(drowsy(), "age", {"65-plus"});
  rule.fires_from_score(same.with("age", "65-plus"), 4);
  rule.fires_from_score(same.with("conditions", {"lung-or-apnea"}), 4);
  rule.fires_from_score(same.with("age", "65-plus").setting(Setting::ModerateScore, 3), 3);
  // Better, and able: from the severe score on only.
  const Patient better_and_able = calm().with("age", "65-plus");
  rule.fires_from_score(better_and_able, 7);
  rule.fires_from_score(better_and_able.setting(Setting::SevereScore, 6), 6);
  rule.fires_exactly_for(better_and_able.score(4), "trend",
                         {"same", "worse", "came-back", "up-and-down", "too-soon", "unsure"});
  rule.fires_exactly_for(better_and_able.score(4), "function",
                         {"resting", "cannot-usual", "cannot-self-care", "unsure"});
  rule.fires_without(better_and_able.score(4).without("trend"));
  rule.fires_without(better_and_able.score(4).without("function"));
  rule.fires_from_hours(first_afternoon().with("age", "65-plus"), 24);
  rule.misses(first_afternoon().with("age", "65-plus").score(8));
  rule.misses(drowsy_first_afternoon().with("age", "65-plus"));
  rule.fires_without(calm().with("age", "65-plus").without("alertness"));
  rule.silent_without(same.score(4).without("conditions"));
  rule.silent_without(same.score(4).without("age"));
  rule.silent_without(calm().with("age", "65-plus").without("tiredness"));
}

RULE_TEST("A medicine stopped without asking needs a call today", "medicine-stopped", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "medicine-changes", {"stopped-medicine", "stopped-sedative"});
  rule.silent_without(calm().without("medicine-changes"));
}

RULE_TEST("No answer to the question about self-harm needs a call today", "self-harm-unanswered", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "self-harm", {"decline", "not-known"});
  rule.fires_without(calm().without("self-harm"));
}

RULE_TEST("Not knowing what the person can do needs a call today", "function-unknown", "[rules][same-day]") {
  rule.fires_exactly_for(calm(), "function", {"unsure", "resting"});  // `resting` counts as `unsure` by then
  rule.fires_exactly_for(first_afternoon(), "function", {"unsure"});
  rule.fires_without(calm().without("function"));
}

}  // namespace tiredness::test
