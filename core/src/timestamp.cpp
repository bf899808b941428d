#include "tiredness/timestamp.hpp"

#include <chrono>

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

/// Days since 1970-01-01, as a day of the calendar.
std::chrono::sys_days calendar_day(std::int64_t day) {
  return std::chrono::sys_days{std::chrono::days{static_cast<std::chrono::days::rep>(day)}};
}

std::int64_t scan_date(Scanner& scanner) {
  const int year = scanner.digits(4);
  scanner.take("-");
  const int month = scanner.digits(2);
  scanner.take("-");
  const int day = scanner.digits(2);
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  scanner.require(date.ok());
  return date.ok() ? std::chrono::sys_days{date}.time_since_epoch().count() : 0;
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

/// What a clock in the instant's own offset shows.
std::chrono::sys_seconds wall_time(Instant instant) {
  return std::chrono::sys_seconds{std::chrono::seconds{instant.unix_seconds} +
                                  std::chrono::minutes{instant.offset_minutes}};
}

/// Monday to Friday.
bool is_business_day(std::int64_t day) { return std::chrono::weekday{calendar_day(day)}.iso_encoding() <= 5; }

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

std::int64_t day_of(Instant instant) {
  return std::chrono::floor<std::chrono::days>(wall_time(instant)).time_since_epoch().count();
}

std::string format_date(std::int64_t day) {
  const std::chrono::year_month_day date{calendar_day(day)};
  std::string out = "0000-00-00";
  put(out, 3, static_cast<int>(date.year()), 4);
  put(out, 6, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  put(out, 9, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

std::int64_t business_day_after(std::int64_t day, int count) {
  while (count > 0)
    if (is_business_day(++day)) --count;
  return day;
}

std::string format_timestamp(Instant instant) {
  const std::int64_t day = day_of(instant);
  const std::chrono::hh_mm_ss time{wall_time(instant) - calendar_day(day)};
  const std::chrono::hh_mm_ss offset{std::chrono::minutes{instant.offset_minutes}};  // its parts have no sign
  std::string out = format_date(day) + "T00:00:00+00:00";
  put(out, 12, static_cast<int>(time.hours().count()), 2);
  put(out, 15, static_cast<int>(time.minutes().count()), 2);
  put(out, 18, static_cast<int>(time.seconds().count()), 2);
  put(out, 21, static_cast<int>(offset.hours().count()), 2);
  put(out, 24, static_cast<int>(offset.minutes().count()), 2);
  if (offset.is_negative()) out[19] = '-';
  if (instant.offset_minutes != 0) return out;
  out[19] = 'Z';
  return out.substr(0, 20);
}

}  // namespace tiredness
