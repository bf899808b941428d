#include "tiredness/timeline.hpp"

#include <algorithm>
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

/// The hours of the milestones, each once, in order.
List<int, milestone_count> hours_of(const ClinicConfig& config) {
  std::array<int, milestone_count> all{};
  std::transform(milestones.begin(), milestones.end(), all.begin(), [&](const Milestone& one) { return config[one.after]; });
  std::sort(all.begin(), all.end());
  List<int, milestone_count> once;
  for (const int hours : all)
    if (once.empty() || once.back() != hours) once.push_back(hours);
  return once;
}

}  // namespace

std::span<const Milestone> all_milestones() { return milestones; }

TimeLine time_line_for(Level level, const Facts& facts, const std::optional<Instant>& now) {
  TimeLine line;
  const auto& session = facts.session();
  if (level >= Level::Crisis || !now || !session.ended || !hour_is_known(session.time) || may_be_dosed_daily(facts)) return line;
  TimeMark start{0, {*session.ended, now->offset_minutes}, true, {}};
  start.lines.push_back("session");
  line.push_back(start);
  for (const int hours : hours_of(facts.config())) {
    const Instant at = *clock_time_after(hours, facts, now);
    TimeMark mark{hours, at, at.unix_seconds <= now->unix_seconds, {}};
    for (const Milestone& one : milestones)
      if (facts.config()[one.after] == hours) mark.lines.push_back(one.id);
    line.push_back(mark);
  }
  return line;
}

}  // namespace tiredness
