#pragma once
/// @brief The rule set. All rules are evaluated; the most urgent one that fires wins; nothing lowers a level.

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tiredness/facts.hpp"
#include "tiredness/level.hpp"
#include "tiredness/predicate.hpp"

namespace tiredness {

/// A rule proposes its level when its condition is True. Unknown proposes nothing: where a missing answer matters, a rule
/// says so itself.
struct Rule {
  std::string_view id;
  Level level;
  std::string_view sources;  ///< fact ids, separated by spaces; their documents are in content/sources.json
  Condition when;
};

/// Visits each fact of a list that spaces separate.
template <class Visit>
constexpr void for_each_source(std::string_view sources, Visit visit) {
  while (!sources.empty()) {
    const std::size_t end = std::min(sources.find(' '), sources.size());
    visit(sources.substr(0, end));
    sources.remove_prefix(std::min(end + 1, sources.size()));
  }
}

struct RuleSet {
  std::string_view version;  ///< semantic; any change that can change a level for any answers is a minor or major one
  std::span<const Rule> rules;  ///< most urgent level first
  Condition allow_list;         ///< `expected` is given only where no rule fired and this is True
  Rule expected;                ///< the default, where the allow-list holds
  Rule not_on_allow_list;       ///< the default, where it does not
};

/// The shipped rules; `rules_approved` says whether a clinician has approved them.
const RuleSet& rule_set();

inline constexpr std::size_t most_rules = 128;
using RuleBits = std::bitset<most_rules>;

/// Which rules fired, and the levels they propose.
struct Disposition {
  Level level = Level::Emergency;
  Levels levels;
  RuleBits fired;  ///< bit n = rules[n]
};

/// Decides. Total: every answer set has exactly one level.
Disposition decide(const RuleSet& rules, const Facts& facts);

/// The default rule that gave the level, where no rule fired; nothing otherwise.
const Rule* default_rule(const RuleSet& rules, const Disposition& disposition);

}  // namespace tiredness
