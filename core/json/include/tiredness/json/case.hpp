#pragma once
/// @brief Cases, as the command line takes them: texts are in the case's language, or English.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tiredness/answers.hpp"
#include "tiredness/check_in.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/json/content.hpp"
#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

/// The language of a case that names none, for the command line.
inline constexpr std::string_view language_where_none_is_named = "en";

/// The assessment of a case as JSON, without an envelope. Nothing if the case has errors; they are then in `faults`.
/// @param language of a case that names none; empty for keys in place of texts, as the engine of a page has them
std::optional<std::string> assess_case(std::string_view text, const Content* content, Diagnostics& faults,
                                       std::string_view language = language_where_none_is_named);

/// When what may be done again, as JSON: the answers about the session alone are used, and nothing is assessed.
std::optional<std::string> plan_case(std::string_view text, const Content* content, Diagnostics& faults);

/// A case file of these answers, at this moment, with these earlier check-ins.
std::string write_case(const Answers& answers, const std::optional<Instant>& now,
                       std::span<const CheckIn> history = {});

/// The settings of a config file. Errors are in `faults`.
ClinicConfig load_config(std::string_view text, Diagnostics& faults);

/// Faults as `[{"severity":…,"code":…,"pointer":…,"message":…}]`.
std::string diagnostics_as_json(const Diagnostics& faults);

}  // namespace tiredness::json
