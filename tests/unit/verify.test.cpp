#include "tiredness/verify.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <stdexcept>
#include <string>

#include "catch.hpp"
#include "checks.hpp"

using namespace tiredness;
using verification::calm_answers;
using verification::Scene;
using verification::support_of;
using verification::Value;

namespace {

/// Answers at random, the same on every run.
class Dice {
 public:
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

  void roll(Scene& scene, ItemId id, const std::vector<Value>& sessions) {
    const Item& question = item_of(id);
    if (question.type == ItemType::DateTime)
      return scene.set(static_cast<unsigned>(id), sessions[below(sessions.size())]);
    Value value;
    if (question.type == ItemType::Integer)
      value.chosen = static_cast<std::uint32_t>(below(highest_score + 2));
    else if (question.type == ItemType::Multi)
      value.chosen = static_cast<std::uint32_t>(engine_() & engine_()) & ((1U << question.options.size()) - 1);
    else if (below(6) != 0)
      value.chosen = 1U << below(question.options.size());
    scene.set(static_cast<unsigned>(id), value);
  }

 private:
  std::mt19937_64 engine_{7};  // NOLINT(cert-msc32-c,cert-msc51-cpp)
};

std::vector<Value> sessions(const ClinicConfig& config) {
  const ClinicConfig* const configs[] = {&config};
  return verification::session_values(configs);
}

/// A rule set of one shipped rule, with another condition.
struct Changed {
  explicit Changed(std::string_view id, Condition condition) : set(rule_set()) {
    for (const Rule& rule : rule_set().rules)
      if (rule.id == id) rules.push_back({rule.id, rule.level, rule.sources, condition});
    set.rules = rules;
  }
  std::vector<Rule> rules;
  RuleSet set;
};

const Rule& rule_named(std::string_view id) {
  for (const Rule& rule : rule_set().rules)
    if (rule.id == id) return rule;
  throw std::invalid_argument(std::string(id));
}

bool fails(const Verification& result, std::string_view property) {
  for (const Counterexample& failure : result.failures)
    if (failure.property == property) return true;
  return false;
}

}  // namespace

TEST_CASE("A rule reads only what its support declares", "[verify]") {
  const ClinicConfig config;
  const auto times = sessions(config);
  Dice dice;
  for (const Rule& rule : rule_set().rules) {
    const ItemSet support = support_of(rule.when);
    for (int sample = 0; sample < 300; ++sample) {
      Scene scene{config};
      for (std::size_t i = 0; i < items.size(); ++i) dice.roll(scene, static_cast<ItemId>(i), times);
      const Truth before = scene.facts().evaluate(rule.when);
      for (std::size_t i = 0; i < items.size(); ++i)
        if ((support & bit_of(static_cast<ItemId>(i))) == 0) dice.roll(scene, static_cast<ItemId>(i), times);
      INFO(rule.id);
      REQUIRE(scene.facts().evaluate(rule.when) == before);
    }
  }
}

TEST_CASE("The support of a rule follows derived values and what decides whether an item is asked", "[verify]") {
  const auto reads = [](Condition condition, std::string_view link_id) {
    return (support_of(condition) & bit_of(*find_item(link_id))) != 0;
  };
  const Condition rest = when<has("rest-helps", "no")>();
  CHECK(reads(rest, "tiredness"));
  CHECK(reads(rest, "session-ended"));
  CHECK_FALSE(reads(rest, "slept"));
  const Condition day = when<treatment_day()>();
  CHECK(reads(day, "slept"));
  CHECK(reads(day, "daily-dose"));
  CHECK(reads(day, "setting"));
  CHECK_FALSE(reads(day, "alertness"));
  CHECK(reads(when<has("function", "unsure")>(), "slept"));
  CHECK(reads(when<has("dose-as-planned", "more")>(), "setting"));
}

TEST_CASE("Verification notices a rule that a worse answer switches off", "[verify]") {
  const ClinicConfig config;
  SECTION("a rule as it ships passes") {
    const Changed shipped{"past-expected-time", rule_named("past-expected-time").when};
    verification::Checks checks{shipped.set, config};
    checks.worse();
    CHECK(checks.take().holds());
  }
  SECTION("a rule for some loss of function alone is calmer when function is lost") {
    const Changed changed{"iv-sore", when<has("function", "some")>()};
    verification::Checks checks{changed.set, config};
    checks.worse();
    const Verification result = checks.take();
    REQUIRE(fails(result, "worse is never calmer"));
    CHECK(result.failures.front().cases.size() == 2);
  }
  SECTION("a rule that asks for a sign not to be ticked") {
    const Changed changed{"leg-sign", when<only("body-symptoms", "leg")>()};
    verification::Checks checks{changed.set, config};
    checks.worse();
    CHECK(fails(checks.take(), "worse is never calmer"));
  }
  SECTION("an allow-list that lets a severe score pass") {
    Changed changed{"iv-sore", when<has("body-symptoms", "iv-sore")>()};
    RuleSet& loose = changed.set;
    loose.allow_list = when<all_of(only("danger-signs", "none"), at_least("tiredness", 5))>();
    verification::Checks checks{loose, config};
    checks.worse();
    CHECK(fails(checks.take(), "worse is never calmer"));
  }
}

TEST_CASE("Clauses say what the condition says", "[verify]") {
  const ClinicConfig config;
  const auto times = sessions(config);
  Dice dice;
  for (const Rule& rule : rule_set().rules) {
    const auto clauses = verification::clauses_of(rule.when);
    for (int sample = 0; sample < 300; ++sample) {
      Scene scene{config};
      for (std::size_t i = 0; i < items.size(); ++i) dice.roll(scene, static_cast<ItemId>(i), times);
      const Facts facts = scene.facts();
      Truth greatest = Truth::False;
      for (const auto& clause : clauses) {
        CHECK((support_of(clause) & ~support_of(rule.when)) == 0);
        greatest = std::max(greatest, facts.evaluate(clause));
      }
      INFO(rule.id);
      REQUIRE(greatest == facts.evaluate(rule.when));
    }
  }
}

TEST_CASE("Of values that a condition cannot tell apart one is tried, and all that it can tell apart are", "[verify]") {
  const ClinicConfig config;
  const ClinicConfig* const configs[] = {&config};
  const auto values = [&](std::string_view link_id, Condition condition) {
    const Condition conditions[] = {condition};
    return verification::values_of(static_cast<unsigned>(*find_item(link_id)), conditions, configs);
  };
  CHECK(values("trend", when<has("trend", "better")>()).size() == 3);  // not answered, better, the others
  CHECK(values("trend", when<any_of(has("trend", "better"), has("trend", "worse"))>()).size() == 4);
  CHECK(values("tiredness", when<at_least("tiredness", Setting::ModerateScore)>()).size() == 3);
  CHECK(values("tiredness", when<above("tiredness", "tiredness-first-day")>()).size() == highest_score + 2);
  CHECK(values("tiredness", when<all_of(at_least("tiredness", 4), rose_since_check())>()).size() == highest_score + 2);
  CHECK(values("slept", when<treatment_day()>()).size() == 4);
  // Four words; the start, both sides of 24 h and of 30 h; and as dates these and a day more, one of which is there already.
  CHECK(values("session-ended", when<session_within(30)>()).size() == 4 + 5 + 9);
}

TEST_CASE("Verification notices a course that would be calm", "[verify]") {
  const ClinicConfig config;
  const auto course = [&](std::string_view id, Condition condition) {
    const Changed changed{id, condition};
    verification::Checks checks{changed.set, config};
    checks.course();
    return checks.take();
  };
  CHECK(fails(course("never-clears", when<all_of(has("between-sessions", "stays"), at_least("tiredness", 2))>()),
              "tiredness that never clears is never expected, however recent the session"));
  CHECK(fails(
      course("course-persistent", when<all_of(course_persistent(Setting::ModerateScore), session_at_or_after(25))>()),
      "tiredness that outlasts kept check-ins is never expected from a day after the session on"));
  CHECK(fails(course("course-persistent", rule_named("never-clears").when),
              "tiredness that outlasts kept check-ins is never expected with a dose every day"));
}

TEST_CASE("A rule for the first day that ended with the treatment day would make an unsure answer calmer", "[verify]") {
  const ClinicConfig config;
  const Changed changed{"severe", when<all_of(at_least("tiredness", 10), treatment_day())>()};
  verification::Checks checks{changed.set, config};
  checks.worse();
  const Verification result = checks.take();
  REQUIRE(fails(result, "worse is never calmer"));
  const Changed alone{"severe", rule_named("severe").when};
  verification::Checks again{alone.set, config};
  again.worse();
  CHECK(again.take().holds());
}

TEST_CASE("Verification notices a danger sign that no longer wins", "[verify]") {
  const ClinicConfig config;
  const Changed changed{"danger-sign", when<has("danger-signs", "breathing", "chest")>()};
  verification::Checks checks{changed.set, config};
  checks.danger();
  CHECK(fails(checks.take(), "danger wins"));
}

TEST_CASE("Verification notices a rule that can never be reached", "[verify]") {
  const ClinicConfig config;
  const Changed unreachable{"iv-sore", when<all_of(has("age", "under-18"), has("age", "65-plus"))>()};
  verification::Checks checks{unreachable.set, config};
  checks.reachable();
  CHECK(fails(checks.take(), "every rule is reached, as the only one at its level"));
}

TEST_CASE("Verification notices a rule that a stricter setting switches off", "[verify]") {
  const ClinicConfig config;
  const Changed changed{"iv-sore", when<session_before(Setting::ExpectedTirednessHours)>()};
  verification::Checks checks{changed.set, config};
  checks.settings(1000);
  CHECK(fails(checks.take(), "a stricter setting never lowers a level"));
}

TEST_CASE("Only the settings that verification varies are named by conditions", "[verify]") {
  std::set<std::uint32_t> named;
  const auto collect = [&](Condition condition) {
    for (const Node& node : condition)
      if (const auto setting = setting_of(node)) named.insert(static_cast<std::uint32_t>(*setting));
  };
  for (const Rule& rule : rule_set().rules) collect(rule.when);
  collect(rule_set().allow_list);
  for (std::size_t i = 0; i < items.size(); ++i) collect(enable_when(static_cast<ItemId>(i)));
  named.insert(static_cast<std::uint32_t>(Setting::TreatmentDayHours));  // through the derived value
  std::set<std::uint32_t> varied;
  for (const Setting setting : verification::level_settings) varied.insert(static_cast<std::uint32_t>(setting));
  CHECK(named == varied);
}
