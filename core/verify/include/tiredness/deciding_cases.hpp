#pragma once
/// @brief For each rule, and each line of the allow-list, the smallest answers with which it decides: for somebody who is to
/// approve it. By the same exact search as a comparison of two rule sets (diff.hpp).

#include <optional>
#include <vector>

#include "tiredness/diff.hpp"

namespace tiredness {

struct DecidingCase {
  std::optional<std::size_t> rule;       ///< a place among the book's rules; nothing: a line of the allow-list
  std::size_t line = 0;                  ///< that line
  bool alone = true;                     ///< false: another rule of its level, or another line, always decides with it
  std::optional<SmallestCase> smallest;  ///< nothing: it never decides, as another rule always does
};

/// First the rules, in their order, then the lines. A rule decides where it gives the level; a line where no rule fires and it does not
/// hold. Takes a second or more.
std::vector<DecidingCase> deciding_cases(const RuleBook& book, const Progress& progress = {});

/// Calm answers on the day after: what a smallest case is compared with.
Situation calm_situation();

}  // namespace tiredness
