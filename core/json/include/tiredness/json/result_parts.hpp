#pragma once
/// @brief Parts of a result that other documents show as well: an answer, the title, a line of the plan, a sentence of what to say.

#include <string>

#include "tiredness/assessment.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/texts.hpp"

namespace tiredness::json {

/// The answer to an item as it stands in a case; null where it is not answered.
void write_answer(Writer& out, ItemId id, std::uint32_t chosen, const Request& request);

/// The key of what the result is headed by: of both, where emergency and crisis fire.
std::string title_key(const Disposition& disposition, const ClinicConfig& config);

/// A line of the plan in words: the activity, from when on, and what must hold.
std::string plan_line_in_words(const PlanLine& line, const Texts& texts);

/// One sentence of what to say on the call, with its values.
std::string said_in_words(const Said& said, const Request& request, const Texts& texts);

}  // namespace tiredness::json
