#pragma once
/// @brief Proves the safety of a rule set under a clinic's settings, over every answer. docs/proof.md has the argument.
///
///     const Verification result = verify(rule_set(), config);
///     if (!result.holds()) …result.failures.front()…

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/progress.hpp"
#include "tiredness/rules.hpp"

namespace tiredness {

/// A case: the answers and the moment at which they are assessed.
struct Situation {
  Answers answers;
  std::optional<Instant> now;
  std::vector<CheckIn> history;
};

/// A property that does not hold, with the smallest case found that shows it.
struct Counterexample {
  std::string property;
  std::string explanation;
  std::vector<Situation> cases;  ///< one, or two that are compared: first the better answer, then the worse
};

/// What was covered by one property.
struct Coverage {
  std::string property;
  std::uint64_t checked = 0;
  std::string what;  ///< what was counted
};

struct Verification {
  std::vector<Coverage> covered;
  std::vector<Counterexample> failures;
  std::vector<Situation> witnesses;  ///< situations that reach every rule and every piece of advice
  [[nodiscard]] bool holds() const { return failures.empty(); }
};

/// Checks every property. Takes some seconds. Where there are threads, `progress` is called from two of them, one call at a time.
Verification verify(const RuleSet& rules, const ClinicConfig& config, const Progress& progress = {});

}  // namespace tiredness
