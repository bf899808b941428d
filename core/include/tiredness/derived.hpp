#pragma once
/// @brief What is derived from the answers before any rule is asked, as conditions: the rules' dump carries them, as they
/// can change a level just as a rule can.

#include "tiredness/predicate.hpp"

namespace tiredness::derived {

/// The treatment day: no full night's sleep yet, within treatmentDayHours of the session; within 12 hours where sleep is unsure
/// or not answered. Later than four days sleep is not asked, and counts as yes. With a dose every day each day would be a treatment
/// day: where that was asked, only a plain "no" rules it out.
inline constexpr Condition treatment_day = when<all_of(
    any_of(not_enabled("daily-dose"), has("daily-dose", "no")), session_before(Setting::TreatmentDayHours),
    any_of(has("slept", "no"), all_of(any_of(has("slept", "unsure"), missing("slept")), session_before(12))))>();

/// Drowsy: so, or not sure, or not answered.
inline constexpr Condition drowsy = when<any_of(has("alertness", "drowsy", "unsure"), missing("alertness"))>();

/// An option that counts as another one of the same item.
struct CountsAs {
  ItemId item;
  std::uint32_t given;
  std::uint32_t counts_as;
  Condition when;
};

/// Resting as told is an answer for the treatment day alone: later nobody knows what it hides.
inline constexpr CountsAs resting{item("function"), option_bits(item("function"), "resting"),
                                  option_bits(item("function"), "unsure"), when<after_treatment_day()>()};

}  // namespace tiredness::derived
