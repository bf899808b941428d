#include "tiredness/timestamp.hpp"

#include "catch.hpp"

namespace tiredness::test {
namespace {

std::int64_t seconds_of(std::string_view text) {
  const auto read = parse_timestamp(text);
  REQUIRE(read);
  return read->unix_seconds;
}

}  // namespace

TEST_CASE("A timestamp is read with its offset", "[timestamp]") {
  CHECK(parse_timestamp("1970-01-01T00:00:00Z") == Instant{0, 0});
  CHECK(parse_timestamp("2026-11-20T14:00:00-05:00") == Instant{1795201200, -300});
  CHECK(parse_timestamp("2026-11-20T19:00:00Z") == Instant{1795201200, 0});
  CHECK(parse_timestamp("2026-11-21T00:30:00+05:30") == Instant{1795201200, 330});
  CHECK(parse_timestamp("1969-12-31T23:59:59Z") == Instant{-1, 0});
  CHECK(parse_timestamp("0000-01-01T00:00:00Z") == Instant{-62167219200, 0});
  CHECK(parse_timestamp("9999-12-31T23:59:59Z") == Instant{253402300799, 0});
}

TEST_CASE("Small letters, fractions and leap seconds are read", "[timestamp]") {
  CHECK(seconds_of("2026-11-20t14:00:00z") == seconds_of("2026-11-20T14:00:00Z"));
  CHECK(seconds_of("2026-11-20T14:00:00.999999999999999Z") == seconds_of("2026-11-20T14:00:00Z"));
  CHECK(seconds_of("2016-12-31T23:59:60Z") == seconds_of("2016-12-31T23:59:59Z"));
  CHECK(seconds_of("2026-11-20T14:00:00+23:59") == seconds_of("2026-11-19T14:01:00Z"));
}

TEST_CASE("What is no timestamp is not guessed", "[timestamp]") {
  for (const std::string_view text : {"",
                                      "2026-11-20",
                                      "2026-11-20T14:00:00",
                                      "2026-11-20 14:00:00Z",
                                      "2026-11-20T14:00Z",
                                      "2026-11-20T24:00:00Z",
                                      "2026-11-20T14:60:00Z",
                                      "2026-11-20T14:00:61Z",
                                      "2026-11-20T14:00:00.Z",
                                      "2026-11-20T14:00:00+5:00",
                                      "2026-11-20T14:00:00+0500",
                                      "2026-11-20T14:00:00+24:00",
                                      "2026-11-20T14:00:00+05:60",
                                      "2026-11-20T14:00:00Zz",
                                      " 2026-11-20T14:00:00Z",
                                      "2026-11-20T14:00:00Z ",
                                      "26-11-20T14:00:00Z",
                                      "2026-13-20T14:00:00Z",
                                      "2026-00-20T14:00:00Z",
                                      "2026-11-00T14:00:00Z",
                                      "2026-11-31T14:00:00Z",
                                      "2025-02-29T14:00:00Z",
                                      "1900-02-29T14:00:00Z",
                                      "2026-11-20T-4:00:00Z",
                                      "2026-11-20T14:00:00",
                                      "+2026-11-20T14:00:00Z",
                                      "today",
                                      "2026-11-20T14:00:0\u0661Z"}) {
    INFO(text);
    CHECK_FALSE(parse_timestamp(text));
  }
}

TEST_CASE("A date is read as a number of days", "[timestamp]") {
  CHECK(parse_date("1970-01-01") == 0);
  CHECK(parse_date("1970-01-02") == 1);
  CHECK(parse_date("1969-12-31") == -1);
  CHECK(parse_date("2000-02-29") == 11016);
  CHECK(parse_date("2024-02-29") == 19782);
  CHECK(parse_date("2026-11-20") == 20777);
  CHECK(parse_date("2000-03-01") == 11017);
  for (const std::string_view text : {"", "2026-11-2", "2026-11-200", "2025-02-29", "2100-02-29", "2026-04-31",
                                      "2026-06-31", "2026-09-31", "2026-01-32", "2026/11/20", "2026-11-20T", "x"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("A timestamp is written in its own offset", "[timestamp]") {
  CHECK(format_timestamp({0, 0}) == "1970-01-01T00:00:00Z");
  CHECK(format_timestamp({-1, 0}) == "1969-12-31T23:59:59Z");
  CHECK(format_timestamp({1795201200, -300}) == "2026-11-20T14:00:00-05:00");
  CHECK(format_timestamp({1795201200, 330}) == "2026-11-21T00:30:00+05:30");
  CHECK(format_timestamp({1795201200, -1439}) == "2026-11-19T19:01:00-23:59");
}

TEST_CASE("A day is that of the instant's own offset", "[timestamp]") {
  CHECK(format_date(day_of(*parse_timestamp("2026-11-20T23:30:00-05:00"))) == "2026-11-20");
  CHECK(format_date(day_of(*parse_timestamp("2026-11-20T23:30:00Z"))) == "2026-11-20");
  CHECK(format_date(day_of(*parse_timestamp("1969-12-31T23:59:59Z"))) == "1969-12-31");
}

TEST_CASE("Business days are those from Monday to Friday", "[timestamp]") {
  const auto after = [](std::string_view day, int count) {
    return format_date(business_day_after(*parse_date(day), count));
  };
  CHECK(after("2026-11-20", 1) == "2026-11-23");  // a Friday
  CHECK(after("2026-11-20", 3) == "2026-11-25");
  CHECK(after("2026-11-21", 1) == "2026-11-23");
  CHECK(after("2026-11-22", 1) == "2026-11-23");
  CHECK(after("2026-11-23", 3) == "2026-11-26");
  CHECK(after("2026-11-25", 3) == "2026-11-30");
  CHECK(after("1969-12-26", 3) == "1969-12-31");
}

TEST_CASE("What is written is read back, on every day of four centuries", "[timestamp]") {
  std::int64_t expected_day = *parse_date("1899-12-31");
  for (const std::int64_t last = *parse_date("2300-01-01"); expected_day < last; ++expected_day) {
    const Instant at{expected_day * seconds_per_day + expected_day % 86400, 0};
    const auto read = parse_timestamp(format_timestamp(at));
    if (read != at) FAIL(format_timestamp(at));
  }
  SUCCEED("every day came back");
}

}  // namespace tiredness::test
