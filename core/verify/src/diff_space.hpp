#pragma once
/// @brief The states over which two rule sets are compared: every answer to every question of either, every class of times.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "diagrams.hpp"
#include "space.hpp"
#include "tiredness/rule_book.hpp"

namespace tiredness::verification {

enum class Side : std::uint8_t { Before, After };
inline constexpr std::array both_sides{Side::Before, Side::After};

/// A question of either rule set, and where its variables are. A choice or an integer has one variable, whose last value is "not
/// answered"; a multi has one for each option that is told apart.
struct SpaceItem {
  std::string link_id;
  ItemType type;
  std::vector<std::string> options;
  std::array<std::optional<std::size_t>, 2> place{};    ///< in each rule set
  std::array<std::vector<unsigned>, 2> option_place{};  ///< of each option of each rule set, among the options here
  unsigned variable = 0;                                ///< the first one
  std::vector<unsigned> ticked;                         ///< multi: the option of each variable
};

class DiffSpace {
 public:
  DiffSpace(const RuleBook& before, const RuleBook& after);

  [[nodiscard]] const std::vector<SpaceItem>& items() const { return items_; }
  [[nodiscard]] const SpaceItem& item(Side side, ItemId id) const {
    return items_[place_of_[static_cast<std::size_t>(side)][static_cast<std::size_t>(id)]];
  }
  /// The option bits of a rule set as the item's own.
  [[nodiscard]] std::uint32_t options(Side side, ItemId id, std::uint32_t of_the_book) const;

  [[nodiscard]] unsigned session_variable() const { return 0; }
  [[nodiscard]] unsigned history_variable() const { return history_variable_; }
  [[nodiscard]] const std::vector<Value>& sessions() const { return sessions_; }
  [[nodiscard]] const std::vector<Value>& histories() const { return histories_; }

  [[nodiscard]] const std::vector<unsigned>& sizes() const { return sizes_; }
  /// One group for the variables of each question.
  [[nodiscard]] const std::vector<unsigned>& groups() const { return groups_; }
  /// Calm answers on the day after, on the treatment day, and after four days.
  [[nodiscard]] const std::vector<State>& calm() const { return calm_; }

  /// Option bits that are chosen in a state; of an integer item the number and one; 0: not answered.
  [[nodiscard]] std::uint32_t chosen(const SpaceItem& item, const State& state) const;
  void choose(const SpaceItem& item, std::uint32_t chosen, State& state) const;
  /// The kept check-ins of a state, with the session and the moment that it has.
  [[nodiscard]] std::vector<CheckIn> history_of(const State& state) const {
    return history_of(state[session_variable()], state[history_variable()]);
  }
  [[nodiscard]] std::vector<CheckIn> history_of(unsigned session, unsigned history) const;

 private:
  void add_items(const RuleBook& book, Side side);
  void add_sessions(const RuleBook& before, const RuleBook& after);
  void add_histories(const RuleBook& before, const RuleBook& after);
  void tell_options_apart(const RuleBook& before, const RuleBook& after);
  void add_variables();
  [[nodiscard]] State calm_state(const Answers& background) const;
  [[nodiscard]] unsigned session_class_of(std::int64_t elapsed) const;

  std::vector<SpaceItem> items_;
  std::array<std::vector<std::size_t>, 2> place_of_;
  std::vector<Value> sessions_;
  std::vector<std::int64_t> elapsed_;  ///< where the classes of exact times begin, in seconds; they come first
  std::vector<Value> histories_;
  unsigned history_variable_ = 0;
  std::vector<unsigned> sizes_;
  std::vector<unsigned> groups_;
  std::vector<State> calm_;
};

}  // namespace tiredness::verification
