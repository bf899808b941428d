#include "tiredness/session_time.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

using AnswerKind = SessionAnswer::Kind;
using TimeKind = SessionTime::Kind;

constexpr std::int64_t hour = seconds_per_hour;
constexpr std::int64_t ten_years = 3653 * seconds_per_day;

const Instant noon = *parse_timestamp("2026-11-20T12:00:00-05:00");

SessionAnswer elapsed(std::int64_t seconds) { return {AnswerKind::Elapsed, {}, 0, seconds}; }
SessionAnswer at(std::string_view time) { return {AnswerKind::Timestamp, instant(time), 0, 0}; }
SessionAnswer on(std::string_view date) { return {AnswerKind::Date, {}, *parse_date(date), 0}; }

void check_known(const ResolvedSession& session, std::int64_t shortest, std::int64_t longest) {
  CHECK(session.fault == SessionFault::None);
  CHECK(session.time.kind == TimeKind::Known);
  CHECK(session.time.known());
  CHECK_FALSE(session.time.unclear());
  CHECK(session.time.shortest == shortest);
  CHECK(session.time.longest == longest);
}

void check_unknown(const ResolvedSession& session, SessionFault fault) {
  CHECK(session.fault == fault);
  CHECK(session.time.kind == TimeKind::Unknown);
  CHECK(session.time.unclear());
  CHECK_FALSE(session.ended);
}

}  // namespace

TEST_CASE("A time of day says exactly how long ago", "[session]") {
  const ResolvedSession session = resolve(at("2026-11-20T09:00:00-05:00"), noon);
  check_known(session, 3 * hour, 3 * hour);
  CHECK(session.ended == noon.unix_seconds - 3 * hour);
  check_known(resolve(at("2026-11-20T17:00:00Z"), noon), 0, 0);
}

TEST_CASE("Hours count across a clock change as they passed", "[session]") {
  const Instant after = instant("2026-11-01T12:00:00-05:00");
  check_known(resolve(at("2026-10-31T12:00:00-04:00"), after), 25 * hour, 25 * hour);
}

TEST_CASE("A date alone is the whole day, or up to now", "[session]") {
  SECTION("an earlier day, from midnight to midnight in now's offset") {
    const ResolvedSession session = resolve(on("2026-11-19"), noon);
    check_known(session, 12 * hour, 36 * hour);
    CHECK(session.ended == instant("2026-11-19T00:00:00-05:00").unix_seconds);
  }
  SECTION("today, up to now") { check_known(resolve(on("2026-11-20"), noon), 0, 12 * hour); }
  SECTION("tomorrow lies in the future") { check_unknown(resolve(on("2026-11-21"), noon), SessionFault::Future); }
  SECTION("in another offset another day") {
    const Instant in_india = instant("2026-11-20T22:30:00+05:30");
    check_known(resolve(on("2026-11-20"), in_india), 0, 22 * hour + hour / 2);
  }
}

TEST_CASE("Hours of a case file need no now", "[session]") {
  const ResolvedSession without = resolve(elapsed(20 * hour), std::nullopt);
  check_known(without, 20 * hour, 20 * hour);
  CHECK_FALSE(without.ended);
  CHECK(resolve(elapsed(20 * hour), noon).ended == noon.unix_seconds - 20 * hour);
}

TEST_CASE("An impossible time is unknown", "[session]") {
  check_unknown(resolve(elapsed(-1), std::nullopt), SessionFault::Future);
  check_unknown(resolve(at("2026-11-20T12:00:01-05:00"), noon), SessionFault::Future);
  check_known(resolve(elapsed(ten_years), std::nullopt), ten_years, ten_years);
  check_unknown(resolve(elapsed(ten_years + 1), std::nullopt), SessionFault::TooOld);
  check_unknown(resolve(at("2016-11-18T12:00:00-05:00"), noon), SessionFault::TooOld);
  check_unknown(resolve(on("0000-01-01"), noon), SessionFault::TooOld);
}

TEST_CASE("Timestamps and dates cannot be used without now", "[session]") {
  check_unknown(resolve(at("2026-11-20T09:00:00-05:00"), std::nullopt), SessionFault::NeedsNow);
  check_unknown(resolve(on("2026-11-20"), std::nullopt), SessionFault::NeedsNow);
}

TEST_CASE("The words mean what they say", "[session]") {
  check_unknown(resolve({AnswerKind::Unknown, {}, 0, 0}, noon), SessionFault::None);
  const ResolvedSession missing = resolve({}, noon);
  CHECK(missing.time.kind == TimeKind::Missing);
  CHECK(missing.time.unclear());
  CHECK(missing.fault == SessionFault::None);
  const ResolvedSession not_yet = resolve({AnswerKind::NotYet, {}, 0, 0}, noon);
  CHECK(not_yet.time.kind == TimeKind::NotYet);
  CHECK_FALSE(not_yet.time.known());
  CHECK_FALSE(not_yet.time.unclear());
  const ResolvedSession long_ago = resolve({AnswerKind::TwoWeeksOrMore, {}, 0, 0}, std::nullopt);
  check_known(long_ago, 14 * 24 * hour, ten_years);
  CHECK_FALSE(long_ago.ended);
}

}  // namespace tiredness::test
