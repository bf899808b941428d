#pragma once
/// @brief The shipped rules and questions as documents: the canonical JSON dump, whose SHA-256 is the rule-set hash, and
/// tables to read.

#include <string>

namespace tiredness::json {

/// Everything that can change a level: rules, allow-list, when each item is asked, settings. One line, one newline.
std::string rules_as_json();

/// The decision table for a clinician, in Markdown, with texts and sources (needs linked texts).
std::string rules_as_markdown();

/// Pages, items and options in words, when each is asked, and the way through as a chart (Markdown with Mermaid).
std::string questionnaire_as_markdown();

}  // namespace tiredness::json
