#pragma once
/// @brief Earlier check-ins that the visitor chose to keep, and what they say about the present one.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tiredness/level.hpp"
#include "tiredness/timestamp.hpp"

namespace tiredness {

/// One kept check-in: the least that a trend needs.
struct CheckIn {
  Instant at{};
  std::optional<Instant> session_ended;  ///< nothing: of no known session, never compared
  int tiredness = 0;                     ///< 0 to 10
  Level level = Level::Expected;
  int rules_major = 0;  ///< major version of the rule set that gave the level
};

enum class Change : std::uint8_t { Better, Same, Worse };

/// How this check compares with earlier ones, made under the same major rule version.
struct Trend {
  // With those of the same session.
  int records = 0;  ///< how many could be compared
  std::optional<Change> since_last;
  std::optional<Change> since_first;
  bool persistent = false;  ///< still tired past the expected time
  // For the rule `worse-since-last-check`: earlier check-ins 6 to 36 hours old (S39, T16).
  bool rose = false;  ///< one of them had less tiredness
  bool same = false;  ///< one of them had the same
  // For the rule `course-persistent`: the least tiredness that a run of check-ins shows, over all sessions; nothing where
  // there is no such run.
  std::optional<int> course;  ///< of check-ins made 24 hours or more after their own session
  std::optional<int>
      daily_course;  ///< of check-ins made at any time: with a dose every day none is 24 hours after its own
};

/// The present moment, as far as comparing needs it.
struct Present {
  Instant now{};
  std::optional<std::int64_t> session_ended;  ///< unix seconds; the earliest that it can be
  std::optional<int> tiredness;
  std::int64_t session_span = 0;  ///< seconds: how much later it may have ended, where only the day is known
};

/// Two check-ins are of the same session when their session ends lie within this many seconds of each other, or can.
inline constexpr std::int64_t same_session_seconds = seconds_per_hour;

/// Why a record is not compared with the present check: the first that holds.
enum class NotCompared : std::uint8_t { Later, OtherSession, OtherRules };
[[nodiscard]] std::optional<NotCompared> why_not_compared(const CheckIn& record, const Present& present);

/// Compares. Records later than now are ignored here; the caller reports them (`is_in_future`).
Trend compare(std::span<const CheckIn> history, const Present& present);

[[nodiscard]] bool is_in_future(const CheckIn& record, Instant now);

}  // namespace tiredness
