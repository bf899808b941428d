#pragma once
/// @brief What a result tells the visitor to do: actions, safety lines, tips, safety net, call to action. All data.

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tiredness/facts.hpp"
#include "tiredness/level.hpp"
#include "tiredness/list.hpp"
#include "tiredness/opening_hours.hpp"

namespace tiredness {

/// Which number a line dials.
enum class Dial : std::uint8_t { Nobody, EmergencyLine, CrisisLine, PoisonHelp, Clinic, OnCall };
/// Message `call.<id>`, on the button that dials it.
inline constexpr std::array<std::string_view, 6> dial_ids{"", "emergency", "crisis", "poison", "clinic", "on-call"};

/// Whether a line depends on the number it dials being set.
enum class Needs : std::uint8_t { Nothing, TheNumber, NoNumber };

/// By when something is to be done.
enum class Due : std::uint8_t {
  First,
  Now,
  Then,
  Meanwhile,
  StaySafe,
  CrisisNoAnswer,
  Urgent,
  UrgentNoAnswer,
  SameDay,
  AfterHours,
  ClosedNow,
  WhenOpen,
  Soon,
  SoonNoAnswer,
  BeforeOpening,
  WhenYouCall,
  PrimaryCare,
  Recheck,
  Change
};
/// Message `by.<id>`.
inline constexpr auto due_ids = std::to_array<std::string_view>(
    {"first", "now", "then", "meanwhile", "stay-safe", "crisis-no-answer", "urgent", "urgent-no-answer", "same-day",
     "after-hours", "closed-now", "when-open", "soon", "soon-no-answer", "before-opening", "when-you-call",
     "primary-care", "recheck", "change"});
static_assert(due_ids.size() == static_cast<std::size_t>(Due::Change) + 1);
constexpr std::string_view id_of(Due due) { return due_ids[static_cast<std::size_t>(due)]; }

/// Something to do now. Shown at these levels, where its condition is True.
struct Action {
  std::string_view id;  ///< message `action.<id>`
  Due due;
  Dial dial;
  Needs needs;
  Levels levels;
  Condition when;
  /// The actions beside which this one would contradict, or say the same again.
  std::array<std::string_view, 2> not_beside{};
  bool before_call = false;   ///< cannot wait for the call that the level is about
  bool while_closed = false;  ///< only while the clinic is known to be closed
};

/// An action as a result shows it.
struct ShownAction {
  const Action* action;
  Due due;     ///< the action's own, or what holds at this hour and level
  bool first;  ///< belongs on the first screen, with the level: what comes before the call, and the call
};
using ShownActions = List<ShownAction, 40>;

/// What is not safe, or takes care, in the first hours. Shown where its condition is True or Unknown.
struct SafetyLine {
  std::string_view id;  ///< message `safety.<id>`; where it has hours, `.until` and `.over` too
  Condition when;
  std::optional<Setting>
      hours{};  ///< that it waits for after the session, with other things: it tells their clock time
};

/// A safety line as a result shows it.
struct ShownSafetyLine {
  std::string_view id;
  std::optional<Instant> until;  ///< when its hours are over; nothing where no clock time can be told
  bool is_over;                  ///< they are: what else it waits for is left
};

/// A way of putting a tip. Taken where its condition is True or Unknown: the careful wording is the safe one.
struct TipVariant {
  std::string_view id{};
  Condition when = never;
};

/// Care advice. Hidden where `hidden_when` is True or Unknown: an unknown answer never shows a doubtful tip.
struct Tip {
  std::string_view id;
  std::string_view sources;
  Condition hidden_when;
  Condition boosted_when;                ///< shown before the others where True
  std::array<TipVariant, 3> variants{};  ///< the first that applies; an empty id: there is none
};

struct CareAdvice {
  const Tip* tip;
  std::string_view variant;  ///< empty: the tip as it stands
  bool more;                 ///< under "more ideas"
};

/// At most this many tips are shown at once.
inline constexpr std::size_t tips_shown = 4;

struct SafetyNetLine {
  std::string_view id;
  Dial dial;
};

/// The clinic's consultation (S43). On urgent levels only "tell your clinic once you are safe".
struct CallToAction {
  std::string_view id;
  Dial dial;
  bool books_online;
  bool has_button;
};

std::span<const Action> all_actions();
std::span<const Tip> all_tips();
std::span<const SafetyLine> all_safety_lines();
std::span<const std::string_view> all_contributors();
std::span<const std::string_view> all_safety_net_ids();
/// The danger signs that the line of the emergency number lists; message `net.sign.<id>`.
std::span<const std::string_view> all_net_signs();

/// What to do at a level, in order.
/// @param opening whether the clinic is open, where that is known: the after-hours way comes first while it is closed.
ShownActions actions_for(Level level, const Facts& facts, const std::optional<Opening>& opening = std::nullopt);
/// None from urgent up: nobody is to try tips in place of the call.
List<CareAdvice, 16> advice_for(Level level, const Facts& facts);
/// "First 24 hours, and until slept and fully alert."
/// @param now without it no line names a clock time.
List<ShownSafetyLine, 8> safety_lines_for(const Facts& facts, const std::optional<Instant>& now = std::nullopt);
/// Whether any medicine was ticked: the medicines text is then shown.
bool mentions_medicine(const Facts& facts);
/// None on emergency and crisis: who is told to call now is not told when to call.
std::vector<SafetyNetLine> safety_net_for(Level level, const ClinicConfig& config);
CallToAction call_to_action_for(Level level, const ClinicConfig& config);

/// The number to dial, as set; empty where the clinic gave none.
std::string_view number_of(Dial dial, const ClinicConfig& config);

}  // namespace tiredness
