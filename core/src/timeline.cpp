#include "tiredness/timeline.hpp"

#include <array>

#include "tiredness/plan.hpp"

namespace tiredness {
namespace {

/// K03 K15, C05, S15, S38.
constexpr std::array<Milestone, milestone_count> milestones{{
    {"driving", Setting::NoDrivingHours},
    {"alcohol", Setting::NoAlcoholHours},
    {"other-effects", Setting::OtherEffectsHours},
    {"tiredness", Setting::ExpectedTirednessHours},
}};

bool hour_is_known(const SessionTime& t) { return t.known() && t.shortest == t.longest; }

/// The earliest hours of a milestone that are later than these; the same, where there are none.
int next_hours(int hours, const ClinicConfig& config) {
  int next = hours;
  for (const Milestone& one : milestones)
    if (config[one.after] > hours && (next == hours || config[one.after] < next)) next = config[one.after];
  return next;
}

}  // namespace

std::span<const Milestone> all_milestones() { return milestones; }

TimeLine time_line_for(Level level, const Facts& facts, const std::optional<Instant>& now) {
  TimeLine line;
  const auto& session = facts.session();
  if (level >= Level::Crisis || !now || !session.ended || !hour_is_known(session.time) || may_be_dosed_daily(facts))
    return line;
  TimeMark start{0, {*session.ended, now->offset_minutes}, true, {}};
  start.lines.push_back("session");
  line.push_back(start);
  const ClinicConfig& config = facts.config();
  int last = 0;
  for (int hours = next_hours(last, config); hours != last; last = hours, hours = next_hours(last, config)) {
    const Instant at = *clock_time_after(hours, facts, now);
    TimeMark mark{hours, at, at.unix_seconds <= now->unix_seconds, {}};
    for (const Milestone& one : milestones)
      if (config[one.after] == hours) mark.lines.push_back(one.id);
    line.push_back(mark);
  }
  return line;
}

}  // namespace tiredness
