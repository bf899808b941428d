#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "commands.hpp"

namespace {

using namespace tiredness::cli;

constexpr std::string_view usage =
    R"(tiredness-check: tells usual from unusual tiredness after ketamine therapy. Not a diagnosis.

  tiredness-check assess CASE.json         the assessment of a case, as JSON ("-": standard input)
  tiredness-check assess --jsonl           one case a line in, one assessment a line out
  tiredness-check explain CASE.json        the same in words: level, reasons, sources, what would change it
  tiredness-check validate FILE...         every fault of clinic configs, content catalogues and cases
  tiredness-check verify [--config FILE]   proves the shipped rules safe over every answer, and prints what was covered
  tiredness-check rules --format FORMAT    the decision table: json or markdown
  tiredness-check questionnaire --format FORMAT   pages, items and options: json or markdown
  tiredness-check --version
  tiredness-check --help

A case is {"answers":{...},"now":"2026-11-20T14:00:00-05:00","history":[...],"config":{...},"language":"en"};
only "answers" is required. Exit: 0 done, 1 the input is at fault, 2 wrong usage.
)";

int wrong_usage(const std::string& what) {
  std::cerr << "tiredness-check: " << what << "\n\n" << usage;
  return WrongUsage;
}

bool is_option(const std::string& argument) { return argument.size() > 1 && argument[0] == '-'; }

/// The value of `--format`, which is the only option of these commands.
std::string format_of(const std::vector<std::string>& arguments) {
  return arguments.size() == 2 && arguments[0] == "--format" ? arguments[1] : "";
}

int run(const std::string& command, const std::vector<std::string>& arguments) {
  if (command == "--help" || command == "-h" || command == "help") {
    std::cout << usage;
    return Done;
  }
  if (command == "--version" && arguments.empty()) return print_version();
  if (command == "assess" && arguments == std::vector<std::string>{"--jsonl"}) return assess_lines();
  if (command == "verify" && arguments.empty()) return verify_rules("");
  if (command == "verify" && arguments.size() == 2 && arguments[0] == "--config") return verify_rules(arguments[1]);
  if (command == "validate" && !arguments.empty() && std::none_of(arguments.begin(), arguments.end(), is_option))
    return validate_files(arguments);
  if (command == "assess" || command == "explain") {
    if (arguments.size() != 1 || is_option(arguments[0]))
      return wrong_usage(command + " takes one case file");
    return command == "assess" ? assess_file(arguments[0]) : explain_file(arguments[0]);
  }
  if (command == "rules" && print_rules(format_of(arguments)) == Done) return Done;
  if (command == "questionnaire" && print_questionnaire(format_of(arguments)) == Done) return Done;
  if (command == "rules") return wrong_usage("rules needs --format json or --format markdown");
  if (command == "questionnaire") return wrong_usage("questionnaire needs --format json or --format markdown");
  if (command == "verify") return wrong_usage("verify takes nothing, or --config and a file");
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
