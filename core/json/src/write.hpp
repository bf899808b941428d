#pragma once
/// @brief The documents the engine writes.

#include "tiredness/explain.hpp"
#include "tiredness/json/result_parts.hpp"
#include "tiredness/paging.hpp"

namespace tiredness::json {

void write_assessment(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts,
                      const Diagnostics& diagnostics);
void write_explanation(Writer& out, const Explanation& explanation, const Request& request, const Texts& texts,
                       const Diagnostics& diagnostics);
/// "When you call, say this": `say`, a list of sentences.
void write_say(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts);
void write_plan(Writer& out, std::span<const PlanLine> plan, const Texts& texts);
/// What is asked for a plan without a check, and the plan.
void write_plan_view(Writer& out, const PlanWithoutCheck& view, const Facts& facts, Texts& texts,
                     const Diagnostics& diagnostics);
void write_page_view(Writer& out, const PageView& view, const Facts& facts, const Request& request, Texts& texts);
/// The parts of a page of questions.
void write_items(Writer& out, std::span<const ItemId> items, const Facts& facts, const Texts& texts);
void write_errors(Writer& out, std::span<const PageError> errors, const Texts& texts);
void write_echo(Writer& out, const Facts& facts, Texts& texts);
/// `"sources":[…]` of a table's sources.
void write_sources(Writer& out, std::string_view sources);
void write_questionnaire(Writer& out, const Texts& texts);
/// Which engine, rules, texts and settings this is.
void write_versions(Writer& out, const ClinicConfig& config, const Catalogue* catalogue);

}  // namespace tiredness::json
