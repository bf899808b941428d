// Prints every mutant, one a line, in the order of their numbers.
#include <iostream>

#include "mutants.hpp"

int main() {
  for (const auto& mutant : tiredness::mutation::all_mutants(tiredness::mutation::shipped_tables()))
    std::cout << mutant.name << '\n';
}
