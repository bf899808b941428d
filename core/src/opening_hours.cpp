#include "tiredness/opening_hours.hpp"

#include <array>

namespace tiredness {
namespace {

constexpr int minutes_per_day = 24 * 60;
constexpr std::array<std::string_view, 7> day_names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

using Days = std::bitset<7>;
using Week = std::bitset<minutes_per_week>;

class WeekReader {
 public:
  explicit WeekReader(std::string_view text) : rest_(text) {}

  /// Groups of days with their times, with commas between.
  bool read(Week& week) {
    do {
      Days days;
      if (!read_days(days) || !take(" ")) return false;
      do {
        if (!read_range(days, week)) return false;
      } while (comma_before_digit());
    } while (comma());
    return rest_.empty();
  }

 private:
  bool take(std::string_view text) {
    if (rest_.substr(0, text.size()) != text) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool comma() {
    if (!take(",")) return false;
    take(" ");
    return true;
  }

  /// More times of the same days.
  bool comma_before_digit() {
    const std::string_view before = rest_;
    if (comma() && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') return true;
    rest_ = before;
    return false;
  }

  std::optional<std::size_t> read_day() {
    for (std::size_t day = 0; day < day_names.size(); ++day)
      if (take(day_names[day])) return day;
    return std::nullopt;
  }

  bool read_days(Days& days) {
    do {
      const auto from = read_day();
      const auto to = from && take("-") ? read_day() : from;
      if (!to) return false;
      for (std::size_t day = *from;; day = (day + 1) % days.size()) {
        days.set(day);
        if (day == *to) break;
      }
    } while (comma());
    return true;
  }

  /// Minutes since midnight.
  std::optional<int> read_time() {
    if (rest_.size() < 5 || rest_[2] != ':') return std::nullopt;
    for (const std::size_t at : {0U, 1U, 3U, 4U})
      if (rest_[at] < '0' || rest_[at] > '9') return std::nullopt;
    const int hour = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    const int minute = (rest_[3] - '0') * 10 + (rest_[4] - '0');
    rest_.remove_prefix(5);
    const int time = hour * 60 + minute;
    return minute < 60 && time <= minutes_per_day ? std::optional(time) : std::nullopt;
  }

  bool read_range(const Days& days, Week& week) {
    const auto from = read_time();
    if (!from || *from == minutes_per_day || !take("-")) return false;
    const auto to = read_time();
    // The same time twice may mean all day, or not at all.
    if (!to || *to == *from) return false;
    const int length = *to > *from ? *to - *from : *to + minutes_per_day - *from;
    for (std::size_t day = 0; day < days.size(); ++day) {
      if (!days[day]) continue;
      const std::size_t start = day * minutes_per_day + static_cast<std::size_t>(*from);
      for (std::size_t minute = 0; minute < static_cast<std::size_t>(length); ++minute)
        week.set((start + minute) % minutes_per_week);
    }
    return true;
  }

  std::string_view rest_;
};

/// Minutes since Monday, 00:00, on the clock that the instant was written by.
std::size_t minute_of_week(Instant at) {
  constexpr std::int64_t week = std::int64_t{minutes_per_week} * 60;
  constexpr std::int64_t monday_before_1970 = -3 * seconds_per_day;
  const std::int64_t since = at.unix_seconds + std::int64_t{at.offset_minutes} * 60 - monday_before_1970;
  return static_cast<std::size_t>(((since % week + week) % week) / 60);
}

}  // namespace

std::optional<OpeningHours> OpeningHours::parse(std::string_view text) {
  OpeningHours hours;
  if (!WeekReader{text}.read(hours.open_)) return std::nullopt;
  return hours;
}

Opening OpeningHours::at(Instant clinic_now) const {
  const std::size_t now = minute_of_week(clinic_now);
  Opening opening{open_[now]};
  for (std::size_t minutes = 1; minutes < minutes_per_week && !opening.changes_at; ++minutes) {
    if (open_[(now + minutes) % minutes_per_week] == opening.open) continue;
    const std::int64_t this_minute = clinic_now.unix_seconds - ((clinic_now.unix_seconds % 60) + 60) % 60;
    opening.changes_at = Instant{this_minute + static_cast<std::int64_t>(minutes) * 60, clinic_now.offset_minutes};
  }
  return opening;
}

}  // namespace tiredness
