#include "tiredness/json/request.hpp"

#include "reply.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/validate.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;

Faults faults_of(const std::string& text) {
  return in_short(json::validate_document(text, shipped_texts, json::DocumentKind::Case));
}

json::Request read(const std::string& text) {
  json::Diagnostics faults;
  const auto document = json::Document::parse(text, faults);
  REQUIRE(document);
  json::Request request;
  json::read_request(document->root(), request, faults);
  CHECK(faults.all().empty());
  return request;
}

}  // namespace

TEST_CASE("A case needs answers and nothing else", "[json][request]") {
  CHECK(faults_of(R"({"answers":{}})").empty());
  CHECK(faults_of("{}") == Faults{"error missing-answers /answers"});
  for (const std::string_view bad : {"[]", "null", "7", "\"x\""})
    CHECK(faults_of(std::string(bad)) == Faults{"error wrong-type "});
}

TEST_CASE("Now is an RFC 3339 time", "[json][request]") {
  CHECK(read(calm_case(R"("now":"2026-11-20T14:00:00-05:00")")).now == Instant{1795201200, -300});
  CHECK_FALSE(read(calm_case()).now);
  for (const std::string_view bad : {"\"today\"", "\"2026-11-20\"", "1795201200", "null", "\"\""})
    CHECK(faults_of(calm_case(R"("now":)" + std::string(bad))) == Faults{"error not-a-time /now"});
}

TEST_CASE("A language is a string, and has texts", "[json][request]") {
  CHECK(read(calm_case(R"("language":"en")")).language == "en");
  CHECK(faults_of(calm_case(R"("language":"en")")).empty());
  CHECK(faults_of(calm_case(R"("language":"xx")")) == Faults{"error unknown-language /language"});
  CHECK(faults_of(calm_case(R"("language":7)")) == Faults{"error wrong-type /language"});
}

TEST_CASE("The page asked last is a page", "[json][request]") {
  CHECK(read(calm_case(R"("askedThrough":"danger")")).asked_through == Page::Danger);
  for (const std::string_view bad : {"1", "null", "[]"})
    CHECK(faults_of(calm_case(R"("askedThrough":)" + std::string(bad))) == Faults{"error wrong-type /askedThrough"});
}

TEST_CASE("A page of an earlier version as the one asked last keeps nobody from a result", "[json][request]") {
  for (const std::string_view page : {"daily", "trend", "review", ""}) {
    const std::string request =
        R"({"answers":{"who":"self","danger-signs":["chest"]},"askedThrough":")" + std::string(page) + R"("})";
    CHECK(faults_of(request) == Faults{"warning unknown-page /askedThrough"});
    // What was not answered is missing then, not unasked: nothing is left out.
    const Reply reply{json::assess(request, shipped_texts)};
    CHECK(reply.at("/value/level") == "\"emergency\"");
    const Reply whole{json::assess(R"({"answers":{"who":"self","danger-signs":["chest"]}})", shipped_texts)};
    CHECK(reply.at("/value/alsoTell") == whole.at("/value/alsoTell"));
    CHECK(reply.at("/value/actions") == whole.at("/value/actions"));
  }
}

TEST_CASE("Places in the check are pages or the review", "[json][request]") {
  for (const std::string_view key : {"after", "before", "page"}) {
    const std::string member = "\"" + std::string(key) + "\":";
    CHECK(faults_of(calm_case(member + "\"health\"")).empty());
    CHECK(faults_of(calm_case(member + "\"review\"")).empty());
    CHECK(faults_of(calm_case(member + "\"start\"")) == Faults{"error unknown-page /" + std::string(key)});
    CHECK(faults_of(calm_case(member + "3")) == Faults{"error unknown-page /" + std::string(key)});
  }
}

TEST_CASE("Early results already shown are emergency, crisis or wake", "[json][request]") {
  const json::Request request = read(calm_case(R"("shown":["emergency","wake"])"));
  CHECK(request.shown.levels == Levels{Level::Emergency});
  CHECK(request.shown.wake);
  CHECK(read(calm_case(R"("shown":["crisis"])")).shown.levels == Levels{Level::Crisis});
  CHECK_FALSE(read(calm_case(R"("shown":[])")).shown.wake);
  CHECK(faults_of(calm_case(R"("shown":"wake")")) == Faults{"error wrong-type /shown"});
  CHECK(faults_of(calm_case(R"("shown":["urgent"])")).size() == 1);
  CHECK(faults_of(calm_case(R"("shown":[1])")).size() == 1);
}

TEST_CASE("A member that nobody knows is a warning", "[json][request]") {
  CHECK(faults_of(calm_case(R"("answer":{},"x~y":1)")) ==
        Faults{"warning unknown-member /answer", "warning unknown-member /x~0y"});
}

TEST_CASE("Faults of all parts are reported at once", "[json][request]") {
  CHECK(faults_of(R"({"answers":{"age":1},"now":"x","history":7,"language":1,"config":{"moderateScore":9}})") ==
        Faults{"error wrong-type /answers/age", "error not-a-time /now", "error wrong-type /history",
               "error wrong-type /language", "warning out-of-range /config/moderateScore"});
}

}  // namespace tiredness::test
