#pragma once
/// @brief The answers that matter: which items a condition depends on, and all values of an item that it can tell apart.

#include <array>
#include <span>
#include <vector>

#include "tiredness/verify.hpp"

namespace tiredness::verification {

/// The item that stands for the history: not a question, but an input all the same.
inline constexpr ItemSet history_bit = 1U << 31U;

/// Every item that a condition can depend on: those it reads, those from which they are derived, and those that decide
/// whether they are asked.
ItemSet support_of(Condition condition);

/// The moment at which exact times are looked at: far enough from 1970 that a session ten years back is still later than that.
inline constexpr std::int64_t a_midnight = 20000 * seconds_per_day;

/// One value of an item: what was answered, or nothing.
struct Value {
  std::uint32_t chosen = 0;           ///< choice, multi and integer items, as Answers keeps them
  SessionAnswer session{};            ///< session-ended
  std::optional<Instant> now{};       ///< session-ended: the moment that makes a date an interval
  CheckIn earlier{};                  ///< history: an earlier check-in, of the same session, 12 hours ago
  bool has_earlier = false;
};

/// A set of answers under construction, with what surrounds it.
class Scene {
 public:
  explicit Scene(const ClinicConfig& config) : config_(&config) {}
  void set(unsigned place, const Value& value);
  void use(const ClinicConfig& config) { config_ = &config; }
  [[nodiscard]] bool has_earlier() const { return has_earlier_; }
  [[nodiscard]] Facts facts() const;
  [[nodiscard]] Situation situation() const { return {answers, now, history()}; }

  Answers answers;
  std::optional<Instant> now;

 private:
  /// The earlier check-in, if there is one: of this session, twelve hours ago.
  [[nodiscard]] std::vector<CheckIn> history() const;
  const ClinicConfig* config_;
  CheckIn earlier_{};
  bool has_earlier_ = false;
};

inline constexpr unsigned history_item = 31;

/// All values of an item that these conditions can tell apart, "not answered" first.
/// @param configs times are cut at every threshold of every one of them
std::vector<Value> values_of(unsigned place, std::span<const Condition> conditions,
                             std::span<const ClinicConfig* const> configs);

/// Values of session-ended: both sides of every threshold, exact times and dates alone.
std::vector<Value> session_values(std::span<const ClinicConfig* const> configs);

/// Every combination of the values of some items: calls visit(indexes) with the scene set.
class Enumeration {
 public:
  Enumeration(ItemSet set, std::span<const Condition> conditions, std::span<const ClinicConfig* const> configs);

  [[nodiscard]] const std::vector<unsigned>& items() const { return items_; }
  [[nodiscard]] const std::vector<Value>& values(std::size_t place) const { return values_[place]; }

  /// Sets the combination of that number, in the order of for_each.
  void set_at(Scene& scene, std::size_t index) const;

  /// Visits all combinations of the items other than the one at `fixed` (none: pass items().size()).
  template <class Visit>
  void for_each(Scene& scene, std::size_t fixed, Visit visit) const {
    std::vector<std::size_t> at(items_.size(), 0);
    for (std::size_t place = 0; place < items_.size(); ++place)
      if (place != fixed) scene.set(items_[place], values_[place][0]);
    for (;;) {
      visit(at);
      std::size_t place = 0;
      for (; place < items_.size(); ++place) {
        if (place == fixed) continue;
        if (++at[place] < values_[place].size()) break;
        at[place] = 0;
        scene.set(items_[place], values_[place][0]);
      }
      if (place == items_.size()) return;
      scene.set(items_[place], values_[place][at[place]]);
    }
  }

 private:
  std::vector<unsigned> items_;
  std::vector<std::vector<Value>> values_;
};

/// Calm answers, 30 hours after the session: on their own they give `expected`.
Answers calm_answers();
/// The same on the treatment day, and after four days.
std::vector<Answers> calm_backgrounds();

}  // namespace tiredness::verification
