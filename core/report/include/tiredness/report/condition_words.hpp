#pragma once
/// @brief Conditions for people and for documents: their parts, and what they say in words.

#include <string>
#include <string_view>
#include <vector>

#include "tiredness/rule_book.hpp"

namespace tiredness::json {

/// Calls for each part of a group.
template <class Visit>
void for_each_part(Condition condition, Visit visit) {
  for (std::size_t at = 1; at < condition.front().size; at += condition[at].size)
    visit(condition.subspan(at, condition[at].size));
}

/// The rules that ship, under the default settings: the book of their conditions.
const RuleBook& shipped_book();

/// The item that a node is about.
const BookItem& item_in(const RuleBook& book, const Node& node);

/// The setting that the threshold of a node is; null where it is fixed, or where there is none.
const BookSetting* setting_in(const RuleBook& book, const Node& node);

/// The options of a choice node; none where any answer will do.
std::vector<std::string_view> options_of(const RuleBook& book, const Node& node);

/// An id as Markdown code.
std::string code(std::string_view id);
/// "a, b or c".
std::string joined(const std::vector<std::string>& parts, std::string_view last);
/// The condition, of that book, as a sentence in Markdown.
std::string in_words(const RuleBook& book, Condition condition, bool nested = false);

}  // namespace tiredness::json
