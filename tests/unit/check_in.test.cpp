#include "tiredness/check_in.hpp"

#include "catch.hpp"
#include "patient.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

constexpr std::int64_t hour = seconds_per_hour;
const Instant now{1'000'000'000, 0};
const Instant session{now.unix_seconds - 48 * hour, 0};

CheckIn earlier(std::int64_t seconds_ago, int tiredness) {
  return {{now.unix_seconds - seconds_ago, 0}, session, tiredness, Level::Expected, rules_major};
}

Trend trend_of(std::vector<CheckIn> history, std::optional<int> tiredness) {
  return compare(history, {now, session.unix_seconds, tiredness});
}

}  // namespace

TEST_CASE("Without earlier check-ins there is no trend", "[check-in]") {
  const Trend trend = trend_of({}, 3);
  CHECK(trend.records == 0);
  CHECK_FALSE(trend.since_last);
  CHECK_FALSE(trend.since_first);
  CHECK_FALSE(trend.rose);
  CHECK_FALSE(trend.same);
  CHECK_FALSE(trend.persistent);
}

TEST_CASE("This check is compared with the first and with the last", "[check-in]") {
  // Not in the order of time: the places do not count.
  const Trend trend = trend_of({earlier(10 * hour, 5), earlier(30 * hour, 2), earlier(20 * hour, 9)}, 4);
  CHECK(trend.records == 3);
  CHECK(trend.since_last == Change::Better);
  CHECK(trend.since_first == Change::Worse);
  CHECK(trend_of({earlier(10 * hour, 4)}, 4).since_last == Change::Same);
  CHECK(trend_of({earlier(10 * hour, 4)}, 4).since_first == Change::Same);
}

TEST_CASE("Of two check-ins at the same moment the later one is the last", "[check-in]") {
  const Trend trend = trend_of({earlier(10 * hour, 2), earlier(10 * hour, 6)}, 4);
  CHECK(trend.since_first == Change::Worse);
  CHECK(trend.since_last == Change::Better);
}

TEST_CASE("Any check-in of the last 6 to 36 hours tells that tiredness rose or stayed", "[check-in]") {
  CHECK(trend_of({earlier(12 * hour, 3)}, 4).rose);
  CHECK_FALSE(trend_of({earlier(12 * hour, 4)}, 4).rose);
  CHECK(trend_of({earlier(12 * hour, 4)}, 4).same);
  CHECK_FALSE(trend_of({earlier(12 * hour, 5)}, 4).same);
  const Trend both = trend_of({earlier(8 * hour, 3), earlier(30 * hour, 4), earlier(20 * hour, 9)}, 4);
  CHECK(both.rose);
  CHECK(both.same);
  for (const std::int64_t age : {6 * hour, 36 * hour}) CHECK(trend_of({earlier(age, 3)}, 4).rose);
  for (const std::int64_t age : {std::int64_t{0}, 6 * hour - 1, 36 * hour + 1}) {
    const Trend trend = trend_of({earlier(age, 3), earlier(age, 4)}, 4);
    CHECK(trend.records == 2);
    CHECK_FALSE(trend.rose);
    CHECK_FALSE(trend.same);
  }
}

TEST_CASE("Only check-ins of the same session are compared", "[check-in]") {
  for (const auto& [apart, counted] : {std::pair{hour, 1}, {-hour, 1}, {hour + 1, 0}, {-hour - 1, 0}}) {
    CheckIn record = earlier(12 * hour, 3);
    record.session_ended->unix_seconds += apart;
    CHECK(trend_of({record}, 4).records == counted);
  }
  CheckIn unknown_session = earlier(12 * hour, 3);
  unknown_session.session_ended.reset();
  CHECK(trend_of({unknown_session}, 4).records == 0);
  CHECK(compare(std::vector{earlier(12 * hour, 3)}, {now, std::nullopt, 4}).records == 0);
}

TEST_CASE("Where only the day of the session is known, it may have been at any hour of it", "[check-in]") {
  constexpr std::int64_t day = 24 * hour;
  for (const auto& [apart, counted] :
       {std::pair{-hour - 1, 0}, {-hour, 1}, {day, 1}, {day + hour, 1}, {day + hour + 1, 0}}) {
    CheckIn record = earlier(12 * hour, 3);
    record.session_ended->unix_seconds += apart;
    CHECK(compare(std::vector{record}, {now, session.unix_seconds, 4, day}).records == counted);
  }
}

TEST_CASE("Check-ins under another major version of the rules are not compared", "[check-in]") {
  CheckIn record = earlier(12 * hour, 3);
  record.rules_major = rules_major + 1;
  CHECK(trend_of({record}, 4).records == 0);
  record.rules_major = rules_major - 1;
  CHECK(trend_of({record}, 4).records == 0);
}

TEST_CASE("Why a check-in is not compared is said by the first reason that holds", "[check-in]") {
  const Present present{now, session.unix_seconds, 4};
  CHECK_FALSE(why_not_compared(earlier(12 * hour, 3), present));
  CheckIn record = earlier(12 * hour, 3);
  record.rules_major = rules_major - 1;
  CHECK(why_not_compared(record, present) == NotCompared::OtherRules);
  record.session_ended.reset();
  CHECK(why_not_compared(record, present) == NotCompared::OtherSession);
  record.at.unix_seconds = now.unix_seconds + 1;
  CHECK(why_not_compared(record, present) == NotCompared::Later);
}

TEST_CASE("A check-in later than now is left out", "[check-in]") {
  CHECK(is_in_future(earlier(-1, 3), now));
  CHECK_FALSE(is_in_future(earlier(0, 3), now));
  CHECK(trend_of({earlier(-1, 3)}, 4).records == 0);
  CHECK(trend_of({earlier(0, 3)}, 4).records == 1);
}

TEST_CASE("A course is a run of check-ins over all sessions, told by the least tiredness in it", "[check-in]") {
  const auto kept = [](std::int64_t days_ago, int tiredness, std::int64_t since_session) {
    CheckIn record = earlier(days_ago * 24 * hour, tiredness);
    record.session_ended = Instant{record.at.unix_seconds - since_session, 0};
    return record;
  };
  CHECK_FALSE(trend_of({}, 5).course);
  CHECK(trend_of({kept(8, 6, 24 * hour), kept(4, 5, 30 * hour)}, 5).course == 5);
  CHECK(trend_of({kept(4, 5, 30 * hour), kept(8, 6, 24 * hour)}, std::nullopt).course ==
        5);  // in any order, without a score
  CHECK_FALSE(trend_of({kept(8, 6, 24 * hour)}, 5).course);
  CHECK_FALSE(trend_of({kept(6, 6, 24 * hour), kept(4, 5, 30 * hour)}, 5).course);
  // Of several runs the one that shows the most: here without the oldest.
  CHECK(trend_of({kept(12, 1, 30 * hour), kept(8, 6, 24 * hour), kept(4, 5, 30 * hour)}, 5).course == 5);
  CHECK(trend_of({kept(12, 3, 30 * hour), kept(6, 6, 24 * hour)}, 5).course == 3);
  // Two at one moment: the lower one is not in between.
  CHECK(trend_of({kept(8, 1, 24 * hour), kept(8, 6, 24 * hour), kept(4, 5, 30 * hour)}, 5).course == 5);
  // Made within a day of their own session: of the daily course alone.
  const Trend daily = trend_of({kept(8, 6, 3 * hour), kept(4, 5, 3 * hour)}, 5);
  CHECK_FALSE(daily.course);
  CHECK(daily.daily_course == 5);
  const Trend low_evening = trend_of({kept(8, 6, 24 * hour), kept(6, 0, 3 * hour), kept(4, 5, 30 * hour)}, 5);
  CHECK(low_evening.course == 5);
  CHECK(low_evening.daily_course == 0);
  CheckIn no_session = kept(8, 6, 0);
  no_session.session_ended.reset();
  CHECK(trend_of({no_session, kept(4, 5, 30 * hour)}, 5).course == 5);
}

TEST_CASE("Without a score there is nothing to compare", "[check-in]") {
  const Trend trend = trend_of({earlier(12 * hour, 3)}, std::nullopt);
  CHECK(trend.records == 0);
  CHECK_FALSE(trend.since_last);
}

}  // namespace tiredness::test
