#include "tiredness/rules.hpp"

#include <map>
#include <set>

#include "rule_test.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

/// The tables of the clinical specification.
struct Agreed {
  Level level;
  std::string_view id;
  std::string_view sources;
};
constexpr std::array<Agreed, 73> agreed{{
    {Level::Emergency, "danger-sign", "D01 D02 D03 D04 D06 D10 D12 D16 D18 D19 K01 K13 K43"},
    {Level::Emergency, "unsure-critical-sign", "D01 T10"},
    {Level::Emergency, "cannot-stay-awake", "K01 D04"},
    {Level::Emergency, "high-pressure-with-symptoms", "D05 K10"},
    {Level::Emergency, "self-harm-plan", "D20"},
    {Level::Emergency, "harm-others", "D21"},
    {Level::Emergency, "low-sugar-drowsy", "D14"},
    {Level::Emergency, "fever-with-palpitations", "D13"},
    {Level::Emergency, "not-checked-with-depressant", "M03 D04"},
    {Level::Crisis, "self-harm-thoughts", "D07 K41"},
    {Level::Crisis, "death-wish", "D07"},
    {Level::Urgent, "danger-signs-unanswered", "T08 T10"},
    {Level::Urgent, "cannot-self-care", "F01 D16"},
    {Level::Urgent, "drowsy-with-depressant", "K45 M01 M03 D09"},
    {Level::Urgent, "drowsy-alone-with-sedative", "K45 M01 M03 C15"},
    {Level::Urgent, "silent-and-low", "K41 T08 D20"},
    {Level::Urgent, "extra-dose", "K36 D09"},
    {Level::Urgent, "high-pressure", "D05"},
    {Level::Urgent, "maternal-warning", "D11"},
    {Level::Urgent, "fever-with-spread", "D13 D17"},
    {Level::Urgent, "dehydration", "D15"},
    {Level::Urgent, "withdrawal", "M08 M09"},
    {Level::Urgent, "low-sugar", "D14"},
    {Level::Urgent, "not-checked", "D04"},
    {Level::Urgent, "hallucinations", "K14 K15"},
    {Level::Urgent, "stimulant-heart", "M02 K10"},
    {Level::Urgent, "fall-on-blood-thinner", "D19"},
    {Level::Urgent, "leg-sign", "D11 D22"},
    {Level::Urgent, "mania-with-risk", "K33"},
    {Level::SameDay, "worsening", "S39 T16"},
    {Level::SameDay, "worse-since-last-check", "S39 T16"},
    {Level::SameDay, "severe", "F03 F15"},
    {Level::SameDay, "never-clears-unable", "S18 S19 N1"},
    {Level::SameDay, "sleepy-after-sleep", "K03 K04"},
    {Level::SameDay, "function-lost-late", "S19 F01"},
    {Level::SameDay, "unreal-late-or-upsetting", "K14 K15 K37"},
    {Level::SameDay, "bladder-or-liver", "K29 K30"},
    {Level::SameDay, "pregnancy", "K40"},
    {Level::SameDay, "mood", "K33 K41"},
    {Level::SameDay, "risky-intake", "M03 M16 D09"},
    {Level::SameDay, "stimulant-headache", "M02 K10"},
    {Level::SameDay, "vomiting-and-unable", "D15 D16"},
    {Level::SameDay, "drying-out", "D15"},
    {Level::SameDay, "drowsy-with-sedative", "K45 M01 M04 M05 M06 M16"},
    {Level::SameDay, "infection", "D17 F19"},
    {Level::SameDay, "fall-or-palpitations", "K39 D02"},
    {Level::SameDay, "not-prescribed", "K32"},
    {Level::SameDay, "unattended", "K02 K34 K35"},
    {Level::SameDay, "higher-risk", "K38 M04 F16 F20"},
    {Level::SameDay, "medicine-stopped", "M08 M09"},
    {Level::SameDay, "self-harm-unanswered", "K41 T08"},
    {Level::SameDay, "function-unknown", "principle-3"},
    {Level::Soon, "no-session-yet", "scope"},
    {Level::Soon, "past-expected-time", "S18 S38 K20 K25"},
    {Level::Soon, "under-age", "scope"},
    {Level::Soon, "severe-but-able", "F03"},
    {Level::Soon, "higher-risk-tired", "K38 F16"},
    {Level::Soon, "never-clears", "S18 N1"},
    {Level::Soon, "course-persistent", "S18 N1"},
    {Level::Soon, "moderate-late", "F03 F04 S15"},
    {Level::Soon, "effects-late", "S15"},
    {Level::Soon, "function-lost", "S19 F15"},
    {Level::Soon, "long-standing", "F12 F13 F14 F24"},
    {Level::Soon, "background-sign", "F14 F17 F20"},
    {Level::Soon, "new-medicine", "M13 F15"},
    {Level::Soon, "lasting-longer", "S13 K28 N6 N7"},
    {Level::Soon, "unclear-trend", "S39"},
    {Level::Soon, "iv-sore", "D17"},
    {Level::Soon, "score-missing", "principle-3"},
    {Level::Soon, "not-eased-by-rest", "F01"},
    {Level::Soon, "foggy-late", "K31"},
    {Level::Soon, "older-adult", "F16"},
    {Level::Soon, "other-worry", "S21 T02"},
}};

constexpr std::array on_treatment_day{Node{Op::AnyOf, 2, {}, 0, 0}, Node{Op::TreatmentDay, 1, {}, 0, 0}};

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

TEST_CASE("The tables are the specification's: every rule, its level, its sources, in their order", "[rules]") {
  std::vector<Agreed> shipped;
  for (const Rule& rule : rule_set().rules) shipped.push_back({rule.level, rule.id, rule.sources});
  REQUIRE(shipped.size() == agreed.size());
  for (std::size_t i = 0; i < agreed.size(); ++i) {
    INFO(agreed[i].id);
    CHECK(shipped[i].level == agreed[i].level);
    CHECK(shipped[i].id == agreed[i].id);
    CHECK(shipped[i].sources == agreed[i].sources);
  }
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
                         Rule{"treatment-day", Level::SameDay, "", on_treatment_day}};
  RuleSet set = rule_set();
  set.rules = rules;
  const Patient unknown = calm().without("body-symptoms");
  CHECK(decide(set, unknown.facts()).fired.none());
  const Patient both = first_afternoon().with("body-symptoms", {"headache"});
  CHECK(decide(set, both.facts()).fired.count() == 2);
  CHECK(decide(set, both.facts()).level == Level::Urgent);
}

}  // namespace tiredness::test
