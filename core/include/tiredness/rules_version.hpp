#pragma once
/// @brief The version of the shipped rules, and the fingerprint by which a clinic knows them.

#include <string_view>

namespace tiredness {

/// Semantic. Any change that can change a level for any answers is a new minor or major version and stands in the
/// changelog with the rules it touches.
inline constexpr std::string_view rules_version = "1.0.0";

/// Check-ins are compared only with those made under the same major version.
inline constexpr int rules_major = 1;

/// SHA-256 of `tiredness-check rules --format json`. A test fails when a rule has changed and this has not.
inline constexpr std::string_view rules_hash = "0555ea5868a66dba29d287a3ee255ab174c8feae8e5dca0c99bcb7b5049352de";

/// Whether a clinician has approved this version. The product says so wherever it shows the version.
inline constexpr bool rules_approved = false;

}  // namespace tiredness
