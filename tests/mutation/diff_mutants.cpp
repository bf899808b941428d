// Compares the shipped rules with every mutant of them. A difference must be found in each but those that are listed as
// equivalent, and must be one when the core itself decides.
//   diff-mutants tests/mutation/equivalent.json [every so many, by default 1]
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "mutants.hpp"
#include "tiredness/diff.hpp"

namespace {

using namespace tiredness;

std::string read(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return std::move(text).str();
}

/// The tables as a rule set that decides. When questions are asked is no part of it.
struct Decides {
  explicit Decides(const mutation::Tables& tables) : rules(tables.rules), set(mutation::shipped_rules()) {
    for (std::size_t i = 0; i < rules.size(); ++i) rules[i].when = tables.rule_nodes[i];
    set.rules = rules;
    set.allow_list = tables.allow_list;
  }
  [[nodiscard]] Disposition decide(const Situation& situation) const {
    const ClinicConfig config;
    return tiredness::decide(set, Facts{situation.answers, {config, situation.now, situation.history}});
  }
  [[nodiscard]] bool fires(const std::string& rule, const Situation& situation) const {
    const ClinicConfig config;
    const Facts facts{situation.answers, {config, situation.now, situation.history}};
    if (rule == set.expected.id) return facts.evaluate(set.allow_list) == Truth::True;
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& entry) {
      return entry.id == rule && facts.evaluate(entry.when) == Truth::True;
    });
  }
  std::vector<Rule> rules;
  RuleSet set;
};

/// What the core says of the cases that were found; empty where it agrees.
/// @param whole whether the mistake lies in what decides; otherwise it lies in what is asked, and only the shipped side can be asked
std::string disagreement(const Difference& difference, const Decides& shipped, const Decides& mutant, bool whole) {
  for (const AnswerClass& entry : difference.classes) {
    const Situation situation = situation_of(entry.smallest);
    if (shipped.decide(situation).level != entry.from) return "the shipped rules give another level";
    if (whole && mutant.decide(situation).level != entry.to) return "the mutant gives another level";
  }
  for (const ReasonChange& change : difference.reasons) {
    const Situation situation = situation_of(change.smallest);
    if (shipped.fires(change.rule, situation) == change.after)
      return "in the shipped rules " + change.rule + " says otherwise";
    if (whole && mutant.fires(change.rule, situation) != change.after)
      return "in the mutant " + change.rule + " says otherwise";
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::string equivalent = read(argv[1]);
  const auto stride = argc > 2 ? static_cast<std::size_t>(std::atol(argv[2])) : 1;
  const mutation::Tables shipped = mutation::shipped_tables();
  const RuleBook original = mutation::book_of(shipped);
  const Decides decides{shipped};
  const auto mutants = mutation::all_mutants(shipped);
  int told = 0;
  int same = 0;
  int failed = 0;
  for (std::size_t i = 0; i < mutants.size(); i += stride) {
    const std::string& name = mutants[i].name;
    mutation::Tables changed = shipped;
    mutants[i].change(changed, mutants[i].where, mutants[i].node, mutants[i].by);
    const Difference difference = diff(original, mutation::book_of(changed));
    const bool listed = equivalent.find('"' + name + "\":") != std::string::npos;
    std::string fault;
    if (difference.none() != listed)
      fault = listed ? "listed as equivalent, but something differs" : "no difference was found";
    else
      fault = disagreement(difference, decides, Decides{changed}, !name.starts_with("asking "));
    ++(difference.none() ? same : told);
    if (fault.empty()) continue;
    ++failed;
    std::cout << name << ": " << fault << '\n';
  }
  std::cout << "diff: " << told << " mutants told from the shipped rules, " << same << " the same, " << failed
            << " wrong\n";
  return failed == 0 && told > 0 ? 0 : 1;
}
