#pragma once
/// @brief Rules of level `soon`: call in the next work days.

#include "parts.hpp"

namespace tiredness::rules {

inline constexpr std::array soon{
    Rule{"no-session-yet", Level::Soon, "scope", when<session_not_yet()>()},
    Rule{"past-expected-time", Level::Soon, "S18 S38 K20 K25",
         when<all_of(any_of(at_least("tiredness", 1), missing("tiredness")),
                     session_at_or_after(Setting::ExpectedTirednessHours))>()},
    Rule{"under-age", Level::Soon, "scope", when<has("age", "under-18")>()},
    Rule{"severe-but-able", Level::Soon, "F03",
         when<all_of(at_least("tiredness", Setting::SevereScore), after_treatment_day())>()},
    Rule{"higher-risk-tired", Level::Soon, "K38 F16",
         when<all_of(after_treatment_day(), at_higher_risk, at_least("tiredness", Setting::ModerateScore))>()},
    Rule{"never-clears", Level::Soon, "S18 N1",
         when<all_of(has("between-sessions", "stays"), any_of(at_least("tiredness", 1), missing("tiredness")))>()},
    Rule{"course-persistent", Level::Soon, "S18 N1", when<tired_at_each_check>()},
    Rule{"moderate-late", Level::Soon, "F03 F04 S15",
         when<all_of(at_least("tiredness", Setting::ModerateScore), session_at_or_after(Setting::OtherEffectsHours),
                     not_better_and_able)>()},
    Rule{"effects-late", Level::Soon, "S15",
         when<all_of(has("body-symptoms", "nausea", "vomiting", "headache", "dizzy", "blurred-vision"),
                     session_at_or_after(Setting::OtherEffectsHours))>()},
    Rule{"function-lost", Level::Soon, "S19 F15", when<all_of(has("function", "cannot-usual"), after_treatment_day())>()},
    Rule{"long-standing", Level::Soon, "F12 F13 F14 F24",
         when<all_of(at_least("tiredness", 1), session_at_or_after(in_days(Setting::LongFatigueDays)))>()},
    Rule{"background-sign", Level::Soon, "F14 F17 F20",
         when<has("background-signs", "snoring", "weight-loss", "lumps", "heavy-periods")>()},
    Rule{"new-medicine", Level::Soon, "M13 F15", when<has("medicine-changes", "new-medicine")>()},
    Rule{"lasting-longer", Level::Soon, "S13 K28 N6 N7", when<has("between-sessions", "longer")>()},
    Rule{"unclear-trend", Level::Soon, "S39",
         when<any_of(has("trend", "came-back", "up-and-down"), missing("trend"),
                     all_of(has("trend", "too-soon", "unsure"), session_at_or_after(24)))>()},
    Rule{"iv-sore", Level::Soon, "D17", when<all_of(has("body-symptoms", "iv-sore"), session_at_or_after(48))>()},
    Rule{"score-missing", Level::Soon, "principle-3", when<missing("tiredness")>()},
    Rule{"not-eased-by-rest", Level::Soon, "F01",
         when<all_of(has("rest-helps", "no"), at_least("tiredness", Setting::ModerateScore), after_treatment_day())>()},
    Rule{"foggy-late", Level::Soon, "K31",
         when<all_of(has("mind-symptoms", "foggy"), session_at_or_after(Setting::DissociationHours))>()},
    Rule{"older-adult", Level::Soon, "F16",
         when<all_of(has("age", "65-plus"), at_least("tiredness", 1),
                     session_at_or_after(Setting::OtherEffectsHours))>()},
    Rule{"other-worry", Level::Soon, "S21 T02", when<has("body-symptoms", "other")>()},
};

}  // namespace tiredness::rules
