#pragma once
/// @brief The time line after a session: from when on what is usually over, or may be done at the earliest. All data.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tiredness/facts.hpp"
#include "tiredness/level.hpp"
#include "tiredness/list.hpp"

namespace tiredness {

/// What holds from so many hours after the session on.
struct Milestone {
  std::string_view id;  ///< message `time-line.<id>`
  Setting after;
};

inline constexpr std::size_t milestone_count = 4;

/// A point of the line. What a clinic has set to the same hour stands on the same point.
struct TimeMark {
  int hours;                                      ///< after the session; 0: the session itself
  Instant at;                                     ///< whole minutes, never too early
  bool is_over;                                   ///< now is at or after it
  List<std::string_view, milestone_count> lines;  ///< ids of milestones; `session`
};

using TimeLine = List<TimeMark, milestone_count + 1>;

std::span<const Milestone> all_milestones();

/// In order of time. Nothing on emergency and crisis, nor where the hour of the session is not known or starts anew each day.
TimeLine time_line_for(Level level, const Facts& facts, const std::optional<Instant>& now);

}  // namespace tiredness
