#pragma once
/// @brief Sets of states, far too many to be listed, as decision diagrams.
///
/// A state is one value for each variable. A node asks for the value of one variable and has a branch for each; the variables
/// stand in one order on every way down. Equal sets are the same node, so that sets are compared by their number.

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "tiredness/state_count.hpp"

namespace tiredness::verification {

using StateSet = std::uint32_t;
/// The value of each variable.
using State = std::vector<unsigned>;

/// What a state costs: how many groups of variables have another value than in the state that it is compared with.
struct Distance {
  std::span<const unsigned> from;    ///< the state that costs nothing
  std::span<const unsigned> groups;  ///< the group of each variable; a group's variables stand together
};

class Diagrams {
 public:
  static constexpr StateSet none = 0;
  static constexpr StateSet all = 1;

  /// @param sizes how many values each variable has
  explicit Diagrams(std::vector<unsigned> sizes);

  [[nodiscard]] unsigned variables() const { return static_cast<unsigned>(sizes_.size()); }

  /// The states whose values of these variables, which stand in order, satisfy `holds(values)`.
  template <class Holds>
  StateSet where(std::span<const unsigned> variables, Holds holds) {
    std::vector<unsigned> values;
    return tabulate(variables, values, holds);
  }

  StateSet both(StateSet a, StateSet b);
  StateSet either(StateSet a, StateSet b);
  StateSet outside(StateSet a);
  StateSet without(StateSet a, StateSet b) { return both(a, outside(b)); }

  [[nodiscard]] bool contains(StateSet set, const State& state) const;
  [[nodiscard]] StateCount count(StateSet set);
  /// A state of the set at the least distance; at equal distance the one that leaves earlier variables as they are, then the one
  /// with the smaller values. @pre the set is not empty
  [[nodiscard]] State nearest(StateSet set, const Distance& distance) const;

 private:
  struct Node {
    std::uint32_t variable;
    std::uint32_t branches;  ///< where they begin
  };
  struct Entry {
    std::uint64_t key = ~std::uint64_t{0};
    StateSet result = 0;
  };
  enum class Operation : std::uint8_t { Both, Either, Outside };

  template <class Holds>
  StateSet tabulate(std::span<const unsigned> variables, std::vector<unsigned>& values, Holds& holds) {
    if (variables.empty()) return holds(values) ? all : none;
    std::vector<StateSet> branches;
    for (unsigned value = 0; value < sizes_[variables.front()]; ++value) {
      values.push_back(value);
      branches.push_back(tabulate(variables.subspan(1), values, holds));
      values.pop_back();
    }
    return node(variables.front(), branches);
  }

  StateSet node(std::uint32_t variable, std::span<const StateSet> branches);
  StateSet combine(Operation operation, StateSet a, StateSet b);
  [[nodiscard]] StateSet branch(StateSet set, std::uint32_t variable, unsigned value) const {
    const Node& at = nodes_[set];
    return at.variable == variable ? branches_[at.branches + value] : set;
  }
  [[nodiscard]] std::size_t slot_of(std::uint32_t variable, std::span<const StateSet> branches) const;
  void make_room();

  std::vector<unsigned> sizes_;
  std::vector<Node> nodes_;
  std::vector<StateSet> branches_;
  std::vector<StateSet> known_;  ///< the nodes by their content: a hash table with free slots of 0
  std::vector<Entry> results_;   ///< what was combined lately
  std::unordered_map<StateSet, StateCount> counts_;
};

}  // namespace tiredness::verification
