#include "tiredness/timestamp.hpp"

namespace tiredness {
namespace {

/// Reads fixed-width digits from the front of the text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// Takes one character if it is one of these.
  char take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return '\0';
    const char found = rest_.front();
    rest_.remove_prefix(1);
    return found;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
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

std::optional<std::int64_t> scan_date(Scanner& scanner) {
  const auto year = scanner.digits(4);
  if (!year || scanner.take("-") == '\0') return std::nullopt;
  const auto month = scanner.digits(2);
  if (!month || scanner.take("-") == '\0') return std::nullopt;
  const auto day = scanner.digits(2);
  if (!day || *month < 1 || *month > 12 || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return days_from_civil(*year, *month, *day);
}

/// Seconds since midnight; a leap second counts as the second before it.
std::optional<int> scan_time(Scanner& scanner) {
  const auto hour = scanner.digits(2);
  if (!hour || scanner.take(":") == '\0') return std::nullopt;
  const auto minute = scanner.digits(2);
  if (!minute || scanner.take(":") == '\0') return std::nullopt;
  const auto second = scanner.digits(2);
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  if (scanner.take(".") != '\0') {
    if (!scanner.digits(1)) return std::nullopt;
    while (scanner.digits(1)) {
    }
  }
  return *hour * 3600 + *minute * 60 + (*second == 60 ? 59 : *second);
}

std::optional<int> scan_offset(Scanner& scanner) {
  if (scanner.take("Zz") != '\0') return 0;
  const char sign = scanner.take("+-");
  if (sign == '\0') return std::nullopt;
  const auto hours = scanner.digits(2);
  if (!hours || scanner.take(":") == '\0') return std::nullopt;
  const auto minutes = scanner.digits(2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  return sign == '-' ? -offset : offset;
}

void append_digits(std::string& out, int value, int width) {
  for (int divisor = width == 4 ? 1000 : 10; divisor > 0; divisor /= 10)
    out += static_cast<char>('0' + value / divisor % 10);
}

}  // namespace

std::optional<Instant> parse_timestamp(std::string_view text) {
  Scanner scanner{text};
  const auto days = scan_date(scanner);
  if (!days || scanner.take("Tt") == '\0') return std::nullopt;
  const auto seconds = scan_time(scanner);
  if (!seconds) return std::nullopt;
  const auto offset = scan_offset(scanner);
  if (!offset || !scanner.at_end()) return std::nullopt;
  return Instant{*days * seconds_per_day + *seconds - std::int64_t{*offset} * 60, *offset};
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  Scanner scanner{text};
  const auto days = scan_date(scanner);
  if (!days || !scanner.at_end()) return std::nullopt;
  return days;
}

std::string format_timestamp(Instant instant) {
  const std::int64_t local = instant.unix_seconds + std::int64_t{instant.offset_minutes} * 60;
  std::int64_t days = local / seconds_per_day;
  int rest = static_cast<int>(local % seconds_per_day);
  if (rest < 0) {
    rest += static_cast<int>(seconds_per_day);
    --days;
  }
  const Civil date = civil_from_days(days);
  std::string out;
  append_digits(out, date.year, 4);
  append_digits(out += '-', date.month, 2);
  append_digits(out += '-', date.day, 2);
  append_digits(out += 'T', rest / 3600, 2);
  append_digits(out += ':', rest / 60 % 60, 2);
  append_digits(out += ':', rest % 60, 2);
  if (instant.offset_minutes == 0) return out += 'Z';
  const int offset = instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes;
  append_digits(out += instant.offset_minutes < 0 ? '-' : '+', offset / 60, 2);
  append_digits(out += ':', offset % 60, 2);
  return out;
}

}  // namespace tiredness
