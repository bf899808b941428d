#pragma once
/// @brief "When may I …?": from when on something may be done again after a session, and what must hold then. All data.
///
///     for (const PlanLine& line : plan_for(Level::Expected, facts, now)) …
///
/// A clock time is never earlier than the label or the clinic's setting. What the answers do not tell is never taken as
/// met: it is named, for the visitor to judge then and there.

#include <optional>
#include <span>
#include <string_view>

#include "tiredness/facts.hpp"
#include "tiredness/level.hpp"
#include "tiredness/list.hpp"
#include "tiredness/paging.hpp"

namespace tiredness {

/// What must hold beside the clock, in the order in which a line names them.
enum class NeedId : std::uint8_t {
  Talked,
  Slept,
  Awake,
  WideAwake,
  FullyAwake,
  Alert,
  ClearHead,
  NothingNew,
  NothingSedating,
  Steady,
  Company,
  NotDriving,
  NotDizzy,
  Drinking,
  NotSwimmingAlone,
  CalmHeart,
  NotSick,
  SugarUp,
  LookedInOn,
  Watched,
  Phone,
};

struct Need {
  enum class Kind : std::uint8_t {
    Felt,       ///< only the visitor can tell, at that moment: always named
    Told,       ///< named unless the answers say that it holds
    Situation,  ///< named only where the condition is True, and holds nothing up
    Obstacle,   ///< named only where the condition is True, and then in the way
  };
  std::string_view id;  ///< message `plan.need.<id>`
  Kind kind;
  Condition when;  ///< Felt, Told, Obstacle: True where it does not hold; Unknown where that was not asked
};

/// A set of needs, as bits.
using NeedSet = std::uint32_t;
constexpr NeedSet bit_of(NeedId id) { return 1U << static_cast<unsigned>(id); }

/// What a line comes to. The needs belong to each.
enum class PlanState : std::uint8_t {
  Now,       ///< the time is over, and what the answers tell holds
  Later,     ///< from a clock time on
  NotYet,    ///< no time is in the way, but something the answers tell
  Hours,     ///< so many hours after the session, whose time is not known
  AskHours,  ///< with a dose every day only the clinic can say in which hours
  AskFirst,
  AsTold,  ///< as the clinic has told
  AsPlanned,
};

inline constexpr std::array<std::string_view, 8> plan_state_ids{"now",       "later",     "not-yet", "hours",
                                                                "ask-hours", "ask-first", "as-told", "as-planned"};
constexpr std::string_view id_of(PlanState state) { return plan_state_ids[static_cast<std::size_t>(state)]; }

/// Something people ask about.
struct Activity {
  std::string_view id;  ///< message `plan.activity.<id>`
  std::string_view sources;
  Threshold earliest;  ///< hours after the session; 0: no hour is in the way
  NeedSet needs;
  Condition note_when;                   ///< where True, message `plan.note.<id>` is added; never: there is none
  Condition ask_first = never;           ///< where True, whatever the hour
  PlanState otherwise = PlanState::Now;  ///< where neither an hour nor a need is in the way
  Condition first_when = never;          ///< where True, it is one of the first lines of a result
};

struct PlanLine {
  const Activity* activity;
  PlanState state;
  NeedSet needs;  ///< those to be named
  bool note;
  int hours;                  ///< 0: no hour is in the way
  std::optional<Instant> at;  ///< whole minutes, never too early; nothing where the session's time is not known
  bool more;                  ///< under "more" on a result: the first lines are what this visitor needs at once
};

inline constexpr std::size_t most_plan_lines = 14;
using Plan = List<PlanLine, most_plan_lines>;

/// A dose every day starts the clock again each day. Where that was asked, only a plain "no" rules it out.
bool may_be_dosed_daily(const Facts& facts);

/// So many hours after the session, as a clock time: whole minutes, never too early. Nothing where the session's time is not
/// known, or with a dose every day.
std::optional<Instant> clock_time_after(int hours, const Facts& facts, const std::optional<Instant>& now);

/// The places of two lines that a result asks about. They are the same in the table of activities and in every plan that is not empty.
inline constexpr std::size_t driving_line = 0;
inline constexpr std::size_t alone_line = 1;

std::span<const Activity> all_activities();
std::span<const Need> all_needs();

/// @param level the result's; none where nothing was assessed. Nothing on emergency and crisis.
/// @param now as in the facts' context; its offset is that of the clock times
Plan plan_for(std::optional<Level> level, const Facts& facts, const std::optional<Instant>& now);

/// What is asked for a plan without a check, and the plan from that alone.
struct PlanWithoutCheck {
  List<ItemId, most_on_page> items;
  List<PageError, most_on_page> errors;
  Plan plan;
};

/// The answers that it uses; the others count as not asked.
Facts facts_without_check(const Answers& answers, const Context& context);
/// @param facts of `facts_without_check`
PlanWithoutCheck plan_without_check(const Facts& facts, const std::optional<Instant>& now);

}  // namespace tiredness
