#pragma once
/// @brief The seam behind which a build has texts or has none.

#include "document.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/json/catalogue.hpp"

namespace tiredness::json {

/// Checks a catalogue: every key that is needed and no other, well-formed templates, known placeholders. A build without
/// texts cannot, and says so.
void check_catalogue(const Value& document, Diagnostics& diagnostics);

/// Names and values of the placeholders, for the texts of a catalogue.
std::vector<TextArgument> text_arguments(const ClinicConfig& config, std::int64_t count);

}  // namespace tiredness::json
