#include "tiredness/review/verify_document.hpp"

#include <algorithm>
#include <vector>

#include "tiredness/json/case.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/rules_version.hpp"
#include "writer.hpp"

namespace tiredness::json {
namespace {

/// Texts are told apart by their keys.
constexpr const Content* no_texts = nullptr;
std::string shown_as_result(std::string_view request) { return assess(request, no_texts); }
std::string shown_as_page(std::string_view request) { return next_page(request, no_texts); }
std::string shown_as_plan(std::string_view request) { return plan(request, no_texts); }

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
  std::vector<std::string> shown{questionnaire("{}", no_texts)};
  for (const Situation& witness : witnesses) {
    Situation later = witness;  // the same four days after, with nothing left of the tiredness
    later.answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, 4 * seconds_per_day};
    later.answers.set_number(item("tiredness"), 0);
    shown.push_back(shown_as_result(write_case(later.answers, later.now, {})));
    const std::string request = write_case(witness.answers, witness.now, witness.history);
    const std::string_view open = std::string_view(request).substr(0, request.size() - 1);
    for (const std::string_view config : {own_config, clinic, abroad})
      shown.push_back(shown_as_result(std::string(open) + R"(,"config":)" + std::string(config) + "}"));
    shown.push_back(shown_as_page(std::string(open) + R"(,"page":"session"})"));
    shown.push_back(shown_as_plan(request));
    Situation told = witness;  // the same as a helper tells it, who alone is offered "I could not check"
    told.answers.choose(item("who"), option_bits(item("who"), "helper"));
    const std::string helped = write_case(told.answers, told.now, told.history);
    shown.push_back(shown_as_page(helped.substr(0, helped.size() - 1) + R"(,"after":"alertness"})"));
  }
  for (const std::string_view page : page_ids)
    for (const std::string_view answers :
         {R"({"session-ended":"unknown"})",
          R"({"danger-signs":["unsure"],"setting":"home","tiredness":9,"before-session":"yes"})",
          R"({"session-ended":"2999-01-01"})", "{}"})
      shown.push_back(shown_as_page(R"({"now":"2026-01-01T00:00:00Z","answers":)" + std::string(answers) +
                                    R"(,"after":")" + std::string(page) + R"("})"));
  // What is said on the call hangs on answers that decide nothing, and on the clinic's clock.
  for (
      const std::string_view answers :
      {R"({"who":"helper","session-ended":"two-weeks-or-more","tiredness":5,"trend":"up-and-down"})",
       R"({"session-ended":"2026-01-01","setting":"home","daily-dose":"yes","tiredness":9,"tiredness-first-day":5,"taken-today":["unsure"]})",
       R"({"session-ended":"2026-01-01","tiredness":5,"trend":"same"})",
       R"({"danger-signs":["unsure"],"unsure-signs":["seizure"]})",
       // To the emergency number of harm; to the crisis line, unsure.
       R"({"danger-signs":["seizure"],"self-harm":"plan"})", R"({"danger-signs":["none"],"self-harm":"unsure"})"})
    shown.push_back(shown_as_result(R"({"now":"2026-01-05T12:00:00Z","answers":)" + std::string(answers) + "}"));
  shown.push_back(shown_as_result(R"({"answers":{"danger-signs":["seizure"]},"askedThrough":"danger"})"));
  for (const std::string_view hours : {"Mo 09:00-17:00", "Tu 09:00-17:00", "Mo-Su 00:00-24:00"})
    for (const std::string_view there : {"2026-01-05T12:00:00Z", "2026-01-05T13:00:00+01:00"})
      shown.push_back(shown_as_result(
          R"({"now":"2026-01-05T12:00:00Z","answers":{"self-harm":"decline","danger-signs":["none"],"alertness":"awake"},"clinicNow":")" +
          std::string(there) + R"(","config":{"phone":"555","timeZone":"UTC","openingHours":")" + std::string(hours) +
          R"("}})"));
  // Low sugar and a sign that may be there, a dose of which nobody is sure, and a score that stays as it was.
  for (
      const std::string_view answers :
      {R"({"danger-signs":["unsure"],"unsure-signs":["seizure"],"self-harm":"no","alertness":"awake","body-symptoms":["low-sugar"]})",
       R"({"danger-signs":["none"],"self-harm":"no","setting":"home","daily-dose":"no","dose-as-planned":"unsure","alertness":"awake"})"})
    shown.push_back(shown_as_result(R"({"now":"2026-01-05T12:00:00Z","answers":)" + std::string(answers) + "}"));
  shown.push_back(shown_as_result(
      R"({"now":"2026-01-05T12:00:00Z","answers":{"danger-signs":["none"],"self-harm":"no","session-ended":"2026-01-03T06:00:00Z","slept":"yes",)"
      R"("alertness":"awake","tiredness":5},"history":[{"at":"2026-01-04T12:00:00Z","sessionEnded":"2026-01-03T06:00:00Z","tiredness":5,)"
      R"("function":"usual","level":"expected","rules":")" +
      std::string(rules_version) + R"("}]})"));
  // A closed clinic where the call can wait, with and without another line.
  for (const std::string_view line : {R"()", R"("onCallPhone":"556",)"})
    shown.push_back(shown_as_result(
        R"({"now":"2026-01-05T12:00:00Z",)" + std::string(ordinary.substr(1)) +
        R"("session-ended":"2026-01-01T06:00:00Z","slept":"yes"},"clinicNow":"2026-01-05T12:00:00Z","config":{"phone":"555",)" +
        std::string(line) + R"("timeZone":"UTC","openingHours":"Tu 09:00-17:00"}})"));
  // A time or a day is named where now is known; else hours and numbers of days.
  for (const std::string_view when :
       {R"("session-ended":"2026-01-05T06:00:00Z","slept":"no","company":"with-adult"},"now":"2026-01-05T12:00:00Z")",
        R"("session-ended":"2026-01-04T06:00:00Z","slept":"no"},"now":"2026-01-05T12:00:00Z")",
        R"("hours-since-session":5,"slept":"no","company":"with-adult"})", R"("hours-since-session":80,"slept":"yes"})",
        R"("hours-since-session":80,"slept":"yes"},"config":{"soonBusinessDays":1})"})
    shown.push_back(shown_as_result(std::string(ordinary) + std::string(when) + "}"));
  // Without now a limit is told in words: at urgent and at same-day.
  for (const std::string_view rest : {R"("body-symptoms":["leg"])", R"("tiredness":9)"})
    shown.push_back(shown_as_result(
        R"({"answers":{"danger-signs":["none"],"setting":"clinic","hours-since-session":80,"alertness":"awake",)" +
        std::string(rest) + "}}"));
  for (const std::string_view hours : {"0.5", "1", "20", "60"})
    shown.push_back(
        shown_as_page(R"({"answers":{"hours-since-session":)" + std::string(hours) + R"(},"page":"session"})"));
  return shown;
}

/// Keys that only the browser's own pages show.
bool shown_by_the_page(std::string_view key) {
  return key.starts_with("arg.") || key.starts_with("short.") || key.starts_with("disclaimer.") ||
         key.starts_with("trend.") || key.starts_with("stale.") || key == "interim.title" || key == "plan.and" ||
         key == "plan.comma";
}

std::vector<std::string> keys_never_shown(const std::vector<Situation>& witnesses, std::string_view own_config) {
  const auto shown = everything_shown(witnesses, own_config);
  std::vector<std::string> never;
  for (const std::string& key : engine_message_keys())
    if (!shown_by_the_page(key) && std::none_of(shown.begin(), shown.end(), [&](const std::string& text) {
          return text.find('"' + key + '"') != std::string::npos;
        }))
      never.push_back(key);
  return never;
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
