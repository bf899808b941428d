#pragma once
/// @brief The commands of `tiredness-check`. Results go to standard output, messages to standard error.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tiredness/json/diagnostic.hpp"

namespace tiredness::cli {

enum ExitCode : int { Done = 0, InputAtFault = 1, Differs = 1, WrongUsage = 2 };

/// What `assess` prints: the assessment; the same with keys in place of texts, as the engine of a page gives it; or the answers as a FHIR
/// QuestionnaireResponse.
enum class AssessFormat : unsigned char { Json, Keys, Fhir };

/// What `verify` prints: a table for people, without a stable form; or one line of JSON.
enum class VerifyFormat : unsigned char { Text, Json };

/// What `diff` prints.
enum class DiffFormat : unsigned char { Markdown, Json };

/// Wherever a case is read, a FHIR QuestionnaireResponse may stand in its place.
/// @param path a file, or "-" for standard input
int assess_file(const std::string& path, AssessFormat format);
/// One case a line from standard input, one assessment a line out, in order. A bad line gives its diagnostics.
int assess_lines(AssessFormat format);
int explain_file(const std::string& path);
/// When what may be done again, from the session's time alone.
int plan_file(const std::string& path);
int validate_files(std::span<const std::string> paths);
/// Proves the shipped rules safe under a config file; an empty path: under the default settings.
int verify_rules(const std::string& config_path, VerifyFormat format);
/// Compares two rule sets or settings: dumps of rules, config files, or the word "shipped". Done where nothing differs, Differs where
/// something does, WrongUsage where a file cannot be used.
int diff_rules(const std::string& before, const std::string& after, DiffFormat format);
/// The hashes by which a clinic knows what it approves, as JSON. An empty path: with the default settings.
int print_hashes(const std::string& config_path);
/// Whether an approval is of what this is, under a config file; an empty path: under the default settings.
/// @param date the day it is told for; empty: today
int check_approval(const std::string& path, const std::string& config_path, const std::string& date);
int print_rules(std::string_view format);
/// @param language of json and fhir: one that has texts. The Markdown document is English.
int print_questionnaire(std::string_view format, std::string_view language);
int print_version();

/// The whole of a file, or of standard input for "-". Nothing, with a message, if it cannot be read.
std::optional<std::string> read_file(const std::string& path);
/// Writes faults to standard error as `name: /pointer: message`.
void report(const std::string& name, const json::Diagnostics& faults);

}  // namespace tiredness::cli
