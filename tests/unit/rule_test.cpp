#include "rule_test.hpp"

#include <algorithm>

namespace tiredness::test {

RuleTest::RuleTest(std::string_view rule_id, Mode mode) : mode_(mode) {
  const auto rules = rule_set().rules;
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == rule_id; });
  if (found == rules.end()) FAIL("no rule " << rule_id);
  index_ = static_cast<std::size_t>(found - rules.begin());
}

void RuleTest::expect(const Patient& patient, bool fires) {
  if (fires) fired_for_.push_back(patient);
  if (mode_ == Mode::Count) return;
  const Rule& rule = rule_set().rules[index_];
  const Facts facts = patient.facts();
  const Disposition disposition = decide(rule_set(), facts);
  INFO(rule.id << (fires ? " should fire: " : " should not fire: ") << patient.told());
  CHECK((facts.evaluate(rule.when) == Truth::True) == fires);
  CHECK(disposition.fired[index_] == fires);
  if (!fires) return;
  CHECK(disposition.levels.has(rule.level));
  CHECK(disposition.level >= rule.level);
}

void RuleTest::fires(const Patient& patient) {
  ++fires_;
  expect(patient, true);
}

void RuleTest::misses(const Patient& patient) {
  ++misses_;
  expect(patient, false);
}

void RuleTest::silent_without(const Patient& patient) {
  ++unknown_;
  expect(patient, false);
}

void RuleTest::fires_without(const Patient& patient) {
  ++unknown_;
  expect(patient, true);
}

void RuleTest::fires_exactly_for(const Patient& patient, std::string_view link_id,
                                 std::initializer_list<std::string_view> options) {
  for (const std::string_view option : options) fires(patient.also(link_id, option));
  for (const AnswerOption& option : item_of(item_named(link_id)).options)
    if (std::find(options.begin(), options.end(), option.id) == options.end()) misses(patient.also(link_id, option.id));
}

void RuleTest::fires_from_hours(const Patient& patient, int hours) {
  misses(patient.just_under(hours));
  fires(patient.hours(hours));
  fires(patient.just_over(hours));
}

void RuleTest::fires_until_hours(const Patient& patient, int hours) {
  fires(patient.just_under(hours));
  misses(patient.hours(hours));
  misses(patient.just_over(hours));
}

void RuleTest::fires_from_score(const Patient& patient, int score) {
  misses(patient.score(score - 1));
  fires(patient.score(score));
  if (score < highest_score) fires(patient.score(score + 1));
}

std::vector<RegisteredRuleTest>& registered_rule_tests() {
  static std::vector<RegisteredRuleTest> all;
  return all;
}

bool register_rule_test(std::string_view rule_id, void (*body)(RuleTest&)) {
  registered_rule_tests().push_back({rule_id, body});
  return true;
}

}  // namespace tiredness::test
