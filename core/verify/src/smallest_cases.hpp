#pragma once
/// @brief The smallest case of a set of states: of all its answers, those of which the fewest are not calm.

#include "diff_levels.hpp"
#include "tiredness/diff.hpp"

namespace tiredness::verification {

class SmallestCases {
 public:
  /// @pre all four outlive this
  SmallestCases(const Diagrams& diagrams, const DiffSpace& space, const DiffLevels& before, const DiffLevels& after)
      : diagrams_(diagrams), space_(space), before_(before), after_(after) {}

  /// @pre the set is not empty
  [[nodiscard]] SmallestCase of(StateSet states) const;

 private:
  struct Nearest {
    State state;
    const State* calm = nullptr;  ///< the calm answers it is nearest to
    std::size_t changes = ~std::size_t{0};
  };

  [[nodiscard]] bool differs(const SpaceItem& item, const State& state, const State& calm) const;
  [[nodiscard]] std::size_t changes(const State& state, const State& calm) const;
  [[nodiscard]] Nearest nearest(StateSet states) const;
  void tidy(StateSet states, Nearest& nearest) const;
  [[nodiscard]] SmallestCase told(const Nearest& nearest) const;
  [[nodiscard]] bool is_asked(const SpaceItem& item, Side side, const State& state) const;
  [[nodiscard]] std::vector<std::size_t> deciding(const DiffLevels& levels, const State& state) const;

  const Diagrams& diagrams_;
  const DiffSpace& space_;
  const DiffLevels& before_;
  const DiffLevels& after_;
};

}  // namespace tiredness::verification
