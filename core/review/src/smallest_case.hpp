#pragma once
/// @brief The smallest case of a class of answers, for people and as a case file.

#include <string>

#include "tiredness/diff.hpp"

namespace tiredness::json {

/// What is not calm, or that everything is.
std::string case_in_words(const SmallestCase& smallest);

/// A case file, without the answers that this build does not know.
std::string case_of(const SmallestCase& smallest);

}  // namespace tiredness::json
