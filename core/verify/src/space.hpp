#pragma once
/// @brief The answers that matter: which items a condition depends on, and all values of an item that it can tell apart.

#include <array>
#include <span>
#include <type_traits>
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
  std::uint32_t chosen = 0;      ///< choice, multi and integer items, as Answers keeps them
  SessionAnswer session{};       ///< session-ended
  std::optional<Instant> now{};  ///< session-ended: the moment that makes a date an interval
  /// choice items: all options that cannot be told apart from the chosen one, itself among them
  std::uint32_t stands_for = 0;
  enum class Past : std::uint8_t {
    None,
    Recent,       ///< an earlier check-in of this session, 12 hours ago
    Course,       ///< two check-ins, 8 and 4 days ago, of no known session
    DailyCourse,  ///< the same, each three hours after its own session
  };
  Past past = Past::None;  ///< history
  int past_score = 0;      ///< history: the tiredness of each of its check-ins
};

/// A set of answers under construction, with what surrounds it.
class Scene {
 public:
  explicit Scene(const ClinicConfig& config) : config_(&config) {}
  void set(unsigned place, const Value& value);
  void use(const ClinicConfig& config) { config_ = &config; }
  /// Whether there is an earlier check-in of this session.
  [[nodiscard]] bool has_recent() const { return past_ == Value::Past::Recent; }
  [[nodiscard]] Facts facts() const;
  [[nodiscard]] Situation situation() const { return {answers, now, history()}; }

  Answers answers;
  std::optional<Instant> now;

 private:
  [[nodiscard]] std::vector<CheckIn> history() const;
  const ClinicConfig* config_;
  Value::Past past_ = Value::Past::None;
  int past_score_ = 0;
};

inline constexpr unsigned history_item = 31;

/// One of each kind of value of an item that these conditions can tell apart, "not answered" first.
/// @param configs numbers and times are cut at every threshold of every one of them
std::vector<Value> values_of(unsigned place, std::span<const Condition> conditions,
                             std::span<const ClinicConfig* const> configs);

/// Every value of a choice or integer item, "not answered" first.
std::vector<Value> all_values(ItemId id);

/// Values of session-ended: both sides of every threshold there is, exact times and dates alone.
std::vector<Value> session_values(std::span<const ClinicConfig* const> configs);

/// Every combination of the values of some items: calls visit(indexes) with the scene set.
class Enumeration {
 public:
  /// Of values that these conditions can tell apart.
  Enumeration(ItemSet set, std::span<const Condition> conditions, std::span<const ClinicConfig* const> configs);
  /// Of every value; the items are none with many options.
  Enumeration(ItemSet set, std::span<const ClinicConfig* const> configs);

  [[nodiscard]] const std::vector<unsigned>& items() const { return items_; }
  [[nodiscard]] const std::vector<Value>& values(std::size_t place) const { return values_[place]; }

  /// Sets the combination of that number, in the order of for_each.
  void set_at(Scene& scene, std::size_t index) const;

  /// Visits all combinations of the items other than the one at `fixed` (none: pass items().size()). A visit that gives
  /// false is the last one.
  template <class Visit>
  void for_each(Scene& scene, std::size_t fixed, Visit visit) const {
    std::vector<std::size_t> at(items_.size(), 0);
    for (std::size_t place = 0; place < items_.size(); ++place)
      if (place != fixed) scene.set(items_[place], values_[place][0]);
    for (;;) {
      if constexpr (std::is_same_v<decltype(visit(at)), bool>) {
        if (!visit(at)) return;
      } else {
        visit(at);
      }
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
