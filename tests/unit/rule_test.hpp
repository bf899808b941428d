#pragma once
/// @brief One test a rule: when it fires, when it just misses, and what it does where an answer is missing.
///
///     RULE_TEST("A fever with chills is urgent", "fever-with-spread", "[rules][urgent]") {
///       rule.fires(calm().with("body-symptoms", {"fever", "chills"}));
///       rule.misses(calm().with("body-symptoms", {"fever"}));
///       rule.silent_without(calm().without("body-symptoms"));
///     }
///
/// rules.test.cpp goes through the shipped rules and fails for one that has no test, or one without all three.

#include <initializer_list>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {

class RuleTest {
 public:
  enum class Mode { Check, Count };
  /// @param mode `Count` only counts what the body says, and keeps for whom the rule fires: for tests over all rules.
  RuleTest(std::string_view rule_id, Mode mode);

  void fires(const Patient& patient);
  void misses(const Patient& patient);
  /// An answer is missing, and the rule leaves that to others.
  void silent_without(const Patient& patient);
  /// An answer is missing or the time is unknown, and the rule fires for that very reason.
  void fires_without(const Patient& patient);

  /// Each of these options makes it fire, and no other option of the item does.
  void fires_exactly_for(const Patient& patient, std::string_view link_id,
                         std::initializer_list<std::string_view> options);
  /// Under, at and over a limit of time since the session.
  void fires_from_hours(const Patient& patient, int hours);
  void fires_until_hours(const Patient& patient, int hours);
  /// Under, at and over a limit of tiredness.
  void fires_from_score(const Patient& patient, int score);

  /// For whom the body says that the rule fires.
  [[nodiscard]] const std::vector<Patient>& fired_for() const { return fired_for_; }
  [[nodiscard]] bool complete() const { return fires_ > 0 && misses_ > 0 && unknown_ > 0; }

 private:
  void expect(const Patient& patient, bool fires);

  std::size_t index_;
  Mode mode_;
  int fires_ = 0;
  int misses_ = 0;
  int unknown_ = 0;
  std::vector<Patient> fired_for_;
};

/// What RULE_TEST registers.
struct RegisteredRuleTest {
  std::string_view rule_id;
  void (*body)(RuleTest&);
};
std::vector<RegisteredRuleTest>& registered_rule_tests();
bool register_rule_test(std::string_view rule_id, void (*body)(RuleTest&));

}  // namespace tiredness::test

#define TIREDNESS_JOIN_(a, b) a##b
#define TIREDNESS_JOIN(a, b) TIREDNESS_JOIN_(a, b)
#define RULE_TEST(sentence, rule_id, tags) RULE_TEST_(sentence, rule_id, tags, TIREDNESS_JOIN(rule_test_, __LINE__))
#define RULE_TEST_(sentence, rule_id, tags, name)                                         \
  static void name(tiredness::test::RuleTest& rule);                                      \
  [[maybe_unused]] static const bool TIREDNESS_JOIN(name, _registered) =                  \
      tiredness::test::register_rule_test(rule_id, name);                                 \
  TEST_CASE(sentence, tags) {                                                             \
    tiredness::test::RuleTest rule_test{rule_id, tiredness::test::RuleTest::Mode::Check}; \
    name(rule_test);                                                                      \
  }                                                                                       \
  static void name(tiredness::test::RuleTest& rule)
