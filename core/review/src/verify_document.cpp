#include "tiredness/review/verify_document.hpp"

#include <algorithm>
#include <vector>

#include "everything_shown.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {
namespace {

/// Keys that only the browser's own pages show.
bool shown_by_the_page(std::string_view key) {
  return key.starts_with("arg.") || key.starts_with("short.") || key.starts_with("disclaimer.") ||
         key.starts_with("trend.") || key.starts_with("stale.") || key == "interim.title" || key == "plan.and" ||
         key == "plan.comma";
}

std::vector<std::string> keys_never_shown(const std::vector<Situation>& witnesses, std::string_view own_config) {
  const auto shown = everything_shown(witnesses, own_config);
  std::vector<std::string> unseen;
  for (const std::string& key : engine_message_keys())
    if (!shown_by_the_page(key) && std::none_of(shown.begin(), shown.end(), [&](const std::string& text) {
          return text.find('"' + key + '"') != std::string::npos;
        }))
      unseen.push_back(key);
  return unseen;
}

}  // namespace

Verification prove(const ClinicConfig& config, std::string_view config_text, const Progress& progress) {
  Verification result = verify(rule_set(), config, progress);
  constexpr std::string_view reached = "every text is reached";
  for (const std::string& key : keys_never_shown(result.witnesses, config_text))
    result.failures.push_back({std::string(reached), "the text " + key + " is never shown", {}});
  result.covered.push_back({std::string(reached), engine_message_keys().size(), "message keys"});
  return result;
}

std::uint64_t checked_in_all(const Verification& result) {
  std::uint64_t all = 0;
  for (const Coverage& entry : result.covered) all += entry.checked;
  return all;
}

std::string proof_as_json(const Verification& result, const ClinicConfig& config) {
  Writer out;
  out.begin_object().member("rules", rules_version).member("rulesHash", rules_hash);
  out.member("settings", config.differs_from_default() ? "changed" : "default").key("holds").boolean(result.holds());
  out.key("checked").integer(static_cast<std::int64_t>(checked_in_all(result))).key("covered").begin_array();
  for (const Coverage& entry : result.covered) {
    out.begin_object()
        .member("property", entry.property)
        .key("checked")
        .integer(static_cast<std::int64_t>(entry.checked));
    out.member("what", entry.what).end_object();
  }
  out.end_array().key("failures").begin_array();
  for (const Counterexample& failure : result.failures) {
    out.begin_object()
        .member("property", failure.property)
        .member("explanation", failure.explanation)
        .key("cases")
        .begin_array();
    for (const Situation& situation : failure.cases)
      out.raw(write_case(situation.answers, situation.now, situation.history));
    out.end_array().end_object();
  }
  return out.end_array().end_object().take() + "\n";
}

}  // namespace tiredness::json
