#pragma once
/// @brief What changes between two rule sets, as a document: JSON for programs, Markdown for people.

#include <string>

#include "tiredness/diff.hpp"

namespace tiredness::json {

/// One side of a comparison.
struct DiffSide {
  std::string name;  ///< as the reader knows it: a path, or "shipped"
  RuleBook book;
};

/// One line, one newline.
std::string diff_as_json(const DiffSide& before, const DiffSide& after, const Difference& difference);
std::string diff_as_markdown(const DiffSide& before, const DiffSide& after, const Difference& difference);

}  // namespace tiredness::json
