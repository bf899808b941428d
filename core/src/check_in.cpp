#include "tiredness/check_in.hpp"

#include <algorithm>

#include "tiredness/rules_version.hpp"

namespace tiredness {
namespace {

/// Check-ins this old are compared for `worse-since-last-check` (both inclusive: at the limit is over the limit).
constexpr std::int64_t youngest_compared = 6 * seconds_per_hour;
constexpr std::int64_t oldest_compared = 36 * seconds_per_hour;

/// A run of check-ins is looked for in this time before now, and its oldest one is this old; both at the limit too.
constexpr std::int64_t course_window = 14 * seconds_per_day;
constexpr std::int64_t course_length = 7 * seconds_per_day;

/// Records made under another major version of the rules are shown, but not compared.
bool comparable(const CheckIn& record, Instant now) {
  return record.rules_major == rules_major && !is_in_future(record, now);
}

bool of_this_session(const CheckIn& record, const Present& present) {
  if (!record.session_ended || !present.session_ended) return false;
  const std::int64_t later = record.session_ended->unix_seconds - *present.session_ended;
  return later >= -same_session_seconds && later <= present.session_span + same_session_seconds;
}

/// Made 24 hours or more after its own session, or of no known one.
bool after_its_day(const CheckIn& record) {
  return !record.session_ended || record.at.unix_seconds - record.session_ended->unix_seconds >= seconds_per_day;
}

/// The least tiredness of a run: of two check-ins or more, all since the oldest of them, which is old enough. Of several
/// runs the one that shows the most.
template <class Counts>
std::optional<int> course_of(std::span<const CheckIn> history, Instant now, Counts counts) {
  const auto in_run = [&](const CheckIn& record, std::int64_t oldest) {
    return comparable(record, now) && counts(record) && now.unix_seconds - record.at.unix_seconds <= oldest;
  };
  std::optional<int> most;
  for (const CheckIn& oldest : history) {
    const std::int64_t age = now.unix_seconds - oldest.at.unix_seconds;
    if (age < course_length || !in_run(oldest, course_window)) continue;
    int least = oldest.tiredness;
    int records = 0;
    for (const CheckIn& record : history) {
      // Of two at the very moment of the oldest the lower one is not in between.
      const bool is_before = record.at.unix_seconds == oldest.at.unix_seconds && record.tiredness < oldest.tiredness;
      if (!in_run(record, age) || is_before) continue;
      least = std::min(least, record.tiredness);
      ++records;
    }
    if (records >= 2 && (!most || least > *most)) most = least;
  }
  return most;
}

Change change_from(int earlier, int now) {
  if (now < earlier) return Change::Better;
  return now > earlier ? Change::Worse : Change::Same;
}

}  // namespace

std::optional<NotCompared> why_not_compared(const CheckIn& record, const Present& present) {
  if (is_in_future(record, present.now)) return NotCompared::Later;
  if (!of_this_session(record, present)) return NotCompared::OtherSession;
  if (record.rules_major != rules_major) return NotCompared::OtherRules;
  return std::nullopt;
}

bool is_in_future(const CheckIn& record, Instant now) { return record.at.unix_seconds > now.unix_seconds; }

Trend compare(std::span<const CheckIn> history, const Present& present) {
  Trend trend;
  trend.course = course_of(history, present.now, after_its_day);
  trend.daily_course = course_of(history, present.now, [](const CheckIn&) { return true; });
  if (!present.tiredness) return trend;
  const CheckIn* first = nullptr;
  const CheckIn* last = nullptr;
  for (const CheckIn& record : history) {
    if (why_not_compared(record, present)) continue;
    ++trend.records;
    if (first == nullptr || record.at.unix_seconds < first->at.unix_seconds) first = &record;
    if (last == nullptr || record.at.unix_seconds >= last->at.unix_seconds) last = &record;
    const std::int64_t age = present.now.unix_seconds - record.at.unix_seconds;
    if (age < youngest_compared || age > oldest_compared) continue;
    trend.rose = trend.rose || *present.tiredness > record.tiredness;
    trend.same = trend.same || *present.tiredness == record.tiredness;
  }
  if (last != nullptr) trend.since_last = change_from(last->tiredness, *present.tiredness);
  if (first != nullptr) trend.since_first = change_from(first->tiredness, *present.tiredness);
  return trend;
}

}  // namespace tiredness
