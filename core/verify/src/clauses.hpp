#pragma once
/// @brief A condition taken apart into clauses: it is True exactly where one of them is.

#include <vector>

#include "tiredness/predicate.hpp"

namespace tiredness::verification {

/// A conjunction of leaves, as a condition of its own.
using Clause = std::vector<Node>;

/// The clauses of a condition: "all of" is distributed over "any of". In three-valued truth too the least of some greatest
/// is the greatest of the leasts, so nothing is lost.
std::vector<Clause> clauses_of(Condition condition);

}  // namespace tiredness::verification
