#pragma once
/// @brief A number of states: exact, and far beyond 64 bits.

#include <array>
#include <cstdint>
#include <string>

namespace tiredness {

class StateCount {
 public:
  constexpr StateCount() = default;
  explicit constexpr StateCount(std::uint32_t value) : limbs_{value} {}

  StateCount& operator+=(const StateCount& other);
  StateCount& operator*=(std::uint32_t factor);
  [[nodiscard]] bool is_zero() const { return *this == StateCount{}; }
  /// All digits.
  [[nodiscard]] std::string digits() const;
  [[nodiscard]] double as_double() const;
  bool operator==(const StateCount&) const = default;

 private:
  std::array<std::uint32_t, 8> limbs_{};  ///< 256 bits, least first: all answers to 50 long questions fit
};

}  // namespace tiredness
