#pragma once
/// @brief The shipped rules and questions as documents: the canonical JSON dump, whose SHA-256 is the rule-set hash, and
/// tables to read.

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/json/diagnostic.hpp"
#include "tiredness/rule_book.hpp"

namespace tiredness::json {

/// Everything that can change a level: rules, allow-list, when each item is asked, settings. One line, one newline.
std::string rules_as_json();
/// The same of any rule set. The settings that are in force are no part of it: a clinic's are in its own config.
std::string rules_as_json(const RuleBook& book);

/// Reads a dump back, of this release or of an earlier one, with its settings at their defaults. Nothing if it has faults:
/// all of them are then in `faults`. What it says that this build does not know is a fault too: it could change a level.
std::optional<RuleBook> read_rules(std::string_view text, Diagnostics& faults);

/// Whether a document is a dump of rules, as far as one can tell at a glance.
bool looks_like_rules(std::string_view text);

/// The decision table for a clinician, in Markdown, with the English texts and the sources.
std::string rules_as_markdown(const Content& content);

/// Pages, items and options in words, when each is asked, and the way through as a chart (Markdown with Mermaid).
std::string questionnaire_as_markdown(const Content& content);

}  // namespace tiredness::json
