#pragma once
/// @brief The seam behind which a build has texts or has none.

#include "document.hpp"
#include "tiredness/json/catalogue.hpp"

namespace tiredness::json {

/// Checks a catalogue: every key that is needed and no other, well-formed templates, known placeholders. A build without
/// texts cannot, and says so.
void check_catalogue(const Value& document, Diagnostics& diagnostics);

}  // namespace tiredness::json
