#pragma once
/// @brief The version of the shipped rules, and the fingerprint by which a clinic knows them.

#include <string_view>

namespace tiredness {

/// Semantic. Any change that can change a level for any answers is a new minor or major version and stands in the
/// changelog with the rules it touches.
inline constexpr std::string_view rules_version = "2.1.0";

/// Check-ins are compared only with those made under the same major version.
inline constexpr int rules_major = 2;

/// SHA-256 of `tiredness-check rules --format json`. A test fails when a rule has changed and this has not.
inline constexpr std::string_view rules_hash = "f3b4d06f962480c8459443a295c5a697b8230510a295f218c60441d0c2453bb1";

/// Whether a clinician has approved this version. The product says so wherever it shows the version.
inline constexpr bool rules_approved = false;
/// The same in words, for those who read of the rules.
inline constexpr std::string_view approval_in_words =
    rules_approved ? "approved by a clinician" : "not yet approved by a clinician";

}  // namespace tiredness
