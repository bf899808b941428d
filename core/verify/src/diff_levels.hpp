#pragma once
/// @brief What a rule set decides, as sets of states: where each rule fires, and where each level is given.
///
/// The same questions in the same order as Facts and decide ask of one set of answers, asked of all at once. It stands on the
/// rule set's data alone, not on the tables of this build; a test holds it against decide.

#include "diff_space.hpp"

namespace tiredness::verification {

class DiffLevels {
 public:
  /// @pre all three outlive this
  DiffLevels(Diagrams& diagrams, const DiffSpace& space, const RuleBook& book, Side side);

  /// Where the item is asked.
  [[nodiscard]] StateSet asked(std::size_t item) const { return asked_[item]; }
  /// Where the rule fires.
  [[nodiscard]] StateSet fires(std::size_t rule) const { return fires_[rule]; }
  /// Where a line of the allow-list does not hold.
  [[nodiscard]] StateSet fails(std::size_t line) const { return fails_[line]; }
  /// Where every line of it holds.
  [[nodiscard]] StateSet allows() const { return allows_; }
  [[nodiscard]] std::size_t lines() const { return fails_.size(); }
  /// Where no rule fires.
  [[nodiscard]] StateSet no_rule() const { return no_rule_; }
  /// Where that is the level.
  [[nodiscard]] StateSet at(Level level) const { return levels_[static_cast<std::size_t>(level)]; }
  [[nodiscard]] const RuleBook& book() const { return book_; }

 private:
  /// Where a condition is True.
  [[nodiscard]] StateSet holds(Condition condition);
  [[nodiscard]] StateSet leaf(const Node& node);
  [[nodiscard]] StateSet choice(const Node& node);
  [[nodiscard]] StateSet choice_of_many(const Node& node, const SpaceItem& item, std::uint32_t options);
  [[nodiscard]] StateSet choice_of_one(const Node& node, const SpaceItem& item, std::uint32_t options);
  [[nodiscard]] StateSet number(const Node& node);
  [[nodiscard]] StateSet session(const Node& node);
  [[nodiscard]] StateSet compared(const Node& node);
  [[nodiscard]] StateSet answered(const SpaceItem& item);
  /// Where the value of one variable satisfies `holds(value)`.
  template <class Holds>
  StateSet value_where(unsigned variable, Holds holds) {
    const std::array variables{variable};
    return diagrams_.where(variables, [&](const std::vector<unsigned>& values) { return holds(values[0]); });
  }
  [[nodiscard]] StateSet ticked(const SpaceItem& item, unsigned tick) {
    return value_where(item.variable + tick, [](unsigned value) { return value != 0; });
  }
  [[nodiscard]] const SpaceItem& item(ItemId id) const { return space_.item(side_, id); }
  [[nodiscard]] StateSet asked(ItemId id) const { return asked_[static_cast<std::size_t>(id)]; }
  void decide();

  Diagrams& diagrams_;
  const DiffSpace& space_;
  const RuleBook& book_;
  Side side_;
  bool settled_ = false;  ///< options that count as another one do so from now on
  std::vector<StateSet> asked_;
  StateSet treatment_day_ = Diagrams::none;
  StateSet drowsy_ = Diagrams::none;
  std::vector<StateSet> counts_as_;  ///< where each of them does
  std::vector<StateSet> fires_;
  std::vector<StateSet> fails_;
  StateSet allows_ = Diagrams::all;
  StateSet no_rule_ = Diagrams::all;
  std::array<StateSet, static_cast<std::size_t>(Level::Emergency) + 1> levels_{};
};

}  // namespace tiredness::verification
