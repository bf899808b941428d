#pragma once
/// @brief What several rules ask in the same words.

#include "tiredness/rules.hpp"

namespace tiredness::rules {

inline constexpr auto able = has("function", "usual", "some");
/// Also where nothing is known of the function.
inline constexpr auto not_able = is_not("function", "usual", "some");
/// Tiredness that eases, and lets a person do their things, is rated one step lower.
inline constexpr auto not_better_and_able = any_of(is_not("trend", "better"), not_able);

inline constexpr auto at_higher_risk =
    any_of(has("conditions", "liver-disease", "lung-or-apnea"), has("age", "65-plus"));

/// A dose every day, or no plain "no" where that was asked.
inline constexpr auto daily_dose = any_of(has("daily-dose", "yes", "unsure"), missing("daily-dose"));

inline constexpr auto self_harm_unanswered = any_of(has("self-harm", "decline", "not-known"), missing("self-harm"));

inline constexpr auto function_unknown = any_of(has("function", "unsure"), missing("function"));

/// As tired as at an earlier check, where it should have eased by now.
inline constexpr auto unchanged_since_check =
    all_of(same_since_check(), at_least("tiredness", Setting::ModerateScore), after_treatment_day());
/// Kept check-ins show it at each of them. With a dose every day no check-in is made a day after its own session: there
/// those of any time count as well.
inline constexpr auto tired_at_each_check =
    all_of(any_of(session_at_or_after(24), daily_dose), at_least("tiredness", Setting::ModerateScore),
           any_of(course_persistent(Setting::ModerateScore),
                  all_of(daily_dose, course_persistent_daily(Setting::ModerateScore))));

inline constexpr auto any_sedative =
    has("taken-today", "opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine", "antipsychotic",
        "sedating-antidepressant", "alcohol", "cannabis", "sedative-extra");
inline constexpr auto two_sedatives =
    count_at_least(2, "taken-today", "opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine",
                   "antipsychotic", "sedating-antidepressant", "alcohol", "cannabis");

/// Drowsy, and something was taken that may slow breathing.
inline constexpr auto drowsy_with_depressant =
    all_of(drowsy(), has("taken-today", "opioid", "alcohol", "other-drugs", "unknown-pills", "unsure"));
/// Drowsy on the day of the session, alone, with anything that makes sleepy.
inline constexpr auto drowsy_alone_with_sedative =
    all_of(drowsy(), has("company", "alone"), session_within(24), any_sedative);
inline constexpr auto drowsy_and_slowed = any_of(drowsy_with_depressant, drowsy_alone_with_sedative);

inline constexpr auto low_sugar = any_of(has("danger-signs", "low-sugar-not-better"), has("unsure-signs", "low-sugar-not-better"),
                                         has("body-symptoms", "low-sugar"));
/// Low sugar, and something that may keep a person from swallowing safely: who is awake between two seizures, or weak on one
/// side, may still choke. A danger sign that may be there counts as one that is.
inline constexpr auto low_sugar_may_choke = all_of(
    low_sugar,
    any_of(has("danger-signs", "breathing", "cannot-wake", "confused", "stroke", "fainted", "seizure", "allergy", "overdose"),
           has("unsure-signs", "breathing", "cannot-wake", "confused", "stroke", "fainted", "seizure", "allergy", "overdose"),
           has("alertness", "not-checked", "cannot-stay-awake"), drowsy_and_slowed));

}  // namespace tiredness::rules
