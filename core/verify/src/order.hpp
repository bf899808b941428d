#pragma once
/// @brief Which answer is worse: the order on which principle 6 ("worse is never calmer") is checked.

#include <string_view>
#include <vector>

#include "space.hpp"

namespace tiredness::verification {

/// Replacing the first value of an item by the second must never give a less urgent level.
struct Step {
  std::size_t better;  ///< places among the item's values
  std::size_t worse;
};

/// The steps of an item: from each answer to the next worse ones; and from the best known answer to "unsure" and to no
/// answer at all (principle 3).
std::vector<Step> steps_of(unsigned place, const std::vector<Value>& values);

}  // namespace tiredness::verification
