#pragma once
/// @brief RFC 3339 instants and dates. The core reads no clock: "now" is always an argument.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiredness {

inline constexpr std::int64_t seconds_per_hour = 3600;
inline constexpr std::int64_t seconds_per_day = 24 * seconds_per_hour;

/// A point in time, and the UTC offset in which it was written (and is written back).
struct Instant {
  std::int64_t unix_seconds = 0;  ///< seconds since 1970-01-01T00:00:00Z
  int offset_minutes = 0;         ///< local time minus UTC, -1439..1439
  bool operator==(const Instant&) const = default;
};

/// Reads "2026-11-20T14:00:00-05:00" (fractions of a second are cut off). Nothing if it is not RFC 3339.
std::optional<Instant> parse_timestamp(std::string_view text);

/// Reads "2026-11-20" as the number of days since 1970-01-01. Nothing if there is no such day.
std::optional<std::int64_t> parse_date(std::string_view text);

/// Writes the instant in its own offset, as RFC 3339.
std::string format_timestamp(Instant instant);

/// Its day in its own offset, as the number of days since 1970-01-01.
std::int64_t day_of(Instant instant);

/// Writes a day as "2026-11-20".
std::string format_date(std::int64_t day);

/// The last of so many days from Monday to Friday that follow on a day. Holidays are not known.
std::int64_t business_day_after(std::int64_t day, int count);

}  // namespace tiredness
