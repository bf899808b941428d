#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "tiredness/texts/shipped_content.hpp"
#include "tiredness/timestamp.hpp"

namespace {

using namespace tiredness::cli;
namespace json = tiredness::json;

constexpr std::string_view usage =
    R"(tiredness-check: tells usual from unusual tiredness after ketamine therapy. Not a diagnosis.

  tiredness-check assess CASE.json         the assessment of a case, as JSON ("-": standard input)
  tiredness-check assess --jsonl           one case a line in, one assessment a line out
  tiredness-check assess --format keys …   either, with keys in place of texts, as a page's engine gives it
  tiredness-check assess --format fhir …   either, as a FHIR R4 QuestionnaireResponse: the answers alone
  tiredness-check explain CASE.json        the same in words: level, reasons, sources, what would change it
  tiredness-check plan CASE.json           when what may be done again, from the session's time alone, as JSON
  tiredness-check validate FILE...         every fault of clinic configs, content catalogues and cases
  tiredness-check verify [--config FILE] [--format json]
                                           proves the shipped rules safe over every answer, and prints what was covered
  tiredness-check diff [--format FORMAT] A B
                                           what changes between two rule sets or settings: markdown (as it is without) or json.
                                           A and B: what "rules --format json" printed, of an earlier release too; a clinic
                                           config; or the word shipped. Exit: 0 nothing, 1 something, 2 a file is at fault
  tiredness-check approve --hashes [--config FILE]
                                           the hashes of rules, engine, texts, sources and settings, as JSON
  tiredness-check approve --check APPROVAL.json [--config FILE] [--date 2026-11-27]
                                           whether a clinical lead's approval is of what this is, under these settings.
                                           Exit: 0 approved, 1 not, 2 wrong usage
  tiredness-check rules --format FORMAT    the decision table: json or markdown
  tiredness-check questionnaire --format FORMAT [--language LANGUAGE]
                                           pages, items and options: json, markdown, or fhir (a FHIR R4 Questionnaire)
  tiredness-check --version
  tiredness-check --help

A case is {"answers":{...},"now":"2026-11-20T14:00:00-05:00","history":[...],"config":{...},"language":"en"};
only "answers" is required. In its place a FHIR QuestionnaireResponse to this questionnaire may be given.
Exit: 0 done, 1 the input is at fault, 2 wrong usage.
)";

int wrong_usage(const std::string& what) {
  std::cerr << "tiredness-check: " << what << "\n\n" << usage;
  return WrongUsage;
}

bool is_option(const std::string& argument) { return argument.size() > 1 && argument[0] == '-'; }

/// What stands behind a command: options with a value, flags, and files.
struct Parsed {
  std::map<std::string, std::string> values;
  std::vector<std::string> flags;
  std::vector<std::string> files;

  /// The value of an option, or `otherwise` where it was not given.
  [[nodiscard]] std::string value(const std::string& option, const std::string& otherwise = {}) const {
    const auto found = values.find(option);
    return found == values.end() ? otherwise : found->second;
  }
};

/// @param valued the options that take a value. Nothing where one has none, or is given twice.
std::optional<Parsed> parse(const std::vector<std::string>& arguments, const std::vector<std::string>& valued) {
  Parsed parsed;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (!is_option(argument)) {
      parsed.files.push_back(argument);
    } else if (std::find(valued.begin(), valued.end(), argument) == valued.end()) {
      parsed.flags.push_back(argument);
    } else if (i + 1 == arguments.size() || !parsed.values.emplace(argument, arguments[i + 1]).second) {
      return std::nullopt;
    } else {
      ++i;
    }
  }
  return parsed;
}

/// The value of `--format`, which is the only option of these commands.
std::string format_of(const std::vector<std::string>& arguments) {
  return arguments.size() == 2 && arguments[0] == "--format" ? arguments[1] : "";
}

int run_assess(const std::vector<std::string>& arguments) {
  const auto parsed = parse(arguments, {"--format"});
  if (!parsed) return wrong_usage("assess takes --format once, with json, keys or fhir");
  const std::string format = parsed->value("--format", "json");
  if (format != "json" && format != "keys" && format != "fhir")
    return wrong_usage("assess takes --format json, --format keys or --format fhir");
  const AssessFormat as = format == "fhir"   ? AssessFormat::Fhir
                          : format == "keys" ? AssessFormat::Keys
                                             : AssessFormat::Json;
  if (parsed->files.empty() && parsed->flags == std::vector<std::string>{"--jsonl"}) return assess_lines(as);
  if (parsed->files.size() != 1 || !parsed->flags.empty()) return wrong_usage("assess takes one case file");
  return assess_file(parsed->files[0], as);
}

int run_verify(const std::vector<std::string>& arguments) {
  const auto parsed = parse(arguments, {"--config", "--format"});
  constexpr std::string_view takes = "verify takes nothing, or --config and a file, and --format json";
  if (!parsed || !parsed->flags.empty() || !parsed->files.empty()) return wrong_usage(std::string(takes));
  const bool as_json = parsed->value("--format") == "json";
  if (parsed->values.contains("--format") && !as_json) return wrong_usage(std::string(takes));
  return verify_rules(parsed->value("--config"), as_json ? VerifyFormat::Json : VerifyFormat::Text);
}

int run_diff(const std::vector<std::string>& arguments) {
  const auto parsed = parse(arguments, {"--format"});
  if (!parsed) return wrong_usage("diff takes --format once, with markdown or json");
  const std::string format = parsed->value("--format", "markdown");
  if (format != "markdown" && format != "json") return wrong_usage("diff takes --format markdown or --format json");
  const std::vector<std::string>& files = parsed->files;
  if (files.size() != 2 || !parsed->flags.empty()) return wrong_usage("diff takes two rule sets or configs");
  if (files[0] == "-" && files[1] == "-") return wrong_usage("diff reads one of the two from standard input, not both");
  return diff_rules(files[0], files[1], format == "json" ? DiffFormat::Json : DiffFormat::Markdown);
}

int run_approve(const std::vector<std::string>& arguments) {
  const auto parsed = parse(arguments, {"--check", "--config", "--date"});
  constexpr std::string_view needs =
      "approve takes --hashes or --check APPROVAL.json, each option once; --config a file, --date a day such as "
      "2026-11-27";
  if (!parsed || !parsed->files.empty()) return wrong_usage(std::string(needs));
  const std::string approval = parsed->value("--check");
  const std::string date = parsed->value("--date");
  if (!date.empty() && !tiredness::parse_date(date)) return wrong_usage(std::string(needs));
  if (!approval.empty() && parsed->flags.empty()) return check_approval(approval, parsed->value("--config"), date);
  if (approval.empty() && date.empty() && parsed->flags == std::vector<std::string>{"--hashes"})
    return print_hashes(parsed->value("--config"));
  return wrong_usage(std::string(needs));
}

int run_questionnaire(const std::vector<std::string>& arguments) {
  const auto parsed = parse(arguments, {"--format", "--language"});
  constexpr std::string_view needs = "questionnaire needs --format json, --format markdown or --format fhir";
  if (!parsed || !parsed->flags.empty() || !parsed->files.empty()) return wrong_usage(std::string(needs));
  const std::string language = parsed->value("--language", "en");
  if (json::shipped_content().find_catalogue(language) == nullptr)
    return wrong_usage("there are no texts in the language '" + language + "'");
  const int code = print_questionnaire(parsed->value("--format"), language);
  return code == Done ? code : wrong_usage(std::string(needs));
}

int run(const std::string& command, const std::vector<std::string>& arguments) {
  if (command == "--help" || command == "-h" || command == "help") {
    std::cout << usage;
    return Done;
  }
  if (command == "--version" && arguments.empty()) return print_version();
  if (command == "assess") return run_assess(arguments);
  if (command == "approve") return run_approve(arguments);
  if (command == "diff") return run_diff(arguments);
  if (command == "verify") return run_verify(arguments);
  if (command == "validate" && !arguments.empty() && std::none_of(arguments.begin(), arguments.end(), is_option))
    return validate_files(arguments);
  if (command == "explain") {
    if (arguments.size() != 1 || is_option(arguments[0])) return wrong_usage("explain takes one case file");
    return explain_file(arguments[0]);
  }
  if (command == "plan") {
    if (arguments.size() != 1 || is_option(arguments[0])) return wrong_usage("plan takes one case file");
    return plan_file(arguments[0]);
  }
  if (command == "rules" && print_rules(format_of(arguments)) == Done) return Done;
  if (command == "questionnaire") return run_questionnaire(arguments);
  if (command == "rules") return wrong_usage("rules needs --format json or --format markdown");
  if (command == "validate") return wrong_usage("validate takes at least one file, and no option");
  if (command == "--version") return wrong_usage("--version takes nothing more");
  return wrong_usage("there is no command '" + command + "'");
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.empty()) return wrong_usage("a command is needed");
  return run(arguments[0], {arguments.begin() + 1, arguments.end()});
}
