#pragma once
/// @brief The six results, from "fits the usual pattern" to "call 911 now".

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tiredness {

/// A triage disposition. The number is the rank: a greater one is more urgent, and nothing ever lowers it.
enum class Level : std::uint8_t { Expected = 1, Soon, SameDay, Urgent, Crisis, Emergency };

inline constexpr std::array most_urgent_first{Level::Emergency, Level::Crisis, Level::Urgent,
                                              Level::SameDay,   Level::Soon,   Level::Expected};

/// The stable id used in JSON, case files and message keys.
constexpr std::string_view id_of(Level level) {
  constexpr std::array<std::string_view, 7> ids{"", "expected", "soon", "same-day", "urgent", "crisis", "emergency"};
  return ids[static_cast<std::size_t>(level)];
}

constexpr std::optional<Level> find_level(std::string_view id) {
  for (const Level level : most_urgent_first)
    if (id_of(level) == id) return level;
  return std::nullopt;
}

/// A set of levels.
class Levels {
 public:
  constexpr Levels() = default;
  template <class... More>
  constexpr explicit Levels(Level first, More... more) {
    add(first);
    (add(more), ...);
  }
  constexpr void add(Level level) { bits_ |= bit(level); }
  [[nodiscard]] constexpr bool has(Level level) const { return (bits_ & bit(level)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool meets(const Levels& other) const { return (bits_ & other.bits_) != 0; }
  /// The most urgent one. @pre not empty.
  [[nodiscard]] constexpr Level highest() const {
    for (const Level level : most_urgent_first)
      if (has(level)) return level;
    return Level::Emergency;  // never reassure by accident
  }
  constexpr bool operator==(const Levels&) const = default;

 private:
  static constexpr unsigned bit(Level level) { return 1U << static_cast<unsigned>(level); }
  unsigned bits_ = 0;
};

}  // namespace tiredness
