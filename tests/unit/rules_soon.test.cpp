#include "rule_test.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

constexpr std::int64_t hour = seconds_per_hour;
constexpr std::int64_t day = seconds_per_day;
constexpr std::string_view now_text = "2026-11-20T14:00:00-05:00";

Patient stays() { return calm().with("between-sessions", "stays"); }

/// A kept check-in that old, that long after its own session; of no known session where that is not given.
CheckIn kept(std::int64_t ago, int tiredness, std::optional<std::int64_t> since_session = {}) {
  const std::int64_t at = instant(now_text).unix_seconds - ago;
  CheckIn record{{at, 0}, {}, tiredness, Level::Expected, rules_major};
  if (since_session) record.session_ended = Instant{at - *since_session, 0};
  return record;
}

}  // namespace

RULE_TEST("Without a session yet the clinic is asked", "no-session-yet", "[rules][soon]") {
  rule.fires(no_session_yet());
  rule.misses(calm());
  rule.misses(time_unknown());
  rule.misses(calm().session("two-weeks-or-more"));
  rule.silent_without(calm().without("session-ended"));
}

RULE_TEST("Any tiredness past the expected time is outside the usual pattern", "past-expected-time", "[rules][soon]") {
  rule.fires_from_hours(calm().score(1), 72);
  rule.fires_from_score(past_third_day(), 1);
  rule.fires_from_hours(calm().score(1).setting(Setting::ExpectedTirednessHours, 24), 24);
  rule.fires_from_hours(calm().score(1).setting(Setting::ExpectedTirednessHours, 60), 60);
  rule.fires(calm().score(1).session("two-weeks-or-more"));
  rule.misses(no_session_yet());
  rule.misses(time_unknown());  // a score of 0
  rule.fires_without(past_third_day().without("tiredness"));
  rule.fires_without(time_unknown().score(1));
  rule.fires_without(calm().score(1).without("session-ended"));
  rule.misses(calm().without("tiredness"));
}

RULE_TEST("Under 18 the clinic is asked, with a parent or guardian", "under-age", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "age", {"under-18"});
  rule.silent_without(calm().without("age"));
}

RULE_TEST("A very high score after the first day needs a look, also of one who can do their things", "severe-but-able",
          "[rules][soon]") {
  rule.fires_from_score(calm(), 7);
  rule.fires_from_score(next_morning(), 7);
  rule.fires_from_score(calm().with("function", "cannot-usual"), 7);
  rule.fires_from_score(calm().setting(Setting::SevereScore, 6), 6);
  rule.fires_from_hours(first_afternoon().score(8), 24);
  rule.fires_from_score(no_session_yet(), 7);
  rule.misses(first_afternoon().score(10));
  rule.fires_without(time_unknown().score(7));
  rule.silent_without(calm().without("tiredness"));
}

RULE_TEST("A moderate score at higher risk needs a look, also of one who is better and able", "higher-risk-tired",
          "[rules][soon]") {
  rule.fires_exactly_for(calm().score(4), "conditions", {"liver-disease", "lung-or-apnea"});
  rule.fires_exactly_for(calm().score(4), "age", {"65-plus"});
  rule.fires_from_score(calm().with("age", "65-plus"), 4);
  rule.fires_from_score(calm().with("conditions", {"lung-or-apnea"}), 4);
  rule.fires_from_score(calm().with("age", "65-plus").setting(Setting::ModerateScore, 3), 3);
  rule.fires_from_hours(first_afternoon().with("age", "65-plus"), 24);
  rule.misses(first_afternoon().with("age", "65-plus").score(8));
  rule.fires_without(time_unknown().with("age", "65-plus").score(4));
  rule.silent_without(calm().score(4).without("conditions"));
  rule.silent_without(calm().score(4).without("age"));
  rule.silent_without(calm().with("age", "65-plus").without("tiredness"));
}

RULE_TEST("Tiredness that never clears between sessions needs a look", "never-clears", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "between-sessions", {"stays"});
  rule.fires_from_score(stays(), 1);
  rule.fires(first_afternoon().with("between-sessions", "stays"));
  rule.fires(time_unknown().with("between-sessions", "stays").score(1));
  rule.misses(no_session_yet().with("between-sessions", "stays"));  // not asked without a session
  rule.fires_without(stays().without("tiredness"));
  rule.silent_without(calm().without("between-sessions"));
}

RULE_TEST("Tiredness that outlasts the kept check-ins needs a look", "course-persistent", "[rules][soon]") {
  const Patient tired = calm().score(4).at(now_text);
  const Patient course = tired.checked_in(kept(8 * day, 4)).checked_in(kept(4 * day, 4));
  rule.fires(course);
  rule.fires_from_score(course, 4);
  // Two check-ins or more.
  rule.misses(tired.checked_in(kept(8 * day, 4)));
  rule.misses(tired.checked_in(kept(3 * day, 9)).checked_in(kept(4 * day, 9)));
  // The oldest of them 7 to 14 days ago.
  rule.fires(tired.checked_in(kept(7 * day, 4)).checked_in(kept(day, 4)));
  rule.misses(tired.checked_in(kept(7 * day - 1, 4)).checked_in(kept(day, 4)));
  rule.fires(tired.checked_in(kept(14 * day, 4)).checked_in(kept(day, 4)));
  rule.misses(tired.checked_in(kept(14 * day + 1, 4)).checked_in(kept(day, 4)));
  // All of them with the moderate score or more, and none lower in between.
  rule.misses(tired.checked_in(kept(8 * day, 3)).checked_in(kept(4 * day, 4)));
  rule.misses(tired.checked_in(kept(8 * day, 4)).checked_in(kept(4 * day, 3)));
  rule.misses(course.checked_in(kept(2 * day, 0)));
  rule.fires(course.checked_in(kept(12 * day, 0)));  // lower before: it began later
  rule.misses(tired.setting(Setting::ModerateScore, 3).checked_in(kept(8 * day, 2)).checked_in(kept(4 * day, 3)));
  rule.fires(
      tired.score(3).setting(Setting::ModerateScore, 3).checked_in(kept(8 * day, 3)).checked_in(kept(4 * day, 3)));
  // Each made a day after its own session, or of none that is known.
  const auto own = [&](std::int64_t since) {
    return tired.checked_in(kept(8 * day, 4, since)).checked_in(kept(4 * day, 4, since));
  };
  rule.fires(own(day));
  rule.misses(own(day - 1));
  rule.misses(own(0));
  rule.misses(own(-hour));
  rule.fires(course.checked_in(kept(2 * day, 0, 3 * hour)));  // low on a treatment day: not looked at
  // Of the same major version of the rules, and not later than now.
  CheckIn other_rules = kept(4 * day, 4);
  other_rules.rules_major = rules_major - 1;
  rule.misses(tired.checked_in(kept(8 * day, 4)).checked_in(other_rules));
  rule.misses(tired.checked_in(kept(8 * day, 4)).checked_in(kept(-1, 4)));
  // From a day after the session on.
  rule.fires(course.hours(24));
  rule.misses(course.just_under(24));
  rule.misses(course.session("not-yet"));
  rule.fires_without(course.session("unknown"));
  rule.silent_without(course.without("tiredness"));
  // With a dose every day the session is always recent: now, and at each check-in.
  const Patient daily = course.hours(3).with("setting", "home").with("dose-as-planned", "planned");
  rule.fires_exactly_for(daily, "daily-dose", {"yes", "unsure"});
  rule.fires_without(daily.without("daily-dose"));
  const Patient each_day = own(3 * hour).with("setting", "home").with("dose-as-planned", "planned");
  rule.fires_exactly_for(each_day.hours(3), "daily-dose", {"yes", "unsure"});
  rule.fires_without(each_day.without("daily-dose"));
  rule.misses(each_day.hours(3).with("daily-dose", "yes").checked_in(kept(2 * day, 3, 3 * hour)));
}

RULE_TEST("A moderate score on the third day is outside the usual pattern, save better and able", "moderate-late",
          "[rules][soon]") {
  const Patient same = third_day().with("trend", "same");
  rule.fires_from_score(same, 4);
  rule.fires_from_hours(calm().score(4).with("trend", "same"), 48);
  rule.fires_from_score(same.setting(Setting::ModerateScore, 3), 3);
  rule.fires_from_hours(calm().score(4).with("trend", "same").setting(Setting::OtherEffectsHours, 24), 24);
  rule.fires_exactly_for(third_day().score(4), "trend",
                         {"same", "worse", "came-back", "up-and-down", "too-soon", "unsure"});
  rule.fires_exactly_for(third_day().score(4), "function", {"resting", "cannot-usual", "cannot-self-care", "unsure"});
  rule.misses(no_session_yet().score(9));
  rule.fires_without(time_unknown().score(4).with("trend", "same"));
  rule.fires_without(third_day().score(4).without("trend"));
  rule.fires_without(third_day().score(4).without("function"));
  rule.silent_without(same.without("tiredness"));
}

RULE_TEST("Other effects on the third day are outside the usual pattern", "effects-late", "[rules][soon]") {
  rule.fires_exactly_for(third_day(), "body-symptoms", {"nausea", "vomiting", "headache", "dizzy", "blurred-vision"});
  rule.fires_from_hours(calm().with("body-symptoms", {"headache"}), 48);
  rule.fires_from_hours(calm().with("body-symptoms", {"dizzy"}).setting(Setting::OtherEffectsHours, 36), 36);
  rule.misses(no_session_yet().with("body-symptoms", {"headache"}));
  rule.fires_without(time_unknown().with("body-symptoms", {"nausea"}));
  rule.silent_without(third_day().without("body-symptoms"));
}

RULE_TEST("Usual things lost after the treatment day are outside the usual pattern", "function-lost", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "function", {"cannot-usual"});
  rule.fires_from_hours(first_afternoon().with("function", "cannot-usual"), 24);
  rule.fires(next_morning().with("function", "cannot-usual"));
  rule.fires(no_session_yet().with("function", "cannot-usual"));
  rule.fires_without(time_unknown().with("function", "cannot-usual"));
  rule.silent_without(calm().without("function"));
}

RULE_TEST("Tiredness of two weeks needs a look", "long-standing", "[rules][soon]") {
  rule.fires_from_hours(calm().score(1), 14 * 24);
  rule.fires_from_hours(calm().score(1).setting(Setting::LongFatigueDays, 7), 7 * 24);
  rule.fires_from_score(calm().hours(400), 1);
  rule.fires(calm().score(1).session("two-weeks-or-more"));
  rule.fires_without(time_unknown().score(1));
  rule.silent_without(calm().hours(400).without("tiredness"));
}

RULE_TEST("A sign from before the session needs a look", "background-sign", "[rules][soon]") {
  rule.fires_exactly_for(calm().with("before-session", "yes"), "background-signs",
                         {"snoring", "weight-loss", "lumps", "heavy-periods"});
  rule.fires_exactly_for(calm().with("background-signs", {"snoring"}), "before-session", {"yes", "unsure"});
  rule.fires_from_hours(calm().with("background-signs", {"lumps"}), 72);
  rule.fires_from_hours(calm().with("background-signs", {"lumps"}).setting(Setting::ExpectedTirednessHours, 48), 48);
  rule.fires_without(time_unknown().with("background-signs", {"lumps"}));
  rule.silent_without(past_third_day().without("background-signs"));
}

RULE_TEST("A new medicine needs a look", "new-medicine", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "medicine-changes", {"new-medicine"});
  rule.silent_without(calm().without("medicine-changes"));
}

RULE_TEST("Tiredness that lasts longer each time needs a look", "lasting-longer", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "between-sessions", {"longer"});
  rule.fires(calm().with("between-sessions", "longer").score(0));
  rule.fires(first_afternoon().with("between-sessions", "longer"));
  rule.fires(time_unknown().with("between-sessions", "longer"));
  rule.misses(no_session_yet().with("between-sessions", "longer"));  // not asked without a session
  rule.silent_without(calm().without("between-sessions"));
}

RULE_TEST("A trend that is not clear needs a look", "unclear-trend", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "trend", {"came-back", "up-and-down", "too-soon", "unsure"});
  rule.fires_exactly_for(first_afternoon(), "trend", {"came-back", "up-and-down"});
  rule.fires_from_hours(calm().with("trend", "too-soon"), 24);
  rule.fires_from_hours(calm().with("trend", "unsure"), 24);
  rule.misses(no_session_yet());
  rule.fires_without(calm().without("trend"));
  rule.fires_without(first_afternoon().without("trend"));
  rule.fires_without(time_unknown().with("trend", "too-soon"));
}

RULE_TEST("A spot still sore on the third day needs a look", "iv-sore", "[rules][soon]") {
  rule.fires_exactly_for(third_day(), "body-symptoms", {"iv-sore"});
  rule.fires_from_hours(calm().with("body-symptoms", {"iv-sore"}), 48);
  rule.fires_from_hours(calm().with("body-symptoms", {"iv-sore"}).setting(Setting::OtherEffectsHours, 24), 48);
  rule.misses(no_session_yet().with("body-symptoms", {"iv-sore"}));
  rule.fires_without(time_unknown().with("body-symptoms", {"iv-sore"}));
  rule.silent_without(third_day().without("body-symptoms"));
}

RULE_TEST("A tiredness that was not given is no low one", "score-missing", "[rules][soon]") {
  rule.fires(nobody());
  rule.misses(calm().score(0));
  rule.misses(calm());
  rule.fires_without(calm().without("tiredness"));
}

RULE_TEST("Tiredness that rest does not ease needs a look", "not-eased-by-rest", "[rules][soon]") {
  const Patient not_eased = calm().score(4).with("rest-helps", "no");
  rule.fires_exactly_for(calm().score(4), "rest-helps", {"no"});
  rule.fires_from_score(not_eased, 4);
  rule.fires_from_score(not_eased.setting(Setting::ModerateScore, 3), 3);
  rule.fires_from_hours(not_eased, 24);  // not asked before
  rule.fires_without(not_eased.session("unknown"));
  rule.silent_without(calm().score(4));
  rule.silent_without(not_eased.without("tiredness"));
}

RULE_TEST("A foggy head from a day on is outside the usual pattern", "foggy-late", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "mind-symptoms", {"foggy"});
  rule.fires_from_hours(calm().with("mind-symptoms", {"foggy"}), 24);
  rule.fires_from_hours(calm().with("mind-symptoms", {"foggy"}).setting(Setting::DissociationHours, 12), 12);
  rule.misses(no_session_yet().with("mind-symptoms", {"foggy"}));
  rule.fires_without(time_unknown().with("mind-symptoms", {"foggy"}));
  rule.silent_without(calm().without("mind-symptoms"));
}

RULE_TEST("Any tiredness on the third day at 65 or older needs a look", "older-adult", "[rules][soon]") {
  rule.fires_exactly_for(third_day(), "age", {"65-plus"});
  rule.fires_from_hours(calm().with("age", "65-plus").score(1), 48);
  rule.fires_from_hours(calm().with("age", "65-plus").score(1).setting(Setting::OtherEffectsHours, 24), 24);
  rule.fires_from_score(third_day().with("age", "65-plus"), 1);
  rule.fires_without(time_unknown().with("age", "65-plus").score(1));
  rule.silent_without(third_day().without("age"));
  rule.silent_without(third_day().with("age", "65-plus").without("tiredness"));
}

RULE_TEST("Something else that worries is enough to call", "other-worry", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"other"});
  rule.silent_without(calm().without("body-symptoms"));
}

}  // namespace tiredness::test
