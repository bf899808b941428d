#pragma once
/// @brief What the clinical lead's page asks beside the engine's own functions (engine.hpp), in the same envelope: one JSON document in,
/// one out. A clinic's settings that are refused refuse the request. docs/engine.md lists the members.

#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/progress.hpp"

namespace tiredness::json {

/// Every rule in words, by level, and every line of the allow-list, under these settings. Request: a config.
std::string rules_in_words(std::string_view config, const Content& content);

/// For each rule and each line, the smallest answers with which it decides. Request: a config.
std::string deciding_cases(std::string_view config, const Progress& progress = {});

/// Calm answers, to begin a case with. Request: `{}`.
std::string calm_case(std::string_view request);

/// The level by hours since the session, 0 to 14 days, and tiredness, 0 to 10. Request: a case; its session and its tiredness are not used.
std::string level_map(std::string_view request);

/// The explanation of a case in words, as `tiredness-check explain` prints it. Request: a case.
std::string explain_in_words(std::string_view request, const Content& content);

/// What changes between two clinics' settings, as `tiredness-check diff --format json` prints it. Request: `before` and `after`, each
/// with a `name` and a `config`.
std::string diff_settings(std::string_view request, const Progress& progress = {});

/// The proof under these settings, as `tiredness-check verify --format json` prints it. Request: a config.
std::string verify_settings(std::string_view config, const Progress& progress = {});

}  // namespace tiredness::json
