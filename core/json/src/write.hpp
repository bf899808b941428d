#pragma once
/// @brief The documents the engine writes.

#include "texts.hpp"
#include "tiredness/explain.hpp"
#include "tiredness/paging.hpp"

namespace tiredness::json {

void write_assessment(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts,
                      const Diagnostics& diagnostics);
void write_explanation(Writer& out, const Explanation& explanation, const Request& request, const Texts& texts,
                       const Diagnostics& diagnostics);
/// "When you call, say this": `say`, a list of sentences.
void write_say(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts);
/// One sentence with its values, as a text.
std::string said_in_words(const Said& said, const Request& request, const Texts& texts);

void write_plan(Writer& out, std::span<const PlanLine> plan, const Texts& texts);
/// What is asked for a plan without a check, and the plan.
void write_plan_view(Writer& out, const PlanWithoutCheck& view, const Facts& facts, Texts& texts,
                     const Diagnostics& diagnostics);
/// A line of it in words: the activity, from when on, and what must hold.
std::string plan_line_in_words(const PlanLine& line, const Texts& texts);
void write_page_view(Writer& out, const PageView& view, const Facts& facts, const Request& request, Texts& texts);
/// The parts of a page of questions.
void write_items(Writer& out, std::span<const ItemId> items, const Facts& facts, const Texts& texts);
void write_errors(Writer& out, std::span<const PageError> errors, const Texts& texts);
void write_echo(Writer& out, const Facts& facts, Texts& texts);
/// `"sources":[…]` of a table's sources.
void write_sources(Writer& out, std::string_view sources);
void write_questionnaire(Writer& out, const Texts& texts);
/// The key of what the result is headed by: of both, where emergency and crisis fire.
std::string title_key(const Disposition& disposition, const ClinicConfig& config);
void write_versions(Writer& out, const ClinicConfig& config, const Catalogue* catalogue);
void write_diagnostics(Writer& out, const Diagnostics& diagnostics);
/// The answer to an item as it stands in a case; null where it is not answered.
void write_answer(Writer& out, ItemId id, std::uint32_t chosen, const Request& request);

}  // namespace tiredness::json
