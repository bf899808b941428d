// How long the core takes: one decision, one whole assessment, one page, and the same through the codec.
//   script/bench runs it; figures and machine are in docs/performance.md
#include <benchmark/benchmark.h>

#include <string>

#include "tiredness/assessment.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/paging.hpp"

namespace {

using namespace tiredness;

/// Ordinary tiredness a day after: nothing fires, so every rule and the whole allow-list are evaluated.
Answers ordinary() {
  Answers answers;
  const auto choose = [&](std::string_view link_id, std::string_view option) {
    const ItemId id = *find_item(link_id);
    answers.choose(id, 1U << *find_option(item_of(id), option));
  };
  for (const auto& [link_id, option] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"who", "self"}, {"age", "18-64"}, {"danger-signs", "none"}, {"self-harm", "no"}, {"setting", "clinic"},
           {"alertness", "awake"}, {"slept", "yes"}, {"function", "some"}, {"trend", "better"}, {"body-symptoms", "headache"},
           {"mind-symptoms", "none"}, {"taken-today", "none"}, {"medicine-changes", "none"}, {"conditions", "none"},
           {"pregnancy", "no"}, {"before-session", "no"}, {"session-pattern", "first"}})
    choose(link_id, option);
  answers.set_number(item("tiredness"), 4);
  answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, 30 * seconds_per_hour};
  return answers;
}

constexpr std::string_view request =
    R"({"answers":{"who":"self","age":"18-64","danger-signs":["none"],"self-harm":"no","hours-since-session":30,)"
    R"("setting":"clinic","alertness":"awake","slept":"yes","tiredness":4,"function":"some","trend":"better",)"
    R"("body-symptoms":["headache"],"mind-symptoms":["none"],"taken-today":["none"],"medicine-changes":["none"],)"
    R"("conditions":["none"],"pregnancy":"no","before-session":"no","session-pattern":"first"}})";

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
  for (auto _ : state) benchmark::DoNotOptimize(json::assess(request));
}
BENCHMARK(assessment_through_codec);

void assessment_in_english(benchmark::State& state) {
  const std::string in_english = R"({"language":"en",)" + std::string(request.substr(1));
  for (auto _ : state) benchmark::DoNotOptimize(json::assess(in_english));
}
BENCHMARK(assessment_in_english);

}  // namespace

BENCHMARK_MAIN();
