#pragma once
/// @brief Checks a catalogue that somebody wrote.

#include "tiredness/json/document.hpp"
#include "tiredness/json/content.hpp"

namespace tiredness::json {

/// Every key that is needed and no other, well-formed templates, known placeholders.
/// @param content whose English has the keys of the page's own texts; null: nothing can be checked, which is an error
void check_catalogue(const Value& document, const Content* content, Diagnostics& diagnostics);

}  // namespace tiredness::json
