#pragma once
/// @brief A whole number as text.

#include <array>
#include <cstdint>
#include <string_view>

namespace tiredness::json {

class Digits {
 public:
  explicit Digits(std::int64_t value);
  [[nodiscard]] std::string_view view() const {
    return std::string_view(characters_.data(), characters_.size()).substr(first_);
  }

 private:
  std::array<char, 20> characters_{};
  std::size_t first_;
};

}  // namespace tiredness::json
