#pragma once
/// @brief "When you call, say this": what to read aloud, sentence by sentence. Which, and in what order, is decided here.

#include <span>
#include <string_view>
#include <vector>

#include "tiredness/level.hpp"
#include "tiredness/reason.hpp"

namespace tiredness {

/// The lines: where one is, when the session was, how it is now, what else was marked and taken, what the crisis line is told,
/// what the check said.
enum class SayLine : std::uint8_t { Where, Session, Now, Marked, CrisisLine, Check };
inline constexpr std::array<std::string_view, 6> say_line_ids{"where", "session", "now", "marked", "crisis", "check"};

/// What a sentence names beside its words.
enum class Names : std::uint8_t {
  Nothing,
  SessionTime,  ///< {time}
  Number,       ///< {n}: the answer to `item`
  Marks,        ///< {list}: what was chosen
};

/// A sentence. Said where its condition is True.
struct Saying {
  std::string_view id;  ///< message `say.<id>`
  SayLine line;
  Condition when;
  Names names = Names::Nothing;
  ItemId item{};
  Levels levels{Level::Urgent, Level::SameDay, Level::Soon};
};

/// An option that was chosen.
struct Mark {
  ItemId item;
  unsigned option;  ///< its place
};

struct Said {
  const Saying* saying;
  std::vector<Mark> marks;  ///< Names::Marks: what decided comes first
};

std::span<const Saying> all_sayings();

/// Nothing at `expected`, as nobody has to call. For 911 it is short, and where one is comes first; for the crisis line it is one
/// sentence, which names no way of harm.
/// @param facts with what was not asked yet: of that nothing is said, not even that it is not known
std::vector<Said> say_for(Level level, const Facts& facts, std::span<const Reason> reasons,
                          std::span<const Reason> also_tell);

}  // namespace tiredness
