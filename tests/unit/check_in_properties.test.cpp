/// What holds for every history, on histories made by chance with a fixed seed: the same on every machine.

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "patient.hpp"
#include "tiredness/check_in.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

constexpr int histories = 2000;
constexpr std::int64_t hour = seconds_per_hour;
const Instant now{1'800'000'000, -300};
constexpr std::int64_t session = 1'800'000'000 - 60 * hour;

/// Only mt19937 itself, since distributions differ between libraries.
class Chance {
 public:
  std::int64_t up_to(std::int64_t limit) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(limit + 1));
  }

  /// Of this session or another or none, of these rules or others, before now or after; no two at the same moment.
  CheckIn record(std::int64_t index) {
    CheckIn made{{now.unix_seconds + 10 * hour - up_to(70) * hour - index, static_cast<int>(up_to(28) - 14) * 60},
                 Instant{session + (up_to(4) - 2) * hour / 2 + (up_to(3) == 0 ? 90 * hour : 0), 0},
                 static_cast<int>(up_to(10)),
                 Level::Expected,
                 rules_major + static_cast<int>(up_to(2)) / 2};
    if (up_to(9) == 0) made.session_ended.reset();
    return made;
  }

  std::vector<CheckIn> history() {
    std::vector<CheckIn> made;
    for (std::int64_t count = up_to(12), i = 0; i < count; ++i) made.push_back(record(i));
    return made;
  }

  /// Of the last sixteen days, some hours or days after its own session or of none.
  CheckIn record_of_weeks() {
    const std::int64_t at = now.unix_seconds - up_to(16 * 24) * hour;
    CheckIn made{{at, 0}, Instant{at - up_to(60) * hour, 0}, static_cast<int>(up_to(10)), Level::Expected, rules_major};
    if (up_to(4) == 0) made.session_ended.reset();
    return made;
  }

  void shuffle(std::vector<CheckIn>& history) {
    for (std::size_t i = history.size(); i > 1; --i)
      std::swap(history[i - 1], history[static_cast<std::size_t>(up_to(static_cast<std::int64_t>(i) - 1))]);
  }

  int score() { return static_cast<int>(up_to(10)); }

 private:
  std::mt19937 engine_{20261122};
};

bool counts(const CheckIn& record) {
  if (record.at.unix_seconds > now.unix_seconds || record.rules_major != rules_major || !record.session_ended)
    return false;
  const std::int64_t apart = record.session_ended->unix_seconds - session;
  return apart >= -hour && apart <= hour;
}

std::vector<CheckIn> counted(std::vector<CheckIn> history) {
  std::erase_if(history, [](const CheckIn& record) { return !counts(record); });
  std::ranges::sort(history, {}, [](const CheckIn& record) { return record.at.unix_seconds; });
  return history;
}

Trend trend_of(const std::vector<CheckIn>& history, int tiredness) {
  return compare(history, {now, session, tiredness});
}

auto told(const Trend& trend) {
  return std::tuple(trend.records, trend.since_last, trend.since_first, trend.rose, trend.same);
}

auto course_told(const Trend& trend) { return std::tuple(trend.course, trend.daily_course); }

Change change(int earlier, int later) {
  return later < earlier ? Change::Better : later > earlier ? Change::Worse : Change::Same;
}

}  // namespace

TEST_CASE("Sorting by time gives the same first and last check-in", "[check-in][property]") {
  Chance chance;
  for (int run = 0; run < histories; ++run) {
    const auto history = chance.history();
    const int score = chance.score();
    const auto sorted = counted(history);
    const Trend trend = trend_of(history, score);
    REQUIRE(trend.records == static_cast<int>(sorted.size()));
    REQUIRE(trend.since_last.has_value() == !sorted.empty());
    if (sorted.empty()) continue;
    REQUIRE(trend.since_last == change(sorted.back().tiredness, score));
    REQUIRE(trend.since_first == change(sorted.front().tiredness, score));
  }
}

TEST_CASE("Check-ins out of order, and those that do not count, change nothing", "[check-in][property]") {
  Chance chance;
  for (int run = 0; run < histories; ++run) {
    auto history = chance.history();
    const int score = chance.score();
    const auto before = told(trend_of(history, score));
    chance.shuffle(history);
    REQUIRE(told(trend_of(history, score)) == before);
    REQUIRE(told(trend_of(counted(history), score)) == before);
  }
}

TEST_CASE("A changed time zone or a clock set anew for all changes nothing", "[check-in][property]") {
  Chance chance;
  for (int run = 0; run < histories; ++run) {
    auto history = chance.history();
    const int score = chance.score();
    const auto before = told(trend_of(history, score));
    const std::int64_t shift = (chance.up_to(200) - 100) * hour;
    for (CheckIn& record : history) {
      record.at = {record.at.unix_seconds + shift, 0};
      if (record.session_ended) record.session_ended->unix_seconds += shift;
    }
    REQUIRE(told(compare(history, {{now.unix_seconds + shift, 840}, session + shift, score})) == before);
  }
}

TEST_CASE("A course is the same in any order, in any time zone, and whatever the tiredness now",
          "[check-in][property]") {
  Chance chance;
  int courses = 0;
  for (int run = 0; run < histories; ++run) {
    std::vector<CheckIn> history;
    for (std::int64_t count = chance.up_to(8), i = 0; i < count; ++i) history.push_back(chance.record_of_weeks());
    const auto before = course_told(trend_of(history, 5));
    courses += std::get<0>(before) ? 1 : 0;
    REQUIRE(std::get<1>(before).has_value() >= std::get<0>(before).has_value());
    chance.shuffle(history);
    REQUIRE(course_told(trend_of(history, chance.score())) == before);
    const std::int64_t shift = (chance.up_to(200) - 100) * hour;
    for (CheckIn& record : history) {
      record.at = {record.at.unix_seconds + shift, 0};
      if (record.session_ended) record.session_ended->unix_seconds += shift;
    }
    REQUIRE(course_told(compare(history, {{now.unix_seconds + shift, 840}, session + shift, 5})) == before);
  }
  CHECK(courses > 100);
}

TEST_CASE("More tiredness at a check-in never makes a course less", "[check-in][property]") {
  Chance chance;
  for (int run = 0; run < histories; ++run) {
    std::vector<CheckIn> history;
    for (std::int64_t count = 1 + chance.up_to(7), i = 0; i < count; ++i) history.push_back(chance.record_of_weeks());
    const Trend less = trend_of(history, 5);
    CheckIn& one = history[static_cast<std::size_t>(chance.up_to(static_cast<std::int64_t>(history.size()) - 1))];
    one.tiredness = std::min(10, one.tiredness + 1);
    const Trend more = trend_of(history, 5);
    REQUIRE(more.course >= less.course);
    REQUIRE(more.daily_course >= less.daily_course);
  }
}

TEST_CASE("More tiredness now is never told as less", "[check-in][property]") {
  Chance chance;
  for (int run = 0; run < histories; ++run) {
    const auto history = chance.history();
    for (int score = 1; score <= 10; ++score) {
      const Trend less = trend_of(history, score - 1);
      const Trend more = trend_of(history, score);
      REQUIRE(less.since_last <= more.since_last);
      REQUIRE(less.since_first <= more.since_first);
      REQUIRE(less.rose <= more.rose);
    }
  }
}

TEST_CASE("No history lowers a level or changes whether the tiredness is persistent", "[check-in][property]") {
  Chance chance;
  const ClinicConfig config;
  int raised = 0;
  for (int run = 0; run < histories; ++run) {
    const auto history = chance.history();
    const Answers answers = calm().hours(59 + static_cast<int>(chance.up_to(2))).score(chance.score()).answers();
    const Assessment alone = assess(rule_set(), answers, {config, now, {}});
    const Assessment with = assess(rule_set(), answers, {config, now, history});
    REQUIRE(with.disposition.level >= alone.disposition.level);
    REQUIRE(with.trend.persistent == alone.trend.persistent);
    raised += with.disposition.level > alone.disposition.level ? 1 : 0;
  }
  CHECK(raised > 0);
}

}  // namespace tiredness::test
