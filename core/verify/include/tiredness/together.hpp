#pragma once
/// @brief What may not stand together in a result, and why: a line that asks the opposite of another, or says it again.

#include <cstdint>
#include <span>
#include <string_view>

namespace tiredness {

/// What a line asks of the visitor, as far as another line may ask the opposite. As bits.
enum Asks : std::uint32_t {
  Nothing_opposed = 0,
  Call911 = 1U << 0U,
  Call911If = 1U << 1U,   ///< only if something happens
  Call988Now = 1U << 2U,  ///< the crisis is what the result is about
  Call988If = 1U << 3U,
  CallUrgently = 1U << 4U,  ///< a medical person, within the hour
  StayOnLine = 1U << 5U,
  CallOther = 1U << 6U,  ///< a number other than 911
  ByMouth = 1U << 7U,
  NothingByMouth = 1U << 8U,
  GoOut = 1U << 9U,   ///< and do not go back in
  LetIn = 1U << 10U,  ///< do something at the door, from within
  GetSomebody = 1U << 11U,
  WithGuardian = 1U << 12U,
  LookForSigns = 1U << 13U,
  InHours = 1U << 14U,  ///< when the clinic's phone is answered
  CallSooner = 1U << 15U,
  CheckAgain = 1U << 16U,
  TryTips = 1U << 17U,
  CallInPrivate = 1U << 18U,
  Consult = 1U << 19U,  ///< set up a consultation with the clinic
};

struct LineAsks {
  std::string_view id;  ///< of an action; `net.…` of the safety net; `cta.…` of the consultation; `tips`, `recheck`
  std::uint32_t asks;
};

struct Opposites {
  Asks one;
  Asks other;
  std::string_view why;
};

std::span<const LineAsks> all_line_asks();
std::span<const Opposites> all_opposites();

/// Why these two lines may not stand together; empty where they may.
std::string_view why_not_together(const LineAsks& one, const LineAsks& other);

}  // namespace tiredness
