#include "tiredness/timestamp.hpp"

namespace tiredness {
namespace {

/// Reads fixed-width digits and signs from the front of the text. What does not fit is remembered: one question at the end.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    int value = 0;
    for (; count > 0; --count) value = value * 10 + (take("0123456789") - '0');
    return value;
  }

  /// Takes one of these characters, which must stand there.
  char take(std::string_view any_of) {
    const char found = take_if(any_of);
    if (found == '\0') fits_ = false;
    return found;
  }

  /// The same, where it need not; then '\0'.
  char take_if(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return '\0';
    const char found = rest_.front();
    rest_.remove_prefix(1);
    return found;
  }

  void require(bool condition) { fits_ = fits_ && condition; }

  /// Did all fit, to the end of the text?
  [[nodiscard]] bool done() const { return fits_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool fits_ = true;
};

/// Days since 1970-01-01 of a day of the Gregorian calendar (Howard Hinnant's days_from_civil).
std::int64_t days_from_civil(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return std::int64_t{era} * 146097 + day_of_era - 719468;
}

struct Civil {
  int year;
  int month;
  int day;
};

Civil civil_from_days(std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = static_cast<int>(z - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = static_cast<int>(era * 400) + year_of_era + (month <= 2 ? 1 : 0);
  return {year, month, day};
}

int days_in_month(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t scan_date(Scanner& scanner) {
  const int year = scanner.digits(4);
  scanner.take("-");
  const int month = scanner.digits(2);
  scanner.take("-");
  const int day = scanner.digits(2);
  scanner.require(month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month));
  return days_from_civil(year, month, day);
}

/// Seconds since midnight; a leap second counts as the second before it.
int scan_time(Scanner& scanner) {
  const int hour = scanner.digits(2);
  scanner.take(":");
  const int minute = scanner.digits(2);
  scanner.take(":");
  const int second = scanner.digits(2);
  scanner.require(hour <= 23 && minute <= 59 && second <= 60);
  if (scanner.take_if(".") != '\0') {
    scanner.digits(1);
    while (scanner.take_if("0123456789") != '\0') {
    }
  }
  return hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
}

int scan_offset(Scanner& scanner) {
  if (scanner.take_if("Zz") != '\0') return 0;
  const char sign = scanner.take("+-");
  const int hours = scanner.digits(2);
  scanner.take(":");
  const int minutes = scanner.digits(2);
  scanner.require(hours <= 23 && minutes <= 59);
  const int offset = hours * 60 + minutes;
  return sign == '-' ? -offset : offset;
}

std::int64_t local_seconds(Instant instant) { return instant.unix_seconds + std::int64_t{instant.offset_minutes} * 60; }

std::int64_t floor_div(std::int64_t value, std::int64_t by) { return (value >= 0 ? value : value - by + 1) / by; }

/// 1970-01-01 was a Thursday: three days after a Monday.
bool is_business_day(std::int64_t day) { return day + 3 - floor_div(day + 3, 7) * 7 < 5; }

/// Writes the number over what stands there, its last digit at `last`.
void put(std::string& text, std::size_t last, int value, int width) {
  for (; width > 0; --width, value /= 10) text[last--] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Instant> parse_timestamp(std::string_view text) {
  Scanner scanner{text};
  const std::int64_t days = scan_date(scanner);
  scanner.take("Tt");
  const int seconds = scan_time(scanner);
  const int offset = scan_offset(scanner);
  if (!scanner.done()) return std::nullopt;
  return Instant{days * seconds_per_day + seconds - std::int64_t{offset} * 60, offset};
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  Scanner scanner{text};
  const std::int64_t days = scan_date(scanner);
  if (!scanner.done()) return std::nullopt;
  return days;
}

std::int64_t day_of(Instant instant) { return floor_div(local_seconds(instant), seconds_per_day); }

std::string format_date(std::int64_t day) {
  const Civil date = civil_from_days(day);
  std::string out = "0000-00-00";
  put(out, 3, date.year, 4);
  put(out, 6, date.month, 2);
  put(out, 9, date.day, 2);
  return out;
}

std::int64_t business_day_after(std::int64_t day, int count) {
  while (count > 0)
    if (is_business_day(++day)) --count;
  return day;
}

std::string format_timestamp(Instant instant) {
  const std::int64_t day = day_of(instant);
  const int rest = static_cast<int>(local_seconds(instant) - day * seconds_per_day);
  const int offset = instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes;
  std::string out = format_date(day) + "T00:00:00+00:00";
  put(out, 12, rest / 3600, 2);
  put(out, 15, rest / 60 % 60, 2);
  put(out, 18, rest % 60, 2);
  put(out, 21, offset / 60, 2);
  put(out, 24, offset % 60, 2);
  if (instant.offset_minutes < 0) out[19] = '-';
  if (offset != 0) return out;
  out[19] = 'Z';
  return out.substr(0, 20);
}

}  // namespace tiredness
