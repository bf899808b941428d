#pragma once
/// @brief How long ago the session ended: what was answered, and what it means at a given "now".

#include <cstdint>
#include <optional>

#include "tiredness/timestamp.hpp"

namespace tiredness {

/// The answer to `session-ended`, as given.
struct SessionAnswer {
  enum class Kind : std::uint8_t { Missing, Unknown, NotYet, TwoWeeksOrMore, Timestamp, Date, Elapsed };
  Kind kind = Kind::Missing;
  Instant timestamp{};       ///< Kind::Timestamp
  std::int64_t date = 0;     ///< Kind::Date: days since 1970-01-01; the hour is not known
  std::int64_t elapsed = 0;  ///< Kind::Elapsed: seconds since the session ended (case files)
};

/// t, the time since the session ended, as an interval in seconds: the hour is not always known.
/// "At or after" tests use the longest, "within" tests the shortest.
struct SessionTime {
  enum class Kind : std::uint8_t { Missing, Unknown, NotYet, Known };
  Kind kind = Kind::Missing;
  std::int64_t shortest = 0;
  std::int64_t longest = 0;

  [[nodiscard]] constexpr bool known() const { return kind == Kind::Known; }
  /// Nothing can be said of t; every test of t then holds (principle 3).
  [[nodiscard]] constexpr bool unclear() const { return kind == Kind::Missing || kind == Kind::Unknown; }
};

enum class SessionFault : std::uint8_t {
  None,
  Future,    ///< later than now: treated as unknown
  TooOld,    ///< more than ten years ago: treated as unknown
  NeedsNow,  ///< a timestamp or date cannot be used without "now"
};

struct ResolvedSession {
  SessionTime time{};
  SessionFault fault = SessionFault::None;
  std::optional<std::int64_t> ended;  ///< unix seconds; a date alone counts from its start
};

/// What the answer means at `now`. Pure; an impossible time is unknown, never a guess.
ResolvedSession resolve(const SessionAnswer& answer, const std::optional<Instant>& now);

}  // namespace tiredness
