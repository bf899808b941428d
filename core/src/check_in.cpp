#include "tiredness/check_in.hpp"

#include <cstdlib>

#include "tiredness/rules_version.hpp"

namespace tiredness {
namespace {

/// Check-ins this old are compared for `worse-since-last-check` (both inclusive: at the limit is over the limit).
constexpr std::int64_t youngest_compared = 6 * seconds_per_hour;
constexpr std::int64_t oldest_compared = 36 * seconds_per_hour;

/// Records made under another major version of the rules are shown, but not compared.
bool comparable(const CheckIn& record, const Present& present) {
  return record.rules_major == rules_major && record.session_ended && present.session_ended &&
         std::llabs(record.session_ended->unix_seconds - *present.session_ended) <= same_session_seconds;
}

Change change_from(int earlier, int now) {
  if (now < earlier) return Change::Better;
  return now > earlier ? Change::Worse : Change::Same;
}

}  // namespace

bool is_in_future(const CheckIn& record, Instant now) { return record.at.unix_seconds > now.unix_seconds; }

Trend compare(std::span<const CheckIn> history, const Present& present) {
  Trend trend;
  if (!present.tiredness) return trend;
  const CheckIn* first = nullptr;
  const CheckIn* last = nullptr;
  for (const CheckIn& record : history) {
    if (is_in_future(record, present.now) || !comparable(record, present)) continue;
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
