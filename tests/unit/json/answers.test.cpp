#include "reply.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/validate.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;

Faults faults_of(std::string_view members, std::string_view more = {}) {
  return in_short(json::validate_document(case_of(members, more), shipped_texts, json::DocumentKind::Case));
}

Faults calm_with(const std::string& more_members, std::string_view more = {}) {
  return faults_of(std::string(calm_members) + "," + more_members, more);
}

json::Request read(const std::string& text) {
  json::Diagnostics faults;
  const auto document = json::Document::parse(text, faults);
  REQUIRE(document);
  json::Request request;
  json::read_request(document->root(), request, faults);
  return request;
}

constexpr std::string_view now = R"("now":"2026-11-20T14:00:00-05:00")";

}  // namespace

TEST_CASE("The calm have no fault", "[json][answers]") { CHECK(faults_of(calm_members).empty()); }

TEST_CASE("Answers are read into bits, numbers and a session", "[json][answers]") {
  const json::Request request =
      read(case_of(R"("age":"65-plus","danger-signs":["chest","none"],"tiredness":10,"tiredness-first-day":0,)"
                   R"("conditions":[],"hours-since-session":30)"));
  CHECK(request.answers.chosen(item("age")) == option_bits(item("age"), "65-plus"));
  CHECK(request.answers.chosen(item("danger-signs")) == option_bits(item("danger-signs"), "chest", "none"));
  CHECK(request.answers.number(item("tiredness")) == 10);
  CHECK(request.answers.number(item("tiredness-first-day")) == 0);
  CHECK_FALSE(request.answers.answered(item("conditions")));  // an empty array is not answered
  CHECK_FALSE(request.answers.answered(item("trend")));
  CHECK(request.answers.session.kind == SessionAnswer::Kind::Elapsed);
  CHECK(request.answers.session.elapsed == 30 * 3600);
}

TEST_CASE("The session's time is a timestamp, a date or a word", "[json][answers]") {
  using Kind = SessionAnswer::Kind;
  const auto session = [](const std::string& answer) {
    return read(R"({"answers":{"session-ended":")" + answer + R"("}})").answers.session;
  };
  CHECK(session("unknown").kind == Kind::Unknown);
  CHECK(session("not-yet").kind == Kind::NotYet);
  CHECK(session("two-weeks-or-more").kind == Kind::TwoWeeksOrMore);
  CHECK(session("2026-11-20").kind == Kind::Date);
  CHECK(session("2026-11-20").date == 20777);
  CHECK(session("2026-11-20T14:00:00-05:00").kind == Kind::Timestamp);
  CHECK(session("2026-11-20T14:00:00-05:00").timestamp == Instant{1795201200, -300});
  CHECK(read(R"({"answers":{}})").answers.session.kind == Kind::Missing);
}

TEST_CASE("Unknown questions and options are errors", "[json][answers]") {
  CHECK(calm_with(R"("foo":1)") == Faults{"error unknown-item /answers/foo"});
  CHECK(faults_of(R"("Age":"18-64")") == Faults{"error unknown-item /answers/Age"});
  CHECK(faults_of(R"("age":"65+")") == Faults{"error unknown-option /answers/age"});
  CHECK(faults_of(R"("age":"")") == Faults{"error unknown-option /answers/age"});
  CHECK(faults_of(R"("danger-signs":["chest","foo","bar"])") ==
        Faults{"error unknown-option /answers/danger-signs/1", "error unknown-option /answers/danger-signs/2"});
  CHECK(faults_of(R"("unsure-signs":["none"])") == Faults{"error unknown-option /answers/unsure-signs/0"});
}

TEST_CASE("Wrong types are errors", "[json][answers]") {
  CHECK(faults_of(R"("age":2)") == Faults{"error wrong-type /answers/age"});
  CHECK(faults_of(R"("age":null)") == Faults{"error wrong-type /answers/age"});
  CHECK(faults_of(R"("age":["18-64"])") == Faults{"error wrong-type /answers/age"});
  CHECK(faults_of(R"("danger-signs":"none")") == Faults{"error wrong-type /answers/danger-signs"});
  CHECK(faults_of(R"("danger-signs":{"none":true})") == Faults{"error wrong-type /answers/danger-signs"});
  CHECK(faults_of(R"("danger-signs":[1,null])") ==
        Faults{"error wrong-type /answers/danger-signs/0", "error wrong-type /answers/danger-signs/1"});
  CHECK(faults_of(R"("tiredness":"3")") == Faults{"error wrong-type /answers/tiredness"});
  CHECK(faults_of(R"("tiredness":3.5)") == Faults{"error wrong-type /answers/tiredness"});
  CHECK(faults_of(R"("tiredness":true)") == Faults{"error wrong-type /answers/tiredness"});
  CHECK(faults_of(R"("session-ended":20)") == Faults{"error wrong-type /answers/session-ended"});
  CHECK(faults_of(R"("hours-since-session":"20")") == Faults{"error wrong-type /answers/hours-since-session"});
  CHECK(faults_of(R"("hours-since-session":null)") == Faults{"error wrong-type /answers/hours-since-session"});
}

TEST_CASE("Scores are whole numbers from 0 to 10, and never wrap around", "[json][answers]") {
  for (const std::string_view good : {"0", "10"}) CHECK(faults_of(R"("tiredness":)" + std::string(good)).empty());
  for (const std::string_view bad :
       {"-1", "11", "4294967301", "4294967296", "18446744073709551615", "-9223372036854775808"})
    CHECK(faults_of(R"("tiredness":)" + std::string(bad)) == Faults{"error out-of-range /answers/tiredness"});
  for (const std::string_view bad : {"18446744073709551621", "3.0", "1e1", "1e307"})
    CHECK(faults_of(R"("tiredness":)" + std::string(bad)) == Faults{"error wrong-type /answers/tiredness"});
}

TEST_CASE("An option that is given twice is an error", "[json][answers]") {
  CHECK(faults_of(R"("conditions":["heart","diabetes","heart"])") ==
        Faults{"error duplicate-option /answers/conditions/2"});
}

TEST_CASE("Only one of the two keys of time may be given", "[json][answers]") {
  const Faults found = faults_of(R"("hours-since-session":3,"session-ended":"unknown")");
  CHECK(found == Faults{"error both-time-keys /answers/hours-since-session"});
}

TEST_CASE("What is no time is an error, not a guess", "[json][answers]") {
  for (const std::string_view bad : {"yesterday", "", "2026-11-20T14:00:00", "2026-02-30", "Unknown"})
    CHECK(faults_of(R"("session-ended":")" + std::string(bad) + R"(")") ==
          Faults{"error not-a-time /answers/session-ended"});
}

TEST_CASE("All faults are reported at once, with pointers that are escaped", "[json][answers]") {
  CHECK(faults_of(R"("a/b~c":1,"age":7,"tiredness":99,"danger-signs":["x"],"session-ended":"x")") ==
        Faults{"error unknown-item /answers/a~1b~0c", "error wrong-type /answers/age",
               "error out-of-range /answers/tiredness", "error unknown-option /answers/danger-signs/0",
               "error not-a-time /answers/session-ended"});
}

TEST_CASE("Answers must be an object", "[json][answers]") {
  for (const std::string_view bad : {"[]", "null", "\"x\"", "1"})
    CHECK(in_short(json::validate_document(R"({"answers":)" + std::string(bad) + "}", shipped_texts)) ==
          Faults{"error wrong-type /answers"});
}

TEST_CASE("An impossible time is a warning", "[json][answers][warnings]") {
  CHECK(calm_with(R"("foo":1)").size() == 1);
  CHECK(faults_of(R"("hours-since-session":-1)") == Faults{"warning impossible-time /answers/hours-since-session"});
  CHECK(faults_of(R"("hours-since-session":-0.5)") == Faults{"warning impossible-time /answers/hours-since-session"});
  CHECK(faults_of(R"("hours-since-session":87672)").empty());
  CHECK(faults_of(R"("hours-since-session":87673)") == Faults{"warning impossible-time /answers/hours-since-session"});
  CHECK(faults_of(R"("session-ended":"2026-11-20T14:00:01-05:00")", now) ==
        Faults{"warning impossible-time /answers/session-ended"});
  CHECK(faults_of(R"("session-ended":"2026-11-21")", now) == Faults{"warning impossible-time /answers/session-ended"});
  CHECK(faults_of(R"("session-ended":"2026-11-20T14:00:00-05:00")", now).empty());
}

TEST_CASE("A time without now is a warning", "[json][answers][warnings]") {
  CHECK(faults_of(R"("session-ended":"2026-11-20")") == Faults{"warning needs-now /answers/session-ended"});
  CHECK(faults_of(R"("session-ended":"unknown")").empty());
  CHECK(faults_of(R"("hours-since-session":3)").empty());
}

TEST_CASE("An option that is not offered is a warning", "[json][answers][warnings]") {
  CHECK(faults_of(R"("self-harm":"not-known")") == Faults{"warning option-not-offered /answers/self-harm"});
  CHECK(faults_of(R"("who":"helper","self-harm":"not-known")").empty());
  CHECK(faults_of(R"("alertness":"not-checked")") == Faults{"warning option-not-offered /answers/alertness"});
  CHECK(faults_of(R"("hours-since-session":30,"function":"resting")") ==
        Faults{"warning option-not-offered /answers/function"});
  CHECK(faults_of(R"("hours-since-session":5,"slept":"no","function":"resting")").empty());
  CHECK(faults_of(R"("hours-since-session":12,"trend":"too-soon")") ==
        Faults{"warning option-not-offered /answers/trend"});
  CHECK(faults_of(R"("hours-since-session":11.99,"trend":"too-soon")").empty());
  // Of an abandoned branch nothing is said.
  CHECK(faults_of(R"("session-ended":"not-yet","trend":"too-soon")").empty());
}

TEST_CASE("None beside others is a warning, and the others count", "[json][answers][warnings]") {
  CHECK(faults_of(R"("danger-signs":["chest","none"])") == Faults{"warning exclusive-option /answers/danger-signs"});
  CHECK(faults_of(R"("conditions":["none","decline"])").size() == 2);
  CHECK(faults_of(R"("danger-signs":["chest","unsure"])").empty());
  CHECK(faults_of(R"("conditions":["decline"])").empty());
}

TEST_CASE("Warnings are looked for only where there is no error", "[json][answers][warnings]") {
  CHECK(faults_of(R"("danger-signs":["chest","none"],"age":1)") == Faults{"error wrong-type /answers/age"});
}

}  // namespace tiredness::test
