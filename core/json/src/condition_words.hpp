#pragma once
/// @brief Conditions for people and for documents: their parts, and what they say in words.

#include <string>
#include <string_view>
#include <vector>

#include "tiredness/facts.hpp"

namespace tiredness::json {

/// Calls for each part of a group.
template <class Visit>
void for_each_part(Condition condition, Visit visit) {
  for (std::size_t at = 1; at < condition.front().size; at += condition[at].size)
    visit(condition.subspan(at, condition[at].size));
}

/// The options of a choice node; none where any answer will do.
std::vector<std::string_view> options_of(const Node& node);

/// An id as Markdown code.
std::string code(std::string_view id);
/// "a, b or c".
std::string joined(const std::vector<std::string>& parts, std::string_view last);
/// The condition as a sentence in Markdown.
std::string in_words(Condition condition, bool nested = false);

}  // namespace tiredness::json
