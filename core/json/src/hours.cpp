#include "tiredness/json/request.hpp"

namespace tiredness::json {
namespace {

/// mantissa * 10^exponent, with at most fifteen digits: further ones cannot change the whole second below.
struct Decimal {
  bool negative = false;
  bool zero = true;
  std::int64_t mantissa = 0;
  std::int64_t exponent = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Decimal read_decimal(std::string_view text) {
  constexpr int most_digits = 15;
  Decimal decimal;
  int digits = 0;
  bool fraction = false;
  std::size_t at = 0;
  if (text.front() == '-') {
    decimal.negative = true;
    ++at;
  }
  for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
    if (text[at] == '.') {
      fraction = true;
      continue;
    }
    if (text[at] != '0') decimal.zero = false;
    if (digits < most_digits) {
      decimal.mantissa = decimal.mantissa * 10 + (text[at] - '0');
      if (decimal.mantissa != 0) ++digits;
      if (fraction) --decimal.exponent;
    } else if (!fraction) {
      ++decimal.exponent;
    }
  }
  if (at == text.size()) return decimal;
  ++at;  // the e
  const bool negative = text[at] == '-';
  if (!is_digit(text[at])) ++at;
  std::int64_t exponent = 0;
  for (; at < text.size(); ++at)
    if (exponent < 10000) exponent = exponent * 10 + (text[at] - '0');
  decimal.exponent += negative ? -exponent : exponent;
  return decimal;
}

}  // namespace

std::int64_t seconds_of_hours(std::string_view text) {
  constexpr std::int64_t far_too_long = std::int64_t{1} << 40U;
  const Decimal decimal = read_decimal(text);
  if (decimal.zero) return 0;
  if (decimal.negative) return -1;
  std::int64_t seconds = decimal.mantissa * seconds_per_hour;  // below 3.6e18
  for (std::int64_t i = decimal.exponent; i < 0 && seconds > 0; ++i) seconds /= 10;
  for (std::int64_t i = decimal.exponent; i > 0 && seconds < far_too_long; --i) seconds *= 10;
  return seconds < far_too_long ? seconds : far_too_long;
}

std::string hours_of_seconds(std::int64_t seconds) {
  constexpr std::int64_t millionth = 1'000'000;
  const std::int64_t rest = seconds % seconds_per_hour;
  std::string text = std::to_string(seconds / seconds_per_hour);
  if (rest == 0) return text;
  // Rounded up to a millionth of an hour, a third of a hundredth of a second: the second below is the one meant.
  const std::string digits = std::to_string(millionth + (rest * millionth + seconds_per_hour - 1) / seconds_per_hour);
  return text + "." + digits.substr(1);
}

}  // namespace tiredness::json
