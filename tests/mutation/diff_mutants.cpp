// Compares the shipped rules with every mutant of them, and prints the names of those in which nothing is found to differ, one a
// line. With a number: only every so many of them.
#include <cstdlib>
#include <iostream>
#include <string>

#include "mutants.hpp"
#include "tiredness/diff.hpp"

int main(int argc, char** argv) {
  using namespace tiredness;
  const mutation::Tables shipped = mutation::shipped_tables();
  const RuleBook original = mutation::book_of(shipped);
  const auto mutants = mutation::all_mutants(shipped);
  const auto stride = argc > 1 ? static_cast<std::size_t>(std::atol(argv[1])) : 1;
  for (std::size_t i = 0; i < mutants.size(); i += stride) {
    mutation::Tables changed = shipped;
    mutants[i].change(changed, mutants[i].where, mutants[i].node, mutants[i].by);
    if (diff(original, mutation::book_of(changed)).none()) std::cout << mutants[i].name << '\n';
  }
}
