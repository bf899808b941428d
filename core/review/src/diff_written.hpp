#pragma once
/// @brief What two rule sets say differently, word by word: before anybody asks what it changes.

#include <string>
#include <string_view>
#include <vector>

#include "tiredness/rule_book.hpp"

namespace tiredness::json {

/// One thing that is said differently; empty on the side that does not have it.
struct WrittenChange {
  std::string_view kind;  ///< "rule", "allow-list", "question", "asked", "derived" or "setting"
  std::string id;
  std::string before;  ///< Markdown
  std::string after;
};

std::vector<WrittenChange> written_changes(const RuleBook& before, const RuleBook& after);

}  // namespace tiredness::json
