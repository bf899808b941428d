#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>

#include "commands.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/verify.hpp"

namespace tiredness::cli {
namespace {

/// Answers that fit the usual pattern, up to the time of the session.
constexpr std::string_view ordinary =
    R"({"answers":{"age":"18-64","danger-signs":["none"],"self-harm":"no","setting":"clinic","between-sessions":"first","alertness":"awake",)"
    R"("tiredness":3,"function":"usual","trend":"better","body-symptoms":["none"],"mind-symptoms":["none"],"medicines":"no",)"
    R"("conditions":["none"],"pregnancy":"no","before-session":"no",)";

/// Requests with and without everything that a clinic may set, and all pages, empty and answered.
/// @param own_config the settings under which the witnesses were found
std::vector<std::string> everything_shown(const std::vector<Situation>& witnesses, std::string_view own_config) {
  constexpr std::string_view clinic =
      R"({"clinicName":"C","phone":"555-0100","hours":"9-5","onCallPhone":"555-0199","bookingUrl":"https://c.example","soonBusinessDays":1})";
  constexpr std::string_view abroad =
      R"({"phone":"555-0100","region":"CA","emergencyNumber":"911","crisisNumber":"988","poisonNumber":"811"})";
  std::vector<std::string> shown{json::questionnaire("{}")};
  for (const Situation& witness : witnesses) {
    Situation later = witness;  // the same four days after, with nothing left of the tiredness
    later.answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, 4 * seconds_per_day};
    later.answers.set_number(item("tiredness"), 0);
    shown.push_back(json::assess(json::write_case(later.answers, later.now, {})));
    const std::string request = json::write_case(witness.answers, witness.now, witness.history);
    const std::string_view open = std::string_view(request).substr(0, request.size() - 1);
    for (const std::string_view config : {own_config, clinic, abroad})
      shown.push_back(json::assess(std::string(open) + R"(,"config":)" + std::string(config) + "}"));
    shown.push_back(json::next_page(std::string(open) + R"(,"page":"session"})"));
    shown.push_back(json::plan(request));
    Situation told = witness;  // the same as a helper tells it, who alone is offered "I could not check"
    told.answers.choose(item("who"), option_bits(item("who"), "helper"));
    const std::string helped = json::write_case(told.answers, told.now, told.history);
    shown.push_back(json::next_page(helped.substr(0, helped.size() - 1) + R"(,"after":"alertness"})"));
  }
  for (const std::string_view page : page_ids)
    for (const std::string_view answers :
         {R"({"session-ended":"unknown"})", R"({"danger-signs":["unsure"],"setting":"home","tiredness":9,"before-session":"yes"})",
          R"({"session-ended":"2999-01-01"})", "{}"})
      shown.push_back(json::next_page(R"({"now":"2026-01-01T00:00:00Z","answers":)" + std::string(answers) + R"(,"after":")" +
                                      std::string(page) + R"("})"));
  // What is said on the call hangs on answers that decide nothing, and on the clinic's clock.
  for (const std::string_view answers :
       {R"({"who":"helper","session-ended":"two-weeks-or-more","tiredness":5,"trend":"up-and-down"})",
        R"({"session-ended":"2026-01-01","setting":"home","daily-dose":"yes","tiredness":9,"tiredness-first-day":5,"taken-today":["unsure"]})",
        R"({"danger-signs":["unsure"],"unsure-signs":["seizure"]})"})
    shown.push_back(json::assess(R"({"now":"2026-01-05T12:00:00Z","answers":)" + std::string(answers) + "}"));
  for (const std::string_view hours : {"Mo 09:00-17:00", "Tu 09:00-17:00", "Mo-Su 00:00-24:00"})
    for (const std::string_view there : {"2026-01-05T12:00:00Z", "2026-01-05T13:00:00+01:00"})
      shown.push_back(json::assess(R"({"now":"2026-01-05T12:00:00Z","answers":{"self-harm":"decline","danger-signs":["none"],"alertness":"awake"},"clinicNow":")" +
                                   std::string(there) + R"(","config":{"phone":"555","timeZone":"UTC","openingHours":")" + std::string(hours) + R"("}})"));
  // A time or a day is named where now is known; else hours and numbers of days.
  for (const std::string_view when :
       {R"("session-ended":"2026-01-05T06:00:00Z","slept":"no","company":"with-adult"},"now":"2026-01-05T12:00:00Z")",
        R"("session-ended":"2026-01-04T06:00:00Z","slept":"no"},"now":"2026-01-05T12:00:00Z")",
        R"("hours-since-session":5,"slept":"no","company":"with-adult"})",
        R"("hours-since-session":80,"slept":"yes"})",
        R"("hours-since-session":80,"slept":"yes"},"config":{"soonBusinessDays":1})"})
    shown.push_back(json::assess(std::string(ordinary) + std::string(when) + "}"));
  for (const std::string_view hours : {"0.5", "1", "20", "60"})
    shown.push_back(json::next_page(R"({"answers":{"hours-since-session":)" + std::string(hours) + R"(},"page":"session"})"));
  return shown;
}

/// Keys that only the browser's own pages show.
bool shown_by_the_page(std::string_view key) {
  return key.starts_with("arg.") || key.starts_with("disclaimer.") || key.starts_with("trend.") || key.starts_with("stale.") ||
         key == "interim.title" || key == "plan.and" || key == "plan.comma";
}

std::vector<std::string> keys_never_shown(const std::vector<Situation>& witnesses, std::string_view own_config) {
  const auto shown = everything_shown(witnesses, own_config);
  std::vector<std::string> never;
  for (const std::string& key : json::engine_message_keys())
    if (!shown_by_the_page(key) && std::none_of(shown.begin(), shown.end(), [&](const std::string& text) {
          return text.find('"' + key + '"') != std::string::npos;
        }))
      never.push_back(key);
  return never;
}

void print(const Verification& result, double seconds) {
  std::uint64_t all = 0;
  for (const Coverage& entry : result.covered) {
    std::cout << std::setw(12) << entry.checked << "  " << entry.property << ": " << entry.what << '\n';
    all += entry.checked;
  }
  std::cout << std::fixed << std::setprecision(1) << std::setw(12) << all << "  in all, in " << seconds << " s ("
            << static_cast<double>(all) / seconds / 1e6 << " million a second)\n";
  for (const Counterexample& failure : result.failures) {
    std::cout << "DOES NOT HOLD: " << failure.property << ": " << failure.explanation << '\n';
    for (const Situation& situation : failure.cases) std::cout << json::write_case(situation.answers, situation.now, situation.history) << '\n';
  }
}

}  // namespace

int verify_rules(const std::string& config_path) {
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
  std::cout << "Rules " << rules_version << " (" << rules_hash << "), settings "
            << (config.differs_from_default() ? "changed" : "default") << '\n';
  const auto start = std::chrono::steady_clock::now();
  Verification result = verify(rule_set(), config);
  const auto never = keys_never_shown(result.witnesses, own_config);
  for (const std::string& key : never)
    result.failures.push_back({"every text is reached", "the text " + key + " is never shown", {}});
  result.covered.push_back({"every text is reached", json::engine_message_keys().size(), "message keys"});
  print(result, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  std::cout << (result.holds() ? "Every property holds.\n" : "The rules are not safe.\n");
  return result.holds() ? Done : InputAtFault;
}

}  // namespace tiredness::cli
