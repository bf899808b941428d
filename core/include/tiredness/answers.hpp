#pragma once
/// @brief The answers to the questionnaire. Not answered is never the same as "no".

#include <array>
#include <cstdint>
#include <optional>

#include "tiredness/questionnaire.hpp"
#include "tiredness/session_time.hpp"

namespace tiredness {

class Answers {
 public:
  SessionAnswer session{};

  /// The chosen options as bits (bit n = option n of the item); 0 where not answered.
  [[nodiscard]] constexpr std::uint32_t chosen(ItemId id) const { return values_[index(id)]; }
  constexpr void choose(ItemId id, std::uint32_t options) { values_[index(id)] = options; }

  /// The answer to an integer item, 0 to 10.
  [[nodiscard]] constexpr std::optional<int> number(ItemId id) const {
    const auto value = values_[index(id)];
    if (value == 0) return std::nullopt;
    return static_cast<int>(value) - 1;
  }
  constexpr void set_number(ItemId id, int value) { values_[index(id)] = static_cast<std::uint32_t>(value) + 1; }

  [[nodiscard]] constexpr bool answered(ItemId id) const {
    return id == item("session-ended") ? session.kind != SessionAnswer::Kind::Missing : values_[index(id)] != 0;
  }
  constexpr void clear(ItemId id) {
    if (id == item("session-ended")) session = {};
    values_[index(id)] = 0;
  }

 private:
  static constexpr std::size_t index(ItemId id) { return static_cast<std::size_t>(id); }
  /// Options as bits, or an integer plus one: so 0 always means not answered.
  std::array<std::uint32_t, items.size()> values_{};
};

}  // namespace tiredness
