#include "tiredness/session_time.hpp"

#include <algorithm>

namespace tiredness {
namespace {

/// Further back than this is not believed: ten years, leap days included.
constexpr std::int64_t longest_believed = 3653 * seconds_per_day;
constexpr std::int64_t two_weeks = 14 * seconds_per_day;

ResolvedSession unknown(SessionFault fault) { return {{SessionTime::Kind::Unknown, 0, 0}, fault, std::nullopt}; }

ResolvedSession between(std::int64_t shortest, std::int64_t longest, std::optional<std::int64_t> ended) {
  if (longest < 0) return unknown(SessionFault::Future);
  if (longest > longest_believed) return unknown(SessionFault::TooOld);
  return {{SessionTime::Kind::Known, std::max<std::int64_t>(shortest, 0), longest}, SessionFault::None, ended};
}

ResolvedSession resolve_date(std::int64_t date, Instant now) {
  const std::int64_t start = date * seconds_per_day - std::int64_t{now.offset_minutes} * 60;
  return between(now.unix_seconds - (start + seconds_per_day), now.unix_seconds - start, start);
}

ResolvedSession resolve_elapsed(std::int64_t elapsed, const std::optional<Instant>& now) {
  std::optional<std::int64_t> ended;
  if (now) ended = now->unix_seconds - elapsed;
  return between(elapsed, elapsed, ended);
}

}  // namespace

ResolvedSession resolve(const SessionAnswer& answer, const std::optional<Instant>& now) {
  switch (answer.kind) {
    case SessionAnswer::Kind::Missing: return {};
    case SessionAnswer::Kind::Unknown: return unknown(SessionFault::None);
    case SessionAnswer::Kind::NotYet: return {{SessionTime::Kind::NotYet, 0, 0}, SessionFault::None, std::nullopt};
    case SessionAnswer::Kind::TwoWeeksOrMore:
      return {{SessionTime::Kind::Known, two_weeks, longest_believed}, SessionFault::None, std::nullopt};
    case SessionAnswer::Kind::Elapsed: return resolve_elapsed(answer.elapsed, now);
    case SessionAnswer::Kind::Timestamp:
    case SessionAnswer::Kind::Date: break;
  }
  if (!now) return unknown(SessionFault::NeedsNow);
  if (answer.kind == SessionAnswer::Kind::Date) return resolve_date(answer.date, *now);
  const std::int64_t elapsed = now->unix_seconds - answer.timestamp.unix_seconds;
  return between(elapsed, elapsed, answer.timestamp.unix_seconds);
}

}  // namespace tiredness
