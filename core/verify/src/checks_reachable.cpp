#include <algorithm>
#include <array>

#include "checks.hpp"
#include "tiredness/care.hpp"
#include "ordinary.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view rules_reached = "every rule is reached, as the only one at its level";
constexpr std::string_view never_alone = "rules that are never alone, with the rule that always goes with them";
constexpr std::string_view tips_reached = "every tip, variant, action and safety line is reached";
constexpr std::string_view ordinary = "ordinary tiredness is expected";

/// Whether the rule decides here: it fires at the level of the result, and no other rule does.
bool decides_alone(const RuleSet& rules, const Rule& rule, const Facts& facts) {
  const Disposition disposition = decide(rules, facts);
  if (disposition.level != rule.level) return false;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    const bool is_it = &rules.rules[i] == &rule;
    if (is_it != disposition.fired[i] && (is_it || rules.rules[i].level == rule.level)) return false;
  }
  return true;
}

}  // namespace

std::uint64_t Checks::reach_rule(const Supported& entry) {
  const ClinicConfig* const configs[] = {&config_};
  std::uint64_t checked = 0;
  bool reached = false;
  for (const RuleClause& clause : entry.clauses) {
    const Enumeration all{clause.support, conditions_within(clause.support, clause.when()), configs};
    for (const Answers& background : calm_backgrounds()) {
      if (reached) return checked;
      Scene scene{config_};
      scene.answers = background;
      scene.now = Instant{};
      all.for_each(scene, all.items().size(), [&](const auto&) {
        ++checked;
        const Facts facts = scene.facts();
        reached = facts.evaluate(clause.when()) == Truth::True && decides_alone(rules_, *entry.rule, facts);
        if (reached) result_.witnesses.push_back(scene.situation());
        return !reached;
      });
    }
  }
  std::string other;
  if (reached) return checked;
  if (always_with_another(entry, checked, other))
    covered(never_alone, checked, std::string(entry.rule->id) + " never fires without " + other);
  else
    failed(rules_reached,
           "the rule " + std::string(entry.rule->id) + " never decides alone, and no one rule explains why", {});
  return checked;
}

/// A rule that cannot be alone because another of its level fires wherever it does.
bool Checks::always_with_another(const Supported& entry, std::uint64_t& checked, std::string& other) {
  const ClinicConfig* const configs[] = {&config_};
  for (const Supported& candidate : supported_) {
    if (candidate.rule == entry.rule || candidate.rule->level != entry.rule->level) continue;
    if ((candidate.support & ~entry.support) != 0) continue;
    const Enumeration all{entry.support, conditions_within(entry.support, entry.rule->when), configs};
    Scene scene{config_};
    bool with_it = true;
    bool ever = false;
    all.for_each(scene, all.items().size(), [&](const auto&) {
      ++checked;
      const Facts facts = scene.facts();
      if (facts.evaluate(entry.rule->when) != Truth::True) return true;
      if (!ever) result_.witnesses.push_back(scene.situation());
      ever = true;
      with_it = facts.evaluate(candidate.rule->when) == Truth::True;
      return with_it;
    });
    if (ever && with_it) {
      other = candidate.rule->id;
      return true;
    }
  }
  return false;
}

/// Looks through the witnesses of the rules and some more for every piece of advice.
void Checks::reach_tips() {
  std::vector<std::string> missing;
  std::uint64_t looked_for = 0;
  const ClinicConfig* const configs[] = {&config_};
  // Searches the whole support of a condition, all else calm, for a situation of which `found` holds.
  const auto search = [&](const std::string& name, Condition condition, auto found) {
    ++looked_for;
    const ItemSet support = support_of(condition);
    const Enumeration all{support, conditions_within(support, condition), configs};
    bool reached = false;
    for (const Answers& background : calm_backgrounds()) {
      Scene scene{config_};
      scene.answers = background;
      scene.now = Instant{};
      if (reached) break;
      all.for_each(scene, all.items().size(), [&](const auto&) {
        reached = found(scene.facts());
        if (reached) result_.witnesses.push_back(scene.situation());
        return !reached;
      });
    }
    if (!reached) missing.push_back(name);
  };
  for (const Tip& tip : all_tips()) {
    const auto shown_as = [&](std::string_view variant) {
      return [&tip, variant, this](const Facts& facts) {
        const auto advice = advice_for(decide(rules_, facts).level, facts);
        return std::any_of(advice.begin(), advice.end(),
                           [&](const CareAdvice& entry) { return entry.tip == &tip && entry.variant == variant; });
      };
    };
    search(std::string(tip.id), tip.variants[0].when, shown_as({}));
    for (const TipVariant& variant : tip.variants)
      if (!variant.id.empty())
        search(std::string(tip.id) + "." + std::string(variant.id), variant.when, shown_as(variant.id));
  }
  for (const SafetyLine& line : all_safety_lines())
    search("safety." + std::string(line.id), line.when,
           [&](const Facts& facts) { return facts.evaluate(line.when) == Truth::True; });
  for (const Action& action : all_actions())
    search("action." + std::string(action.id), action.when,
           [&](const Facts& facts) { return facts.evaluate(action.when) == Truth::True; });
  for (const std::string& name : missing) failed(tips_reached, name + " is never shown", {});
  covered(tips_reached, looked_for, "tips, variants, actions and safety lines");
}

void Checks::ordinary_cases() {
  const bool standard = !config_.differs_from_default();
  if (!standard) return covered(ordinary, 0, "cases (a stricter clinic may find them out of the ordinary)");
  const auto cases = ordinary_situations();
  for (const OrdinaryCase& entry : cases)
    if (decide(rules_, Facts{entry.answers, {config_, std::nullopt, {}}}).level != Level::Expected)
      failed(ordinary, std::string(entry.story) + ": not expected", {{entry.answers, std::nullopt, {}}});
  covered(ordinary, cases.size(), "cases");
}

void Checks::reachable() {
  std::uint64_t checked = 0;
  for (const Supported& entry : supported_) {
    checked += reach_rule(entry);
    step();
  }
  covered(rules_reached, supported_.size(), "rules, in " + std::to_string(checked) + " states");
  reach_tips();
  ordinary_cases();
  step();
}

}  // namespace tiredness::verification
