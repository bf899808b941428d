#include <chrono>
#include <iomanip>
#include <iostream>

#include "commands.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/review/verify_document.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::cli {
namespace {

void print(const Verification& result, double seconds) {
  const std::uint64_t all = json::checked_in_all(result);
  for (const Coverage& entry : result.covered)
    std::cout << std::setw(12) << entry.checked << "  " << entry.property << ": " << entry.what << '\n';
  std::cout << std::fixed << std::setprecision(1) << std::setw(12) << all << "  in all, in " << seconds << " s ("
            << static_cast<double>(all) / seconds / 1e6 << " million a second)\n";
  for (const Counterexample& failure : result.failures) {
    std::cout << "DOES NOT HOLD: " << failure.property << ": " << failure.explanation << '\n';
    for (const Situation& situation : failure.cases)
      std::cout << json::write_case(situation.answers, situation.now, situation.history) << '\n';
  }
}

}  // namespace

int verify_rules(const std::string& config_path, VerifyFormat format) {
  ClinicConfig config;
  std::string own_config = "{}";
  if (!config_path.empty()) {
    const auto text = read_file(config_path);
    if (!text) return InputAtFault;
    own_config = *text;
    json::Diagnostics faults;
    config = json::load_config(own_config, faults);
    report(config_path, faults);
    if (faults.has_errors()) return InputAtFault;
  }
  if (format == VerifyFormat::Text)
    std::cout << "Rules " << rules_version << " (" << rules_hash << "), settings "
              << (config.differs_from_default() ? "changed" : "default") << '\n';
  const auto start = std::chrono::steady_clock::now();
  const Verification result = json::prove(config, own_config);
  if (format == VerifyFormat::Json) {
    std::cout << json::proof_as_json(result, config);
  } else {
    print(result, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    std::cout << (result.holds() ? "Every property holds.\n" : "The rules are not safe.\n");
  }
  return result.holds() ? Done : InputAtFault;
}

}  // namespace tiredness::cli
