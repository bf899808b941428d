#pragma once
/// @brief Everything a condition can be asked about: answers that count, t, derived values, settings, history.

#include <cstdint>
#include <optional>
#include <span>

#include "tiredness/answers.hpp"
#include "tiredness/check_in.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/predicate.hpp"

namespace tiredness {

/// What surrounds the answers. Now is an argument; without it timestamps and the history cannot be used.
struct Context {
  const ClinicConfig& config;
  std::optional<Instant> now{};
  std::span<const CheckIn> history{};
  /// The same moment as the clinic's own clock shows it, where that is known: its time zone is not the core's to know.
  std::optional<Instant> clinic_now{};
};

/// A set of items, as bits.
using ItemSet = std::uint32_t;
constexpr ItemSet bit_of(ItemId id) { return 1U << static_cast<unsigned>(id); }

class Facts {
 public:
  /// Drops the answers that do not count (items not enabled, `resting` outside the treatment day) and derives the rest.
  Facts(const Answers& given, const Context& context);

  [[nodiscard]] const Answers& answers() const { return answers_; }
  [[nodiscard]] const ClinicConfig& config() const { return config_; }
  [[nodiscard]] const ResolvedSession& session() const { return session_; }
  [[nodiscard]] const Trend& trend() const { return trend_; }
  /// What earlier check-ins are compared with, at this moment.
  [[nodiscard]] Present present(Instant now) const;
  [[nodiscard]] bool enabled(ItemId id) const { return (enabled_ & bit_of(id)) != 0; }
  [[nodiscard]] bool on_treatment_day() const { return treatment_day_; }
  /// `resting` was answered where it is not offered, and counts as `unsure`.
  [[nodiscard]] bool resting_counts_as_unsure() const { return resting_replaced_; }
  [[nodiscard]] bool helper() const;

  /// The same facts, with these items not asked yet: where they have no answer they are Unknown, not missing.
  [[nodiscard]] Facts with_unasked(ItemSet items) const;

  [[nodiscard]] Truth evaluate(Condition condition) const;
  /// Whether the page shows the item: enabled, and not hanging on an unanswered item of the same page.
  [[nodiscard]] bool visible(ItemId id) const;
  /// Whether the option is put before the visitor now.
  [[nodiscard]] bool offers(const AnswerOption& option) const;
  /// Whether the answer holds an option that is not offered any more.
  [[nodiscard]] bool holds_withdrawn(ItemId id) const;

 private:
  void prune();
  [[nodiscard]] bool unasked(ItemId id) const { return (unasked_ & bit_of(id)) != 0; }
  [[nodiscard]] Truth evaluate_node(const Node* head) const;
  [[nodiscard]] Truth evaluate_has(const Node& node) const;
  [[nodiscard]] Truth evaluate_leaf(const Node& node) const;
  [[nodiscard]] Truth evaluate_choice(const Node& node) const;
  [[nodiscard]] Truth evaluate_number(const Node& node) const;
  [[nodiscard]] Truth evaluate_session(const Node& node) const;

  Answers answers_;
  const ClinicConfig& config_;
  ResolvedSession session_;
  Trend trend_;
  ItemSet enabled_ = 0;
  ItemSet unasked_ = 0;
  bool treatment_day_ = false;
  bool resting_replaced_ = false;
};

/// When an item is asked; `always` for most.
Condition enable_when(ItemId id);

/// All items of the pages after this one.
ItemSet items_after(Page page);

}  // namespace tiredness
