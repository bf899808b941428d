#pragma once
/// @brief Conditions as data, with three-valued truth: False < Unknown < True.
///
/// A condition is a row of nodes in prefix order. Rules are written with the builders below:
///
///     when<all_of(has("body-symptoms", "fever"), has("body-symptoms", "chills", "iv-spreading"))>()
///
/// An unknown linkId or option id does not compile. Because a condition is data it can be evaluated, listed, explained
/// and checked over every answer it reads.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tiredness/clinic_config.hpp"
#include "tiredness/questionnaire.hpp"

namespace tiredness {

enum class Truth : std::uint8_t { False, Unknown, True };

enum class Op : std::uint8_t {
  AllOf,               ///< least of the parts
  AnyOf,               ///< greatest of the parts
  Has,                 ///< any of these options is chosen
  Only,                ///< answered, and with nothing but these options
  IsNot,               ///< none of these options is chosen; holds where not answered
  CountAtLeast,        ///< at least `count` of these options are chosen
  Missing,             ///< asked, and not answered
  NotEnabled,          ///< not asked
  AtLeast,             ///< the number is the threshold or more
  Below,               ///< the number is less than the threshold
  Above,               ///< the number is more than the number of the item in `argument`
  SessionAtOrAfter,    ///< t is the threshold or more; holds where t is unclear
  SessionWithin,       ///< t may be less than the threshold; holds where t is unclear
  SessionWithinKnown,  ///< the same, but t must be known
  SessionBefore,       ///< t is known, and less than the threshold for certain
  SessionKnown,
  SessionUnclear,  ///< not answered, or not known
  SessionNotYet,
  /// t < treatmentDayHours and no full night's sleep yet (unsure or missing sleep: t < 12 h); never with a dose every day
  TreatmentDay,
  AfterTreatmentDay,  ///< whenever it is not the treatment day, so also where t is unclear
  Drowsy,             ///< alertness is drowsy, unsure or missing
  RoseSinceCheck,     ///< an earlier check-in of this session had less tiredness
  SameSinceCheck,     ///< an earlier check-in of this session had the same tiredness
  CoursePersistent,  ///< kept check-ins, each a day or more after its own session, show the threshold or more for 7 days
  CoursePersistentDaily,  ///< the same with check-ins made at any time, where every day has its dose
};

/// A number in a condition: fixed, or one that the clinic may set.
struct Threshold {
  std::uint32_t raw;
  static constexpr std::uint32_t setting_flag = 1U << 31U;
  static constexpr std::uint32_t days_flag = 1U << 30U;
  static constexpr std::uint32_t one_more_flag = 1U << 29U;
  // Implicit on purpose: at_least("tiredness", 4) and at_least("tiredness", Setting::ModerateScore) both read well.
  constexpr Threshold(int fixed) : raw(static_cast<std::uint32_t>(fixed)) {}
  constexpr Threshold(Setting setting) : raw(static_cast<std::uint32_t>(setting) | setting_flag) {}

  /// The setting that a raw threshold is; nothing where it is fixed.
  static constexpr std::optional<Setting> setting_in(std::uint32_t raw) {
    if ((raw & setting_flag) == 0) return std::nullopt;
    return static_cast<Setting>(raw & ~(setting_flag | days_flag | one_more_flag));
  }
};

/// A setting counted in days, as hours.
constexpr Threshold in_days(Threshold threshold) {
  threshold.raw |= Threshold::days_flag;
  return threshold;
}

/// One more than a setting; of one in days, one day more.
constexpr Threshold one_more_than(Threshold threshold) {
  threshold.raw |= Threshold::one_more_flag;
  return threshold;
}

/// The number itself under a config; times in hours.
int value_of(std::uint32_t raw_threshold, const ClinicConfig& config);

struct Node {
  Op op;
  std::uint8_t size;  ///< nodes of this condition, itself included
  ItemId item;
  std::uint8_t count;
  std::uint32_t argument;  ///< option bits, a raw threshold, or an item
  bool operator==(const Node&) const = default;
};
/// No table has an empty one: what does not hang on an answer says so, with `always` or `never`.
using Condition = std::span<const Node>;

/// A node with parts behind it.
constexpr bool is_group(Op op) { return op == Op::AllOf || op == Op::AnyOf; }
/// A node whose argument is options.
constexpr bool is_choice(Op op) { return op == Op::Has || op == Op::Only || op == Op::IsNot || op == Op::CountAtLeast; }
/// A node whose argument is a threshold.
constexpr bool has_threshold(Op op) {
  return op == Op::AtLeast || op == Op::Below || op == Op::SessionAtOrAfter || op == Op::SessionWithin ||
         op == Op::SessionWithinKnown || op == Op::SessionBefore || op == Op::CoursePersistent ||
         op == Op::CoursePersistentDaily;
}
/// A node whose threshold is a time.
constexpr bool counts_hours(Op op) {
  return op == Op::SessionAtOrAfter || op == Op::SessionWithin || op == Op::SessionWithinKnown ||
         op == Op::SessionBefore;
}
/// The setting that the threshold is; nothing where it is fixed, or where there is none.
constexpr std::optional<Setting> setting_of(const Node& node) {
  if (!has_threshold(node.op)) return std::nullopt;
  return Threshold::setting_in(node.argument);
}
/// Whether the threshold is a setting in days.
constexpr bool counts_days(const Node& node) {
  return has_threshold(node.op) && (node.argument & Threshold::days_flag) != 0;
}
/// Whether the threshold is one more than a setting.
constexpr bool is_one_more(const Node& node) {
  return has_threshold(node.op) && (node.argument & Threshold::one_more_flag) != 0;
}

template <std::size_t N>
struct Expression {
  std::array<Node, N> nodes;
};

namespace detail {

consteval Expression<1> leaf(Op op, ItemId item = {}, std::uint32_t argument = 0, std::uint8_t count = 0) {
  return {{Node{op, 1, item, count, argument}}};
}

template <std::size_t... N>
consteval auto combine(Op op, const Expression<N>&... parts) {
  constexpr std::size_t size = 1 + (N + ...);
  static_assert(size < 256);
  Expression<size> all{{Node{op, static_cast<std::uint8_t>(size), {}, 0, 0}}};
  std::size_t at = 1;
  const auto append = [&](const auto& part) {
    for (const Node& node : part.nodes) all.nodes[at++] = node;
  };
  (append(parts), ...);
  return all;
}

template <Expression E>
inline constexpr auto stored = E;

}  // namespace detail

/// Keeps the expression and gives it as data.
template <Expression E>
consteval Condition when() {
  return detail::stored<E>.nodes;
}

/// All of nothing: holds whatever is answered, and whatever is not.
inline constexpr Condition always = when<detail::leaf(Op::AllOf)>();
/// Any of nothing: never holds.
inline constexpr Condition never = when<detail::leaf(Op::AnyOf)>();
constexpr bool is_always(Condition condition) { return condition.size() == 1 && condition.front().op == Op::AllOf; }
constexpr bool is_never(Condition condition) { return condition.size() == 1 && condition.front().op == Op::AnyOf; }

template <std::size_t... N>
consteval auto all_of(const Expression<N>&... parts) {
  return detail::combine(Op::AllOf, parts...);
}
template <std::size_t... N>
consteval auto any_of(const Expression<N>&... parts) {
  return detail::combine(Op::AnyOf, parts...);
}

template <class... Ids>
consteval auto has(std::string_view link_id, Ids... option_ids) {
  return detail::leaf(Op::Has, item(link_id), option_bits(item(link_id), option_ids...));
}
template <class... Ids>
consteval auto only(std::string_view link_id, Ids... option_ids) {
  return detail::leaf(Op::Only, item(link_id), option_bits(item(link_id), option_ids...));
}
template <class... Ids>
consteval auto is_not(std::string_view link_id, Ids... option_ids) {
  return detail::leaf(Op::IsNot, item(link_id), option_bits(item(link_id), option_ids...));
}
template <class... Ids>
consteval auto count_at_least(std::uint8_t count, std::string_view link_id, Ids... option_ids) {
  return detail::leaf(Op::CountAtLeast, item(link_id), option_bits(item(link_id), option_ids...), count);
}
consteval auto missing(std::string_view link_id) { return detail::leaf(Op::Missing, item(link_id)); }
consteval auto answered(std::string_view link_id) {
  // Answered with anything at all; an integer plus one and option bits are both within the mask.
  return detail::leaf(Op::Has, item(link_id), ~0U);
}
consteval auto not_enabled(std::string_view link_id) { return detail::leaf(Op::NotEnabled, item(link_id)); }
consteval auto at_least(std::string_view link_id, Threshold threshold) {
  return detail::leaf(Op::AtLeast, item(link_id), threshold.raw);
}
consteval auto below(std::string_view link_id, Threshold threshold) {
  return detail::leaf(Op::Below, item(link_id), threshold.raw);
}
consteval auto above(std::string_view link_id, std::string_view other) {
  return detail::leaf(Op::Above, item(link_id), static_cast<std::uint32_t>(item(other)));
}
consteval auto session_at_or_after(Threshold hours) {
  return detail::leaf(Op::SessionAtOrAfter, item("session-ended"), hours.raw);
}
consteval auto session_within(Threshold hours) {
  return detail::leaf(Op::SessionWithin, item("session-ended"), hours.raw);
}
consteval auto session_within_known(Threshold hours) {
  return detail::leaf(Op::SessionWithinKnown, item("session-ended"), hours.raw);
}
consteval auto session_before(Threshold hours) {
  return detail::leaf(Op::SessionBefore, item("session-ended"), hours.raw);
}
consteval auto session_known() { return detail::leaf(Op::SessionKnown, item("session-ended")); }
consteval auto session_unclear() { return detail::leaf(Op::SessionUnclear, item("session-ended")); }
consteval auto session_not_yet() { return detail::leaf(Op::SessionNotYet, item("session-ended")); }
consteval auto treatment_day() { return detail::leaf(Op::TreatmentDay, item("session-ended")); }
consteval auto after_treatment_day() { return detail::leaf(Op::AfterTreatmentDay, item("session-ended")); }
consteval auto drowsy() { return detail::leaf(Op::Drowsy, item("alertness")); }
consteval auto rose_since_check() { return detail::leaf(Op::RoseSinceCheck, item("tiredness")); }
consteval auto same_since_check() { return detail::leaf(Op::SameSinceCheck, item("tiredness")); }
consteval auto course_persistent(Threshold score) {
  return detail::leaf(Op::CoursePersistent, item("tiredness"), score.raw);
}
consteval auto course_persistent_daily(Threshold score) {
  return detail::leaf(Op::CoursePersistentDaily, item("tiredness"), score.raw);
}

}  // namespace tiredness
