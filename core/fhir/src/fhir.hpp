#pragma once
/// @brief What reading and writing FHIR have in common: names, and when an item is enabled.

#include <string>
#include <string_view>
#include <vector>

#include "tiredness/facts.hpp"
#include "tiredness/json/texts.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json::fhir {

/// Names, not addresses: under a domain that is reserved, so that nobody can answer for it and nothing can be fetched.
inline constexpr std::string_view questionnaire_url =
    "https://tiredness-check.example/fhir/Questionnaire/tiredness-check";
inline constexpr std::string_view code_system_base = "https://tiredness-check.example/fhir/CodeSystem/";

/// A page is a group; its id alone may also be that of an item ("tiredness").
inline constexpr std::string_view page_prefix = "page-";
/// FHIR has no "time or word": the words stand in an item of their own behind the dateTime item `session-ended`.
inline constexpr std::string_view session_words_link_id = "session-ended-words";
inline constexpr std::string_view session_words_text = "ui.fhir.session-words";
/// Texts that FHIR wants as items of their own: a hint, and what the ends of a scale mean.
inline constexpr std::string_view hint_suffix = "-hint";
inline constexpr std::string_view low_suffix = "-low";
inline constexpr std::string_view high_suffix = "-high";

/// The item whose option ids and texts these are: its code system.
constexpr std::string_view options_of(const Item& question) {
  return question.texts.empty() ? question.link_id : question.texts;
}

/// What an option says as a whole, where a clinician reads it: its short name and the detail are one text.
std::string display_of(const Item& question, const AnswerOption& option, const Texts& texts);

/// `{"system":…,"code":…,"display":…}`; without a text, no display.
void write_coding(Writer& out, const Item& question, const AnswerOption& option, std::string_view display);

/// When an item is asked, as far as FHIR can say it. Where it cannot, the item is asked more often, never less often: an
/// answer that does not count is dropped when it is assessed.
struct Enabling {
  std::vector<std::string> clauses;  ///< JSON of each `enableWhen`; none: always asked
  bool all = false;                  ///< all of them must hold, rather than any
  bool exact = true;                 ///< FHIR says the whole of the condition
};
Enabling enabling_of(ItemId id);

}  // namespace tiredness::json::fhir
