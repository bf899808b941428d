#pragma once
/// @brief A clinical lead's approval: what it is of, and whether that is what runs. docs/clinical-approval.md says how it is given.

#include <string>
#include <string_view>

#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

/// The hashes of what runs. Request: `{}` or `{"config":…}`, a clinic's settings. Value: `rules`, `engine`, `texts` of each language,
/// `sources` and `settings`, each in 64 digits.
std::string hashes(std::string_view request);

/// What an approval came to.
struct ApprovalVerdict {
  /// All that is wrong with it: with an error it approves nothing. A warning says that it is older than a year.
  Diagnostics faults;
  /// "Approved for … by …, …, on …."; empty where it approves nothing.
  std::string said;
};

/// @param text the approval, as JSON
/// @param config the clinic's settings, as JSON
/// @param today a date, as the caller's calendar has it: nothing here knows one
ApprovalVerdict check_approval(std::string_view text, std::string_view config, std::string_view today);

}  // namespace tiredness::json
