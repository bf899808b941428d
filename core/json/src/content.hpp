#pragma once
/// @brief The seam behind which a build has texts or has none.

#include "document.hpp"
#include "texts.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/json/catalogue.hpp"

namespace tiredness::json {

/// Checks a catalogue: every key that is needed and no other, well-formed templates, known placeholders. A build without
/// texts cannot, and says so.
void check_catalogue(const Value& document, Diagnostics& diagnostics);

/// Names and values of the placeholders, for the texts of a catalogue.
std::vector<TextArgument> text_arguments(const ClinicConfig& config, std::int64_t count);

/// What a text names of its own: `{time}` and `{later}`, and `{day}` (days since 1970-01-01).
struct NamedTimes {
  std::span<const Instant> times{};
  std::optional<std::int64_t> day{};
};

/// The text with these times. A build without texts has the key.
std::string text_with_times(const Texts& texts, const NamedTimes& named, std::string_view key);

}  // namespace tiredness::json
