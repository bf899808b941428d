#include "reply.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/validate.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;

constexpr std::string_view now = R"("now":"2026-11-20T14:00:00-05:00")";
constexpr std::string_view good =
    R"({"at":"2026-11-20T02:00:00-05:00","sessionEnded":"2026-11-19T08:00:00-05:00","tiredness":2,)"
    R"("function":"usual","level":"expected","rules":"2.0.0"})";

std::string history(const std::string& records) { return R"("history":[)" + records + "]," + std::string(now); }

Faults faults_of(const std::string& records) {
  return in_short(json::validate_document(calm_case(history(records)), shipped_texts, json::DocumentKind::Case));
}

/// The good record with one member in place of another.
std::string record_with(std::string_view member, std::string_view instead) {
  std::string text{good};
  const std::size_t at = text.find(member);
  REQUIRE(at != std::string::npos);
  return text.replace(at, member.size(), instead);
}

json::Request read(const std::string& text) {
  json::Diagnostics faults;
  const auto document = json::Document::parse(text, faults);
  REQUIRE(document);
  json::Request request;
  json::read_request(document->root(), request, faults);
  return request;
}

}  // namespace

TEST_CASE("A record is read", "[json][history]") {
  const json::Request request = read(calm_case(history(std::string(good))));
  REQUIRE(request.history.size() == 1);
  const CheckIn& record = request.history.front();
  CHECK(record.at == *parse_timestamp("2026-11-20T02:00:00-05:00"));
  CHECK(record.session_ended == *parse_timestamp("2026-11-19T08:00:00-05:00"));
  CHECK(record.tiredness == 2);
  CHECK(record.level == Level::Expected);
  CHECK(record.rules_major == 2);
}

TEST_CASE("A record of no known session is read", "[json][history]") {
  const std::string session = R"("sessionEnded":"2026-11-19T08:00:00-05:00")";
  for (const std::string& record : {record_with(session, R"("sessionEnded":null)"), record_with(session + ",", "")}) {
    INFO(record);
    CHECK(faults_of(record).empty());
    CHECK_FALSE(read(calm_case(history(record))).history.front().session_ended);
  }
}

TEST_CASE("The major version of the rules is read", "[json][history]") {
  for (const auto& [version, major] : {std::pair{"1.0.0", 1}, {"0.9.1", 0}, {"12.3.4-beta", 12}, {"1.x", 1}}) {
    const std::string record = record_with("2.0.0", version);
    INFO(record);
    CHECK(faults_of(record).empty());
    CHECK(read(calm_case(history(record))).history.front().rules_major == major);
  }
}

TEST_CASE("A record that cannot be used is set aside with a warning", "[json][history]") {
  const Faults set_aside{"warning bad-record /history/0"};
  for (const std::string& record : {record_with(R"("at":"2026-11-20T02:00:00-05:00",)", ""),
                                    record_with("2026-11-20T02:00:00-05:00", "yesterday"),
                                    record_with(R"("2026-11-20T02:00:00-05:00")", "12"),
                                    record_with("2026-11-19T08:00:00-05:00", "2026-11-19"),
                                    record_with(R"("2026-11-19T08:00:00-05:00")", "5"),
                                    record_with(R"("tiredness":2,)", ""),
                                    record_with(R"("tiredness":2)", R"("tiredness":11)"),
                                    record_with(R"("tiredness":2)", R"("tiredness":-1)"),
                                    record_with(R"("tiredness":2)", R"("tiredness":4294967298)"),
                                    record_with(R"("tiredness":2)", R"("tiredness":2.0)"),
                                    record_with(R"("tiredness":2)", R"("tiredness":"2")"),
                                    record_with(R"("tiredness":2)", R"("tiredness":null)"),
                                    record_with(R"("level":"expected")", R"("level":"fine")"),
                                    record_with(R"("level":"expected")", R"("level":1)"),
                                    record_with(R"("level":"expected",)", ""),
                                    record_with("2.0.0", "one"),
                                    record_with("2.0.0", ""),
                                    record_with("2.0.0", "1"),
                                    record_with("2.0.0", "1234567.0"),
                                    record_with(R"(,"rules":"2.0.0")", ""),
                                    record_with(R"("2.0.0")", "1"),
                                    std::string("{}"),
                                    std::string("[]"),
                                    std::string("null"),
                                    std::string("3")}) {
    INFO(record);
    CHECK(faults_of(record) == set_aside);
    CHECK(read(calm_case(history(record))).history.empty());
  }
}

TEST_CASE("The records beside a bad one are used, and named by their own place", "[json][history]") {
  const std::string future = record_with("2026-11-20T02", "2026-11-21T02");
  const std::string records = "{}," + std::string(good) + ",7," + future;
  CHECK(faults_of(records) == Faults{"warning bad-record /history/0", "warning bad-record /history/2",
                                     "warning record-in-future /history/3"});
  const Reply reply(json::assess(calm_case(history(records)), shipped_texts));
  CHECK(reply.at("/value/trend") == R"({"records":1,"sinceLast":"worse","sinceFirst":"worse","persistent":false,)"
                                    R"("notCompared":[{"record":3,"why":"later"}]})");
  CHECK(reply.list("/value/fired") == Faults{"worse-since-last-check"});
}

TEST_CASE("A history is an array", "[json][history]") {
  for (const std::string_view bad : {"{}", "null", "\"x\""}) {
    const std::string text = calm_case(R"("history":)" + std::string(bad));
    CHECK(in_short(json::validate_document(text, shipped_texts)) == Faults{"error wrong-type /history"});
  }
}

TEST_CASE("Without now the history is not used, with a warning", "[json][history]") {
  const std::string text = calm_case(R"("history":[)" + std::string(good) + "]");
  CHECK(in_short(json::validate_document(text, shipped_texts)) == Faults{"warning needs-now /history"});
  CHECK(Reply(json::assess(text, shipped_texts)).at("/value/trend/records") == "0");
  CHECK(in_short(json::validate_document(calm_case(R"("history":[])"), shipped_texts)).empty());
}

}  // namespace tiredness::test
