// How long the core takes: one decision, one whole assessment, one page, and the same through the codec; and how
// looking up texts grows with a longer catalogue.
//   script/bench runs it; figures and machine are in docs/performance.md
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "ordinary.hpp"
#include "tiredness/assessment.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/paging.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace {

using namespace tiredness;

constexpr std::string_view request =
    R"({"answers":{"who":"self","age":"18-64","danger-signs":["none"],"self-harm":"no","hours-since-session":30,)"
    R"("setting":"clinic","alertness":"awake","slept":"yes","tiredness":4,"function":"some","trend":"better",)"
    R"("body-symptoms":["headache"],"mind-symptoms":["none"],"taken-today":["none"],"medicine-changes":["none"],)"
    R"("conditions":["none"],"pregnancy":"no","before-session":"no","between-sessions":"first"}})";

void decision(benchmark::State& state) {
  const ClinicConfig config;
  const Answers answers = ordinary();
  for (auto _ : state) benchmark::DoNotOptimize(decide(rule_set(), Facts{answers, {config}}).level);
}
BENCHMARK(decision);

void whole_assessment(benchmark::State& state) {
  const ClinicConfig config;
  const Answers answers = ordinary();
  for (auto _ : state) benchmark::DoNotOptimize(assess(rule_set(), answers, {config}));
}
BENCHMARK(whole_assessment);

void page(benchmark::State& state) {
  const ClinicConfig config;
  const Answers answers = ordinary();
  for (auto _ : state) benchmark::DoNotOptimize(next_page(rule_set(), Page::Safety, Facts{answers, {config}}));
}
BENCHMARK(page);

void assessment_through_codec(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(json::assess(request, &json::shipped_content()));
}
BENCHMARK(assessment_through_codec);

void assessment_in_english(benchmark::State& state) {
  const std::string in_english = R"({"language":"en",)" + std::string(request.substr(1));
  for (auto _ : state) benchmark::DoNotOptimize(json::assess(in_english, &json::shipped_content()));
}
BENCHMARK(assessment_in_english);

/// Every text that the engine needs, out of a catalogue with as many times the messages.
void texts_with_content_times(benchmark::State& state) {
  const json::Catalogue& shipped = *json::shipped_content().find_catalogue("en");
  json::Catalogue catalogue;
  for (const auto& [key, text] : shipped.messages())
    for (std::int64_t i = 0; i < state.range(0); ++i) catalogue.add(i == 0 ? key : key + "." + std::to_string(i), text);
  const std::vector<std::string> keys = json::engine_message_keys();
  for (auto _ : state)
    for (const std::string& key : keys) benchmark::DoNotOptimize(catalogue.text(key, {}, false));
}
BENCHMARK(texts_with_content_times)->Arg(1)->Arg(10);

}  // namespace

BENCHMARK_MAIN();
