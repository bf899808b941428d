#include "tiredness/json/digits.hpp"

namespace tiredness::json {

Digits::Digits(std::int64_t value) : first_(characters_.size()) {
  auto rest = static_cast<std::uint64_t>(value);
  if (value < 0) rest = ~rest + 1;
  do {
    characters_[--first_] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) characters_[--first_] = '-';
}

}  // namespace tiredness::json
