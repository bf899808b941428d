#pragma once
/// @brief The proof of the rules that ship, under a clinic's settings, and what it came to as a document.

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/clinic_config.hpp"
#include "tiredness/json/diagnostic.hpp"
#include "tiredness/verify.hpp"

namespace tiredness::json {

/// Proves the shipped rules safe under these settings: every property of verify(), and that every text is reached.
/// @param config_text the same settings, as their file has them
Verification prove(const ClinicConfig& config, std::string_view config_text, const Progress& progress = {});

/// Everything that was looked at, of all properties.
std::uint64_t checked_in_all(const Verification& result);

/// What it came to: one line, one newline.
std::string proof_as_json(const Verification& result, const ClinicConfig& config);

}  // namespace tiredness::json
