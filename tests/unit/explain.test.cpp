#include "tiredness/explain.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

Explanation explain(const Patient& patient) {
  return tiredness::explain(rule_set(), patient.answers(), patient.context());
}

std::optional<Level> what_if(const Explanation& explanation, std::string_view link_id, std::uint32_t chosen) {
  for (const WhatIf& other : explanation.what_if)
    if (other.item == item_named(link_id) && other.chosen == chosen) return other.level;
  return std::nullopt;
}

std::uint32_t bits(std::string_view link_id, std::initializer_list<std::string_view> options) {
  return options_named(link_id, options);
}

}  // namespace

TEST_CASE("The trace says of every rule what it came to", "[explain]") {
  const Explanation explanation = explain(calm().with("danger-signs", {"chest"}).without("pregnancy").score(9));
  REQUIRE(explanation.trace.size() == rule_set().rules.size());
  std::size_t fired = 0;
  for (std::size_t i = 0; i < explanation.trace.size(); ++i) {
    CHECK(explanation.trace[i].rule == &rule_set().rules[i]);
    CHECK((explanation.trace[i].truth == Truth::True) == explanation.assessment.disposition.fired[i]);
    if (explanation.trace[i].truth == Truth::True) ++fired;
    if (explanation.trace[i].rule->id == "maternal-warning") CHECK(explanation.trace[i].truth == Truth::Unknown);
    if (explanation.trace[i].rule->id == "leg-sign") CHECK(explanation.trace[i].truth == Truth::False);
  }
  CHECK(fired == 2);
  CHECK(explanation.assessment.disposition.level == Level::Emergency);
}

TEST_CASE("Another answer to one question is tried, and named where it changes the level", "[explain]") {
  const Explanation explanation = explain(calm());
  CHECK(what_if(explanation, "alertness", bits("alertness", {"cannot-stay-awake"})) == Level::Emergency);
  CHECK(what_if(explanation, "alertness", bits("alertness", {"drowsy"})) == Level::SameDay);
  CHECK(what_if(explanation, "self-harm", bits("self-harm", {"thoughts"})) == Level::Crisis);
  CHECK(what_if(explanation, "body-symptoms", bits("body-symptoms", {"leg"})) == Level::Urgent);
  CHECK(what_if(explanation, "body-symptoms", bits("body-symptoms", {"other"})) == Level::Soon);
  CHECK(what_if(explanation, "tiredness", 8) == Level::Soon);
  CHECK_FALSE(what_if(explanation, "tiredness", 7));
  CHECK_FALSE(what_if(explanation, "body-symptoms", bits("body-symptoms", {"cold"})));
}

TEST_CASE("No other answer would calm somebody who is calm already", "[explain]") {
  for (const WhatIf& other : explain(calm()).what_if) CHECK(other.level > Level::Expected);
}

TEST_CASE("One sign less is tried, and `none` in place of all", "[explain]") {
  const Explanation explanation = explain(calm().with("body-symptoms", {"leg", "urinary", "cold"}));
  CHECK(what_if(explanation, "body-symptoms", bits("body-symptoms", {"urinary", "cold"})) == Level::SameDay);
  CHECK(what_if(explanation, "body-symptoms", bits("body-symptoms", {"none"})) == Level::Expected);
  CHECK_FALSE(what_if(explanation, "body-symptoms", bits("body-symptoms", {"leg", "cold"})));
  const Explanation one = explain(calm().with("body-symptoms", {"leg"}));
  CHECK(what_if(one, "body-symptoms", bits("body-symptoms", {"none"})) == Level::Expected);
  CHECK_FALSE(what_if(one, "body-symptoms", 0));  // no answer is not another answer
  CHECK_FALSE(what_if(one, "body-symptoms", bits("body-symptoms", {"leg", "none"})));
}

TEST_CASE("A sign more is tried beside those ticked, without `none`", "[explain]") {
  const Explanation explanation = explain(calm().with("body-symptoms", {"fever"}));
  CHECK(what_if(explanation, "body-symptoms", bits("body-symptoms", {"fever", "palpitations"})) == Level::Emergency);
}

TEST_CASE("Only what the page would offer, and asks, is tried", "[explain]") {
  const Explanation explanation = explain(calm());
  CHECK_FALSE(what_if(explanation, "alertness", bits("alertness", {"not-checked"})));
  CHECK_FALSE(what_if(explanation, "trend", bits("trend", {"too-soon"})));
  CHECK_FALSE(what_if(explanation, "dose-as-planned", bits("dose-as-planned", {"more"})));
  const Explanation helped = explain(calm().with("who", "helper"));
  CHECK(what_if(helped, "alertness", bits("alertness", {"not-checked"})) == Level::Urgent);
}

TEST_CASE("Every what-if is true: giving that answer gives that level", "[explain]") {
  for (const Patient& patient : {calm(), first_afternoon(), third_day().score(4), nobody(), time_unknown()}) {
    const Explanation explanation = explain(patient);
    CHECK_FALSE(explanation.what_if.empty());
    for (const WhatIf& other : explanation.what_if) {
      Answers answers = patient.answers();
      answers.choose(other.item, other.chosen);
      CHECK(assess(rule_set(), answers, patient.context()).disposition.level == other.level);
      CHECK(other.level != patient.level());
    }
  }
}

TEST_CASE("An early result is explained as one", "[explain]") {
  const Patient early = nobody().with("danger-signs", {"chest"});
  CHECK(tiredness::explain(rule_set(), early.answers(), early.context(), Page::Danger).assessment.also_tell.empty());
  CHECK_FALSE(explain(early).assessment.also_tell.empty());
}

}  // namespace tiredness::test
