#pragma once
/// @brief Every small mistake that could have been made in the rules: a rule left out, a threshold off by one, an option
/// taken for its neighbour. The test suite must notice each.

#include <string>
#include <vector>

#include "tiredness/rule_book.hpp"
#include "tiredness/rules.hpp"

namespace tiredness::mutation {

/// The rules, the allow-list and the questions' conditions, as copies.
struct Tables {
  std::vector<Rule> rules;
  std::vector<Nodes> rule_nodes;  ///< beside each rule
  Nodes allow_list;
  std::vector<Nodes> enabling;  ///< of each item
};

struct Mutant {
  std::string name;
  void (*change)(Tables& tables, std::size_t where, std::size_t node, int by);
  std::size_t where;
  std::size_t node;
  int by;
};

/// Copies of what ships.
Tables shipped_tables();

/// The same as a rule set that can be compared.
RuleBook book_of(const Tables& tables);

/// All of them, in a fixed order.
std::vector<Mutant> all_mutants(const Tables& tables);

/// The shipped tables under their own names: the originals are compiled with other ones.
const RuleSet& shipped_rules();
Condition shipped_enabling(ItemId id);

}  // namespace tiredness::mutation
