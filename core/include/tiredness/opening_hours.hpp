#pragma once
/// @brief When a clinic is open, on its own clock. The core reads no clock and knows no time zones: both are arguments.

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tiredness/timestamp.hpp"

namespace tiredness {

inline constexpr std::size_t minutes_per_week = 7 * 24 * 60;

/// Whether the clinic is open at a moment, and the next moment at which that changes.
struct Opening {
  bool open = false;
  /// On the clinic's own clock, in the offset that it has now: what its clock will show holds when its offset changes, too.
  std::optional<Instant> changes_at{};
  /// The visitor's clock shows another time than the clinic's.
  bool elsewhere = false;
};

/// A week, as schema.org writes it: "Mo-Fr 09:00-17:00, Sa 10:00-13:00". Days may be listed ("Mo,We 09:00-12:00") and times
/// too ("Mo-Fr 09:00-12:00, 13:00-17:00"); a range may end at 24:00, or after midnight.
class OpeningHours {
 public:
  /// Nothing if the text is not of this form.
  static std::optional<OpeningHours> parse(std::string_view text);

  [[nodiscard]] Opening at(Instant clinic_now) const;

 private:
  std::bitset<minutes_per_week> open_;  ///< from Monday, 00:00
};

}  // namespace tiredness
