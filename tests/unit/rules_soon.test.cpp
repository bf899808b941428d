#include "rule_test.hpp"

namespace tiredness::test {
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

RULE_TEST("A moderate score on the third day is outside the usual pattern", "moderate-late", "[rules][soon]") {
  rule.fires_from_score(third_day(), 4);
  rule.fires_from_hours(calm().score(4), 48);
  rule.fires_from_score(third_day().setting(Setting::ModerateScore, 3), 3);
  rule.fires_from_hours(calm().score(4).setting(Setting::OtherEffectsHours, 24), 24);
  rule.misses(no_session_yet().score(9));
  rule.fires_without(time_unknown().score(4));
  rule.silent_without(third_day().without("tiredness"));
}

RULE_TEST("Other effects on the third day are outside the usual pattern", "effects-late", "[rules][soon]") {
  rule.fires_exactly_for(third_day(), "body-symptoms", {"nausea", "vomiting", "headache", "dizzy", "blurred-vision"});
  rule.fires_from_hours(calm().with("body-symptoms", {"headache"}), 48);
  rule.fires_from_hours(calm().with("body-symptoms", {"dizzy"}).setting(Setting::OtherEffectsHours, 36), 36);
  rule.misses(no_session_yet().with("body-symptoms", {"headache"}));
  rule.fires_without(time_unknown().with("body-symptoms", {"nausea"}));
  rule.silent_without(third_day().without("body-symptoms"));
}

RULE_TEST("Usual things lost after the treatment day are outside the usual pattern", "function-lost",
          "[rules][soon]") {
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
  rule.fires_exactly_for(calm(), "session-pattern", {"longer"});
  rule.fires_from_hours(calm().with("session-pattern", "longer"), 24);  // not asked before
  rule.fires_without(time_unknown().with("session-pattern", "longer"));
  rule.silent_without(calm().without("session-pattern"));
}

RULE_TEST("A trend that is not clear needs a look", "unclear-trend", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "trend", {"came-back", "up-and-down", "too-soon", "unsure"});
  rule.fires_exactly_for(first_afternoon(), "trend", {"came-back", "up-and-down"});
  rule.fires_from_hours(calm().with("trend", "too-soon"), 12);
  rule.fires_from_hours(calm().with("trend", "unsure"), 12);
  rule.misses(no_session_yet());
  rule.fires_without(calm().without("trend"));
  rule.fires_without(first_afternoon().without("trend"));
  rule.fires_without(time_unknown().with("trend", "too-soon"));
}

RULE_TEST("A sore spot needs a look", "iv-sore", "[rules][soon]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"iv-sore"});
  rule.silent_without(calm().without("body-symptoms"));
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
