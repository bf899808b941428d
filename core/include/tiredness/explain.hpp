#pragma once
/// @brief Why a result came out as it did: what was looked at, and what would change it.

#include <vector>

#include "tiredness/assessment.hpp"

namespace tiredness {

struct TraceNode {
  const Rule* rule;
  Truth truth;
};

/// Another answer to one item, all else equal, and the level it would give.
struct WhatIf {
  ItemId item;
  std::uint32_t chosen;  ///< the other answer: option bits, or a number plus one for integer items
  Level level;
};

struct Explanation {
  Assessment assessment;
  std::vector<TraceNode> trace;  ///< every rule, in table order
  std::vector<WhatIf> what_if;   ///< only those that change the level
};

Explanation explain(const RuleSet& rules, const Answers& answers, const Context& context,
                    std::optional<Page> asked_through = std::nullopt);

}  // namespace tiredness
