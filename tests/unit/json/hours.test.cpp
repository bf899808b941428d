#include "tiredness/json/request.hpp"
#include "reply.hpp"

namespace tiredness::test {

TEST_CASE("Hours become whole seconds, cut off and exact", "[json][hours]") {
  const std::vector<std::pair<std::string_view, std::int64_t>> hours{
      {"24.0", 86400},
      {"2.4e1", 86400},
      {"2.4E+1", 86400},
      {"240e-1", 86400},
      {"0.24e2", 86400},
      {"24.000000000000000000000000000001", 86400},
      {"23.999999999", 86399},
      {"23.9999999999999999999999999999", 86399},
      {"71.999999999", 259199},
      {"72.0", 259200},
      {"0.1", 360},
      {"1.5", 5400},
      {"0.00027", 0},
      {"0.00028", 1},
      {"1e-30", 0},
      {"1e-999999999", 0},
      {"0.0", 0},
      {"-0.0", 0},
      {"-0e5", 0},
      {"0e99999", 0},
      {"0.000000000000000000000000000001e30", 3600},
      {"100000000000000000000e-20", 3600},
      {"87672.0", 315619200},
  };
  for (const auto& [text, seconds] : hours) {
    INFO(text);
    CHECK(json::seconds_of_hours(text) == seconds);
  }
}

TEST_CASE("Less than no time lies in the future, however little", "[json][hours]") {
  for (const std::string_view text : {"-1.0", "-0.5", "-1e-30", "-1e300"}) {
    INFO(text);
    CHECK(json::seconds_of_hours(text) < 0);
  }
}

TEST_CASE("Far too many hours stay far too many", "[json][hours]") {
  constexpr std::int64_t ten_years = 3653LL * 86400;
  for (const std::string_view text : {"1e300", "1e18", "999999999999999999999.0", "123456789012345678.5"}) {
    INFO(text);
    CHECK(json::seconds_of_hours(text) > ten_years);
    CHECK(json::seconds_of_hours(text) <= std::int64_t{1} << 40);
  }
}

TEST_CASE("At the limit in a case is over the limit", "[json][hours]") {
  const auto seconds = [](const std::string& hours) {
    json::Diagnostics faults;
    const auto document = json::Document::parse(R"({"answers":{"hours-since-session":)" + hours + "}}", faults);
    json::Request request;
    json::read_request(document->root(), request, faults);
    return request.answers.session.elapsed;
  };
  CHECK(seconds("24") == 86400);
  CHECK(seconds("23.9999999999") == 86399);
  CHECK(seconds("24.0000000001") == 86400);
  CHECK(seconds("-1") == -3600);
  CHECK(seconds("-9223372036854775808") == -3600);
  CHECK(seconds("9223372036854775807") == 3'600'000'000'000);
}

}  // namespace tiredness::test
