#pragma once
/// @brief What must all hold before a result may be `expected`: calm is earned, never assumed.

#include "parts.hpp"

namespace tiredness::rules {

inline constexpr Condition allow_list = when<all_of(
    only("danger-signs", "none"),
    has("self-harm", "no"),
    has("age", "18-64", "65-plus"),
    session_known(),
    any_of(session_before(Setting::ExpectedTirednessHours), below("tiredness", 1)),
    any_of(has("alertness", "awake"),
           all_of(has("alertness", "drowsy"), treatment_day(), has("company", "with-adult"))),
    any_of(below("tiredness", Setting::ModerateScore),
           all_of(below("tiredness", Setting::SevereScore),
                  any_of(session_before(Setting::OtherEffectsHours),
                         all_of(has("trend", "better"), able))),
           all_of(answered("tiredness"), treatment_day())),
    any_of(able, all_of(has("function", "resting", "cannot-usual"), treatment_day())),
    any_of(has("trend", "better", "same"), all_of(has("trend", "too-soon", "unsure"), session_before(24))),
    any_of(has("between-sessions", "first", "clears"), not_enabled("between-sessions")),
    answered("body-symptoms"),
    answered("mind-symptoms"),
    // A "no" stands for both lists only where neither of them says otherwise.
    any_of(answered("taken-today"),
           all_of(has("medicines", "no"), any_of(not_enabled("medicine-changes"), only("medicine-changes", "none")))),
    is_not("taken-today", "unsure"),
    any_of(answered("medicine-changes"),
           all_of(has("medicines", "no"), any_of(not_enabled("taken-today"), only("taken-today", "none")))),
    answered("before-session"),
    any_of(has("dose-as-planned", "planned"), not_enabled("dose-as-planned")))>();

inline constexpr Rule expected{"allow-list", Level::Expected, "S38 K20", allow_list};
inline constexpr Rule not_on_allow_list{"not-on-allow-list", Level::Soon, "principle-3", allow_list};

}  // namespace tiredness::rules
