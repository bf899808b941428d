#include <array>

#include "rules/parts.hpp"
#include "tiredness/care.hpp"

namespace tiredness {
namespace {

using enum Level;
using enum Dial;
using enum Needs;

constexpr Levels emergency{Emergency};
constexpr Levels crisis{Crisis};
constexpr Levels urgent{Urgent};
constexpr Levels same_day{SameDay};
constexpr Levels soon{Soon};
constexpr Levels expected{Expected};
/// A crisis keeps the instructions of what is urgent beside it.
constexpr Levels most_urgent{Emergency, Crisis, Urgent};
constexpr Levels not_emergency{Crisis, Urgent, SameDay};
constexpr Levels any_level{Emergency, Crisis, Urgent, SameDay, Soon, Expected};
constexpr Condition always{};

/// Anything but a plain "no" to the question about self-harm shows the crisis line.
constexpr Condition crisis_line =
    when<any_of(missing("self-harm"), has("mind-symptoms", "death-wish"),
                has("self-harm", "thoughts", "cannot-stay-safe", "plan", "harm-others", "unsure", "decline",
                    "not-known"))>();
constexpr Condition not_safe_alone =
    when<any_of(has("mind-symptoms", "death-wish"),
                has("self-harm", "thoughts", "cannot-stay-safe", "plan", "harm-others", "unsure"))>();
/// Extra doses and mixes (D09).
constexpr Condition poison_help =
    when<any_of(has("dose-as-planned", "more"),
                has("taken-today", "unknown-pills", "sedative-extra", "other-drugs"),
                all_of(has("taken-today", "opioid"), has("taken-today", "alcohol")),
                all_of(drowsy(), has("taken-today", "opioid", "alcohol", "unsure")))>();

/// Drowsy after something that slows breathing: not to be slept off alone.
constexpr Condition watch_breathing = when<rules::drowsy_and_slowed>();

/// In the order in which they are shown.
constexpr std::array actions{
    Action{"call-emergency", "now", EmergencyLine, Nothing, emergency, always},
    Action{"wake-now", "now", Nobody, Nothing, most_urgent, when<has("alertness", "not-checked")>()},
    Action{"go-outside", "now", Nobody, Nothing, most_urgent,
           when<any_of(has("danger-signs", "others-ill"), has("unsure-signs", "others-ill"))>()},
    Action{"recovery-position", "meanwhile", Nobody, Nothing, most_urgent,
           when<all_of(has("who", "helper"),
                       any_of(has("danger-signs", "cannot-wake", "overdose", "fainted", "breathing"),
                              has("alertness", "not-checked", "cannot-stay-awake"), rules::drowsy_and_slowed))>()},
    Action{"fast-sugar", "now", Nobody, Nothing, most_urgent,
           when<any_of(has("danger-signs", "low-sugar-not-better"), has("unsure-signs", "low-sugar-not-better"),
                       has("body-symptoms", "low-sugar"))>()},
    Action{"while-waiting", "meanwhile", Nobody, Nothing, emergency, always},
    Action{"call-crisis", "now", CrisisLine, Nothing, any_level, crisis_line},
    Action{"stay-with-someone", "meanwhile", Nobody, Nothing, any_level, not_safe_alone},
    Action{"crisis-no-answer", "meanwhile", EmergencyLine, Nothing, crisis, always},
    Action{"call-on-call", "urgent", OnCall, TheNumber, urgent, always},
    Action{"go-urgent", "urgent", OnCall, NoNumber, urgent, always},
    Action{"poison-help", "now", PoisonHelp, Nothing, not_emergency, poison_help},
    Action{"watch-breathing", "now", Nobody, Nothing, Levels{Crisis, Urgent}, watch_breathing},
    Action{"get-company", "now", Nobody, Nothing, not_emergency,
           when<all_of(has("company", "alone"), any_of(drowsy(), session_within_known(2)))>()},
    Action{"urgent-no-answer", "urgent-no-answer", Nobody, Nothing, urgent, always},
    Action{"call-today", "same-day", Clinic, TheNumber, same_day, always},
    Action{"call-today-no-phone", "same-day", Clinic, NoNumber, same_day, always},
    Action{"same-day-after-hours-on-call", "after-hours", OnCall, TheNumber, same_day, always},
    Action{"same-day-after-hours", "after-hours", OnCall, NoNumber, same_day, always},
    Action{"call-soon", "soon", Clinic, TheNumber, soon, always},
    Action{"call-soon-no-phone", "soon", Clinic, NoNumber, soon, always},
    Action{"with-guardian", "when-you-call", Nobody, Nothing, Levels{Crisis, Urgent, SameDay, Soon},
           when<has("age", "under-18")>()},
    Action{"soon-no-answer", "soon-no-answer", Nobody, Nothing, soon, always},
    Action{"primary-care", "primary-care", Nobody, Nothing, Levels{SameDay, Soon, Expected},
           when<any_of(has("before-session", "yes"),
                       all_of(at_least("tiredness", 1),
                              session_at_or_after(in_days(Setting::LongFatigueDays))))>()},
    Action{"check-again", "recheck", Nobody, Nothing, expected, always},
    Action{"call-if-change", "change", Clinic, Nothing, expected, always},
};

bool number_allows(const Action& action, const ClinicConfig& config) {
  const bool has_number = !number_of(action.dial, config).empty();
  return action.needs == Nothing || has_number == (action.needs == TheNumber);
}

}  // namespace

std::span<const Action> all_actions() { return actions; }

List<const Action*, 32> actions_for(const Levels& shown, const Facts& facts) {
  List<const Action*, 32> result;
  static_assert(actions.size() <= 32);
  for (const Action& action : actions) {
    const bool applies = action.when.empty() || facts.evaluate(action.when) == Truth::True;
    if (shown.meets(action.levels) && applies && number_allows(action, facts.config())) result.push_back(&action);
  }
  return result;
}

std::string_view number_of(Dial dial, const ClinicConfig& config) {
  switch (dial) {
    case Nobody: return {};
    case EmergencyLine: return config.emergency_number();
    case CrisisLine: return config.crisis_number();
    case PoisonHelp: return config.poison_number();
    case Clinic: return config[ClinicText::Phone];
    case OnCall: return config[ClinicText::OnCallPhone];
  }
  return {};
}

}  // namespace tiredness
