#include "commands.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

#include "tiredness/engine_version.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/report/explanation_words.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/fhir/fhir.hpp"
#include "tiredness/report/rules_document.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace tiredness::cli {
namespace {

using json::Diagnostic;
using json::Diagnostics;

std::string only_diagnostics(const Diagnostics& faults) {
  return "{\"diagnostics\":" + json::diagnostics_as_json(faults) + "}";
}

/// A case, or a FHIR response that holds one.
std::optional<std::string> assess_text(std::string_view text, AssessFormat format, Diagnostics& faults) {
  const auto one_case = json::case_from_fhir(text, json::shipped_content(), faults);
  if (!one_case) return std::nullopt;
  switch (format) {
    case AssessFormat::Json: return json::assess_case(*one_case, &json::shipped_content(), faults);
    case AssessFormat::Keys: return json::assess_case(*one_case, &json::shipped_content(), faults, {});
    case AssessFormat::Fhir: return json::response_as_fhir(*one_case, json::shipped_content(), faults);
  }
  return std::nullopt;
}

/// Prints the outcome of one text. Warnings stand in an assessment; a FHIR response has no place for them.
ExitCode print_assessment(std::string_view text, AssessFormat format, const std::string& name) {
  Diagnostics faults;
  const auto written = assess_text(text, format, faults);
  std::cout << (written ? *written : only_diagnostics(faults)) << '\n';
  if (!written || format == AssessFormat::Fhir) report(name, faults);
  return written ? Done : InputAtFault;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::ostringstream text;
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  if (in.peek() != std::istream::traits_type::eof()) text << in.rdbuf();
  if (in.bad() || (path != "-" && !file.is_open())) {
    std::cerr << "tiredness-check: cannot read " << path << "; check the path\n";
    return std::nullopt;
  }
  return std::move(text).str();
}

void report(const std::string& name, const Diagnostics& faults) {
  for (const Diagnostic& fault : faults.all())
    std::cerr << name << ": " << (fault.pointer.empty() ? "/" : fault.pointer) << ": "
              << (fault.severity == Diagnostic::Severity::Warning ? "warning: " : "") << fault.message << '\n';
}

int assess_file(const std::string& path, AssessFormat format) {
  const auto text = read_file(path);
  return text ? print_assessment(*text, format, path) : InputAtFault;
}

int assess_lines(AssessFormat format) {
  std::string line;
  std::size_t number = 0;
  int exit_code = Done;
  while (std::getline(std::cin, line)) {
    ++number;
    if (is_blank(line)) continue;
    if (print_assessment(line, format, "line " + std::to_string(number)) != Done) exit_code = InputAtFault;
  }
  return exit_code;
}

int explain_file(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return InputAtFault;
  Diagnostics faults;
  const auto one_case = json::case_from_fhir(*text, json::shipped_content(), faults);
  const auto explanation = one_case ? json::explain_case(*one_case, json::shipped_content(), faults) : std::nullopt;
  if (explanation) {
    std::cout << *explanation;
    return Done;
  }
  report(path, faults);
  return InputAtFault;
}

int plan_file(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return InputAtFault;
  Diagnostics faults;
  const auto one_case = json::case_from_fhir(*text, json::shipped_content(), faults);
  const auto plan = one_case ? json::plan_case(*one_case, &json::shipped_content(), faults) : std::nullopt;
  std::cout << (plan ? *plan : only_diagnostics(faults)) << '\n';
  if (!plan) report(path, faults);
  return plan ? Done : InputAtFault;
}

int validate_files(std::span<const std::string> paths) {
  int exit_code = Done;
  for (const std::string& path : paths) {
    const auto text = read_file(path);
    if (!text) {
      exit_code = InputAtFault;
      continue;
    }
    Diagnostics faults;
    if (const auto document = json::case_from_fhir(*text, json::shipped_content(), faults))
      faults.append(json::validate_document(*document, &json::shipped_content()));
    report(path, faults);
    if (!faults.all().empty())
      exit_code = InputAtFault;
    else
      std::cout << path << ": no fault\n";
  }
  return exit_code;
}

int print_rules(std::string_view format) {
  if (format != "json" && format != "markdown") return WrongUsage;
  std::cout << (format == "json" ? json::rules_as_json() : json::rules_as_markdown(json::shipped_content()));
  return Done;
}

int print_questionnaire(std::string_view format, std::string_view language) {
  if (format == "markdown") {
    std::cout << json::questionnaire_as_markdown(json::shipped_content());
    return Done;
  }
  if (format == "fhir") {
    std::cout << *json::questionnaire_as_fhir(language, json::shipped_content()) << '\n';
    return Done;
  }
  if (format != "json") return WrongUsage;
  const std::string answer =
      json::questionnaire(R"({"language":")" + std::string(language) + R"("})", &json::shipped_content());
  // main.cpp has refused any other language.
  std::cout << json::value_in(answer).value() << '\n';
  return Done;
}

int print_version() {
  std::cout << "tiredness-check " << engine_version << "\nrules " << rules_version << " (SHA-256 " << rules_hash
            << "), " << approval_in_words << '\n';
  for (const json::Catalogue& texts : json::shipped_content().catalogues)
    std::cout << "content " << texts.version << " (" << texts.language << "), "
              << (texts.reviewed_by.empty() ? "not yet reviewed" : "reviewed by " + texts.reviewed_by) << '\n';
  std::cout << "Not a diagnosis. A clinic's clinical lead approves the rules before they go live.\n";
  return Done;
}

}  // namespace tiredness::cli
