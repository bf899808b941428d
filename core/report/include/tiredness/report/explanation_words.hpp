#pragma once
/// @brief A case explained in words, for staff.

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

/// The explanation of a case in words: level, reasons with sources, what was looked at, what would change it. Nothing if the case has
/// errors; they are then in `faults`.
std::optional<std::string> explain_case(std::string_view text, const Content& content, Diagnostics& faults);

}  // namespace tiredness::json
