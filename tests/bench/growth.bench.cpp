// How a decision grows with the rules: the shipped table, once and ten times over.
//   Built with a rules.hpp that has room for as many (CMakeLists.txt); script/bench runs it.
#include <benchmark/benchmark.h>

#include <vector>

#include "ordinary.hpp"
#include "tiredness/assessment.hpp"

namespace {

using namespace tiredness;

/// The shipped table, repeated. This build's `most_rules` has room for it (CMakeLists.txt).
class RepeatedRules {
 public:
  explicit RepeatedRules(std::int64_t times) : set_(rule_set()) {
    for (std::int64_t i = 0; i < times; ++i) rules_.insert(rules_.end(), set_.rules.begin(), set_.rules.end());
    set_.rules = rules_;
  }
  RepeatedRules(const RepeatedRules&) = delete;
  RepeatedRules& operator=(const RepeatedRules&) = delete;
  [[nodiscard]] const RuleSet& set() const { return set_; }

 private:
  std::vector<Rule> rules_;
  RuleSet set_;
};

void decision_with_rules_times(benchmark::State& state) {
  const RepeatedRules repeated(state.range(0));
  const ClinicConfig config;
  const Answers answers = ordinary();
  for (auto _ : state) benchmark::DoNotOptimize(decide(repeated.set(), Facts{answers, {config}}).level);
}
BENCHMARK(decision_with_rules_times)->Arg(1)->Arg(10);

void assessment_with_rules_times(benchmark::State& state) {
  const RepeatedRules repeated(state.range(0));
  const ClinicConfig config;
  const Answers answers = ordinary();
  for (auto _ : state) benchmark::DoNotOptimize(assess(repeated.set(), answers, {config}));
}
BENCHMARK(assessment_with_rules_times)->Arg(1)->Arg(10);

}  // namespace

BENCHMARK_MAIN();
