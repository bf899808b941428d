#include <algorithm>
#include <array>
#include <vector>

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

/// Anything but a plain "no" to the question about self-harm shows the crisis line.
constexpr auto crisis_line_is_shown =
    any_of(missing("self-harm"), has("mind-symptoms", "death-wish"),
           has("self-harm", "thoughts", "cannot-stay-safe", "plan", "harm-others", "unsure", "decline", "not-known"));
constexpr Condition crisis_line = when<crisis_line_is_shown>();
constexpr Condition not_safe_alone =
    when<any_of(has("mind-symptoms", "death-wish"),
                has("self-harm", "thoughts", "cannot-stay-safe", "plan", "harm-others", "unsure"))>();
/// Extra doses and mixes (D09).
constexpr Condition poison_help =
    when<any_of(has("dose-as-planned", "more"), has("taken-today", "unknown-pills", "sedative-extra", "other-drugs"),
                all_of(has("taken-today", "opioid"), has("taken-today", "alcohol")),
                all_of(drowsy(), has("taken-today", "opioid", "alcohol", "unsure")))>();

/// Drowsy after something that slows breathing: not to be slept off alone.
constexpr Condition watch_breathing = when<rules::drowsy_and_slowed>();

constexpr Condition not_woken = when<has("alertness", "not-checked")>();

/// A helper lays the person on one side, and gives nothing by mouth. A danger sign that may be there counts as one that is.
constexpr Condition may_not_wake = when<all_of(
    has("who", "helper"), any_of(has("danger-signs", "cannot-wake", "overdose", "fainted", "breathing"),
                                 has("unsure-signs", "cannot-wake", "overdose", "fainted", "breathing"),
                                 has("alertness", "not-checked", "cannot-stay-awake"), rules::drowsy_and_slowed))>();

constexpr Condition low_sugar = when<rules::low_sugar>();
constexpr Condition low_sugar_may_choke = when<rules::low_sugar_may_choke>();

/// On the first screen, in front of the call.
constexpr Action before_call(Action action) {
  action.before_call = true;
  return action;
}

constexpr Action while_closed(Action action) {
  action.while_closed = true;
  return action;
}

/// In the order in which they are shown. On emergency nothing says "call if": who reads it is on the line already.
constexpr std::array actions{
    before_call({"go-outside", Due::First, Nobody, Nothing, most_urgent,
                 when<any_of(has("danger-signs", "others-ill"), has("unsure-signs", "others-ill"))>()}),
    Action{"call-emergency", Due::Now, EmergencyLine, Nothing, emergency, always},
    Action{"stay-on-line", Due::Meanwhile, Nobody, Nothing, emergency, always, {"call-crisis"}},
    before_call({"wake-now", Due::Now, Nobody, Nothing, Levels{Crisis, Urgent}, not_woken}),
    Action{"wake-while-waiting", Due::Meanwhile, Nobody, Nothing, emergency, not_woken},
    Action{"recovery-position", Due::Meanwhile, Nobody, Nothing, most_urgent, may_not_wake},
    Action{
        "fast-sugar", Due::Now, Nobody, Nothing, Levels{Crisis, Urgent}, low_sugar, {"no-sugar", "recovery-position"}},
    Action{"sugar-while-waiting",
           Due::Meanwhile,
           Nobody,
           Nothing,
           emergency,
           low_sugar,
           {"no-sugar-while-waiting", "recovery-position"}},
    // Where the person is laid on one side, that says so already.
    Action{"no-sugar", Due::Now, Nobody, Nothing, Levels{Crisis, Urgent}, low_sugar_may_choke, {"recovery-position"}},
    Action{"no-sugar-while-waiting",
           Due::Meanwhile,
           Nobody,
           Nothing,
           emergency,
           low_sugar_may_choke,
           {"recovery-position"}},
    Action{"do-not-drive", Due::Meanwhile, Nobody, Nothing, emergency, always},
    Action{"unlock-door", Due::Meanwhile, Nobody, Nothing, emergency, always, {"go-outside"}},
    Action{"call-crisis", Due::Now, CrisisLine, Nothing, any_level, crisis_line},
    Action{"stay-with-someone", Due::StaySafe, Nobody, Nothing, any_level, not_safe_alone},
    Action{"out-of-reach", Due::StaySafe, Nobody, Nothing, any_level, not_safe_alone},
    Action{"crisis-no-answer", Due::CrisisNoAnswer, EmergencyLine, Nothing, crisis, always},
    before_call({"watch-breathing", Due::Now, Nobody, Nothing, Levels{Crisis, Urgent}, watch_breathing}),
    Action{"get-company",
           Due::Now,
           Nobody,
           Nothing,
           not_emergency,
           when<all_of(has("company", "alone"), any_of(drowsy(), session_within_known(2)))>(),
           {"stay-with-someone"}},
    Action{"call-on-call", Due::Urgent, OnCall, TheNumber, urgent, always},
    Action{"go-urgent", Due::Urgent, OnCall, NoNumber, urgent, always},
    Action{"poison-help", Due::Now, PoisonHelp, Nothing, not_emergency, poison_help},
    Action{"urgent-no-answer", Due::UrgentNoAnswer, Nobody, Nothing, urgent, always},
    Action{"call-today", Due::SameDay, Clinic, TheNumber, same_day, always},
    Action{"call-today-no-phone", Due::SameDay, Clinic, NoNumber, same_day, always},
    Action{"same-day-after-hours-on-call", Due::AfterHours, OnCall, TheNumber, same_day, always},
    Action{"same-day-after-hours", Due::AfterHours, OnCall, NoNumber, same_day, always},
    Action{"call-soon", Due::Soon, Clinic, TheNumber, soon, always},
    Action{"call-soon-no-phone", Due::Soon, Clinic, NoNumber, soon, always},
    while_closed({"soon-before-opening-on-call", Due::BeforeOpening, OnCall, TheNumber, soon, always}),
    while_closed({"soon-before-opening", Due::BeforeOpening, OnCall, NoNumber, soon, always}),
    // Not at crisis, and beside the crisis line for the other call alone: a call to that line is private.
    Action{"with-guardian",
           Due::WhenYouCall,
           Nobody,
           Nothing,
           Levels{Urgent, SameDay, Soon},
           when<has("age", "under-18")>(),
           {"call-crisis"}},
    Action{"with-guardian-beside-crisis", Due::WhenYouCall, Nobody, Nothing, Levels{Urgent, SameDay, Soon},
           when<all_of(has("age", "under-18"), crisis_line_is_shown)>()},
    Action{"soon-no-answer", Due::SoonNoAnswer, Nobody, Nothing, soon, always},
    Action{"primary-care", Due::PrimaryCare, Nobody, Nothing, Levels{SameDay, Soon, Expected},
           when<any_of(has("before-session", "yes"),
                       all_of(at_least("tiredness", 1), session_at_or_after(in_days(Setting::LongFatigueDays))))>()},
    Action{"check-again", Due::Recheck, Nobody, Nothing, Levels{SameDay, Soon, Expected}, always},
    Action{"call-if-change", Due::Change, Clinic, Nothing, expected, always},
};
static_assert(std::none_of(actions.begin(), actions.end(), [](const Action& one) { return one.when.empty(); }));

bool number_allows(const Action& action, const ClinicConfig& config) {
  const bool has_number = !number_of(action.dial, config).empty();
  return action.needs == Nothing || has_number == (action.needs == TheNumber);
}

bool holds(const Action& action, Level level, const Facts& facts) {
  return action.levels.has(level) && facts.evaluate(action.when) == Truth::True &&
         number_allows(action, facts.config());
}

/// Whether the action that this one does not stand beside is there.
bool kept_away(const Action& action, Level level, const Facts& facts) {
  return std::any_of(actions.begin(), actions.end(), [&](const Action& other) {
    return std::find(action.not_beside.begin(), action.not_beside.end(), other.id) != action.not_beside.end() &&
           holds(other, level, facts);
  });
}

/// 988 comes after 911; and what is to be done by which hour depends on whether the clinic is open.
Due due_at(const Action& action, Level level, bool closed) {
  if (action.dial == CrisisLine && level == Emergency) return Due::Then;
  if (action.due == Due::Meanwhile && level != Emergency) return Due::Now;  // nobody is on the way
  if (closed && action.due == Due::AfterHours) return Due::ClosedNow;
  if (closed && action.due == Due::SameDay) return Due::WhenOpen;
  return action.due;
}

/// A closed clinic's number waits behind what can be done now.
bool waits_for_opening(const ShownAction& shown) { return shown.due == Due::WhenOpen; }

/// The call that the level is about. The crisis line beside another level, and Poison Help, come after it.
bool is_call_of(Level level, const ShownAction& shown, const ClinicConfig& config) {
  const Dial dial = shown.action->dial;
  switch (level) {
    case Emergency: return dial == EmergencyLine;
    case Crisis: return dial == CrisisLine;
    case Urgent: return dial == OnCall;
    // Nobody is told to call: without a number there is nothing to have at hand.
    case Expected: return dial == Clinic && !number_of(dial, config).empty();
    default: return dial == Clinic || shown.due == Due::ClosedNow;
  }
}

void mark_first(std::vector<ShownAction>& shown, Level level, const ClinicConfig& config) {
  for (ShownAction& one : shown) {
    const bool call = is_call_of(level, one, config);
    one.first = one.action->before_call || call;
    if (call) return;
  }
}

}  // namespace

std::span<const Action> all_actions() { return actions; }

ShownActions actions_for(Level level, const Facts& facts, const std::optional<Opening>& opening) {
  const bool closed = opening && !opening->open;
  std::vector<ShownAction> shown;
  for (const Action& action : actions)
    if (holds(action, level, facts) && !kept_away(action, level, facts) && (closed || !action.while_closed))
      shown.push_back({&action, due_at(action, level, closed), false});
  const auto waiting = std::find_if(shown.begin(), shown.end(), waits_for_opening);
  if (waiting != shown.end()) std::iter_swap(waiting, waiting + 1);  // the after-hours way follows it in the table
  mark_first(shown, level, facts.config());
  ShownActions result;
  static_assert(actions.size() <= 40);
  for (const ShownAction& one : shown) result.push_back(one);
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
