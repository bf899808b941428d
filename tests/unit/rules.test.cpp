#include "tiredness/rules.hpp"

#include <map>
#include <set>

#include "rule_test.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

constexpr std::array always{Node{Op::AnyOf, 2, {}, 0, 0}, Node{Op::TreatmentDay, 1, {}, 0, 0}};

}  // namespace

TEST_CASE("Every shipped rule is tested to fire, to just miss, and with an answer missing", "[rules]") {
  std::map<std::string_view, RuleTest> tests;
  for (const RegisteredRuleTest& test : registered_rule_tests()) {
    const auto [entry, is_new] = tests.try_emplace(test.rule_id, test.rule_id, RuleTest::Mode::Count);
    CHECK(is_new);
    test.body(entry->second);
  }
  for (const Rule& rule : rule_set().rules) {
    INFO(rule.id);
    const auto test = tests.find(rule.id);
    REQUIRE(test != tests.end());
    CHECK(test->second.complete());
  }
  CHECK(tests.size() == rule_set().rules.size());
}

TEST_CASE("The rules stand most urgent first, each id once, each with its sources", "[rules]") {
  std::set<std::string_view> ids{rule_set().expected.id, rule_set().not_on_allow_list.id};
  Level before = Level::Emergency;
  for (const Rule& rule : rule_set().rules) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.level <= before);
    CHECK(rule.level > Level::Expected);
    CHECK_FALSE(rule.sources.empty());
    CHECK_FALSE(rule.when.empty());
    before = rule.level;
  }
  CHECK(ids.size() == rule_set().rules.size() + 2);
}

TEST_CASE("The tables have the agreed rules, in the agreed order", "[rules]") {
  const std::map<Level, Ids> agreed{
      {Level::Emergency,
       {"danger-sign", "unsure-critical-sign", "cannot-stay-awake", "high-pressure-with-symptoms", "self-harm-plan",
        "harm-others", "low-sugar-drowsy", "fever-with-palpitations", "not-checked-with-depressant"}},
      {Level::Crisis, {"self-harm-thoughts", "death-wish"}},
      {Level::Urgent,
       {"danger-signs-unanswered", "cannot-self-care", "drowsy-with-depressant", "extra-dose", "high-pressure",
        "maternal-warning", "fever-with-spread", "dehydration", "withdrawal", "low-sugar", "not-checked",
        "hallucinations", "stimulant-heart", "fall-on-blood-thinner", "leg-sign", "mania-with-risk"}},
      {Level::SameDay,
       {"worsening", "worse-since-last-check", "severe", "sleepy-after-sleep", "function-lost-late",
        "unreal-late-or-upsetting", "bladder-or-liver", "pregnancy", "mood", "risky-intake", "stimulant-headache",
        "drying-out", "drowsy-with-sedative", "infection", "fall-or-palpitations", "not-prescribed", "under-age",
        "unattended", "higher-risk", "medicine-stopped", "self-harm-unanswered", "function-unknown"}},
      {Level::Soon,
       {"no-session-yet", "past-expected-time", "moderate-late", "effects-late", "function-lost", "long-standing",
        "background-sign", "new-medicine", "lasting-longer", "unclear-trend", "iv-sore", "score-missing",
        "not-eased-by-rest", "foggy-late", "older-adult", "other-worry"}}};
  std::map<Level, Ids> shipped;
  for (const Rule& rule : rule_set().rules) shipped[rule.level].emplace_back(rule.id);
  CHECK(shipped == agreed);
}

TEST_CASE("The rule set carries its version and says that nobody has approved it", "[rules]") {
  CHECK(rule_set().version == rules_version);
  CHECK(std::string(rules_version).substr(0, std::string(rules_version).find('.')) == std::to_string(rules_major));
  CHECK(rules_hash.size() == 64);
  CHECK_FALSE(rules_approved);
}

TEST_CASE("The most urgent rule that fires wins", "[rules][decide]") {
  const Patient patient = calm().with("body-symptoms", {"other", "urinary", "leg"}).with("danger-signs", {"chest"});
  const Disposition disposition = patient.decide();
  CHECK(disposition.level == Level::Emergency);
  CHECK(disposition.levels == Levels{Level::Emergency, Level::Urgent, Level::SameDay, Level::Soon});
  CHECK(disposition.fired.count() == 4);
}

TEST_CASE("Nothing lowers a level: calm answers beside a sign do not matter", "[rules][decide]") {
  CHECK(calm().score(0).with("danger-signs", {"chest", "none"}).level() == Level::Emergency);
  CHECK(calm().with("trend", "better").with("function", "cannot-self-care").level() == Level::Urgent);
}

TEST_CASE("A rule set without a rule that fires falls back to its defaults", "[rules][decide]") {
  RuleSet none = rule_set();
  none.rules = {};
  const Patient well = calm();
  const Disposition earned = decide(none, well.facts());
  CHECK(earned.level == Level::Expected);
  CHECK(default_rule(none, earned)->id == "allow-list");
  const Patient danger = calm().with("danger-signs", {"chest"});
  const Disposition refused = decide(none, danger.facts());
  CHECK(refused.level == Level::Soon);
  CHECK(default_rule(none, refused)->id == "not-on-allow-list");
}

TEST_CASE("A fired rule leaves no default", "[rules][decide]") {
  CHECK(default_rule(rule_set(), calm().with("body-symptoms", {"other"}).decide()) == nullptr);
}

TEST_CASE("A condition that is unknown proposes nothing", "[rules][decide]") {
  const std::array rules{Rule{"headache", Level::Urgent, "", when<has("body-symptoms", "headache")>()},
                         Rule{"treatment-day", Level::SameDay, "", always}};
  RuleSet set = rule_set();
  set.rules = rules;
  const Patient unknown = calm().without("body-symptoms");
  CHECK(decide(set, unknown.facts()).fired.none());
  const Patient both = first_afternoon().with("body-symptoms", {"headache"});
  CHECK(decide(set, both.facts()).fired.count() == 2);
  CHECK(decide(set, both.facts()).level == Level::Urgent);
}

}  // namespace tiredness::test
