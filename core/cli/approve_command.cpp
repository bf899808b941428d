#include <ctime>
#include <iostream>

#include "commands.hpp"
#include "tiredness/approval/approval.hpp"
#include "tiredness/json/reply.hpp"

namespace tiredness::cli {
namespace {

/// As this machine's calendar has it.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::string date(sizeof "2026-11-27", '\0');
  date.resize(std::strftime(date.data(), date.size(), "%Y-%m-%d", &local));
  return date;
}

/// A clinic's settings, or none where no file is named.
std::optional<std::string> read_settings(const std::string& path) { return path.empty() ? "{}" : read_file(path); }

}  // namespace

int print_hashes(const std::string& config_path) {
  const auto config = read_settings(config_path);
  if (!config) return InputAtFault;
  const std::string reply = json::hashes("{\"config\":" + *config + "}");
  const auto hashes = json::value_in(reply);
  if (!hashes) {
    std::cerr << config_path << ": these are no settings; \"tiredness-check validate\" tells why\n";
    return InputAtFault;
  }
  std::cout << *hashes << '\n';
  return Done;
}

int check_approval(const std::string& path, const std::string& config_path, const std::string& date) {
  const auto config = read_settings(config_path);
  const auto text = read_file(path);
  if (!config || !text) return InputAtFault;
  const json::ApprovalVerdict verdict = json::check_approval(*text, *config, date.empty() ? today() : date);
  report(path, verdict.faults);
  if (verdict.said.empty()) {
    std::cout << "Not approved: the check says so as well.\n";
    return InputAtFault;
  }
  std::cout << verdict.said << '\n';
  return Done;
}

}  // namespace tiredness::cli
