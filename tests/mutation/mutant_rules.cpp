// Takes the place of the shipped rules in the mutation tests: the same ones, with one mistake. The environment variable
// TIREDNESS_MUTANT is its number; without it the rules are as shipped.
#include <cstdlib>

#include "mutants.hpp"

namespace tiredness {

const RuleSet& original_rule_set();
Condition original_enable_when(ItemId id);

namespace mutation {

const RuleSet& shipped_rules() { return original_rule_set(); }
Condition shipped_enabling(ItemId id) { return original_enable_when(id); }

namespace {

struct Mutated {
  Mutated() : tables(shipped_tables()), set(shipped_rules()) {
    if (const char* const number = std::getenv("TIREDNESS_MUTANT")) {
      const auto mutants = all_mutants(tables);
      const Mutant& mutant = mutants.at(static_cast<std::size_t>(std::atol(number)));
      mutant.change(tables, mutant.where, mutant.node, mutant.by);
    }
    for (std::size_t i = 0; i < tables.rules.size(); ++i) tables.rules[i].when = tables.rule_nodes[i];
    set.rules = tables.rules;
    set.allow_list = set.expected.when = set.not_on_allow_list.when = tables.allow_list;
  }
  Tables tables;
  RuleSet set;
};

const Mutated& mutated() {
  static const Mutated instance;
  return instance;
}

}  // namespace
}  // namespace mutation

const RuleSet& rule_set() { return mutation::mutated().set; }
Condition enable_when(ItemId id) { return mutation::mutated().tables.enabling[static_cast<std::size_t>(id)]; }

}  // namespace tiredness
