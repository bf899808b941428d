#include "tiredness/state_count.hpp"

#include <algorithm>

namespace tiredness {

StateCount& StateCount::operator+=(const StateCount& other) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    carry += std::uint64_t{limbs_[i]} + other.limbs_[i];
    limbs_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32U;
  }
  return *this;
}

StateCount& StateCount::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& limb : limbs_) {
    carry += std::uint64_t{limb} * factor;
    limb = static_cast<std::uint32_t>(carry);
    carry >>= 32U;
  }
  return *this;
}

std::string StateCount::digits() const {
  std::string text;
  for (auto rest = limbs_; std::any_of(rest.begin(), rest.end(), [](std::uint32_t limb) { return limb != 0; });) {
    std::uint64_t remainder = 0;
    for (auto limb = rest.rbegin(); limb != rest.rend(); ++limb) {
      remainder = (remainder << 32U) | *limb;
      *limb = static_cast<std::uint32_t>(remainder / 10);
      remainder %= 10;
    }
    text.push_back(static_cast<char>('0' + remainder));
  }
  std::reverse(text.begin(), text.end());
  return text.empty() ? "0" : text;
}

double StateCount::as_double() const {
  double value = 0;
  for (auto limb = limbs_.rbegin(); limb != limbs_.rend(); ++limb) value = value * 4294967296.0 + *limb;
  return value;
}

}  // namespace tiredness
