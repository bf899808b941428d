#pragma once
/// @brief The dumps of the rule sets that were released: docs/rule-sets.

#include <string>
#include <vector>

namespace tiredness::test {

/// The text of each. Fails the test where there is none.
std::vector<std::string> released_rules();

}  // namespace tiredness::test
