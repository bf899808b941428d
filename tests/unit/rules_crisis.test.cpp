#include "rule_test.hpp"

namespace tiredness::test {

RULE_TEST("Thoughts of death or harm are a crisis", "self-harm-thoughts", "[rules][crisis]") {
  rule.fires_exactly_for(calm(), "self-harm", {"thoughts", "unsure", "cannot-stay-safe", "plan", "harm-others"});
  rule.silent_without(calm().without("self-harm"));
}

RULE_TEST("A wish not to wake up is a crisis, whatever else is said", "death-wish", "[rules][crisis]") {
  rule.fires_exactly_for(calm(), "mind-symptoms", {"death-wish"});
  for (const AnswerOption& option : options::self_harm)
    rule.fires(calm().with("self-harm", option.id).with("mind-symptoms", {"death-wish"}));
  rule.fires(calm().with("mind-symptoms", {"death-wish", "none"}));
  rule.silent_without(calm().without("mind-symptoms"));
}

TEST_CASE("A plan is both an emergency and a crisis", "[rules][emergency][crisis]") {
  const Disposition disposition = calm().with("self-harm", "plan").decide();
  CHECK(disposition.level == Level::Emergency);
  CHECK(disposition.levels == Levels{Level::Emergency, Level::Crisis});
}

}  // namespace tiredness::test
