#include "tiredness/json/engine.hpp"

#include <algorithm>

#include "reply.hpp"
#include "tiredness/engine_version.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/report/explanation_words.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view now = R"("now":"2026-11-20T14:00:00-05:00")";

/// The calm with one answer in place of another.
std::string changed_case(std::string_view member, std::string_view instead, std::string_view more = {}) {
  std::string members{calm_members};
  const std::size_t at = members.find(member);
  REQUIRE(at != std::string::npos);
  return case_of(members.replace(at, member.size(), instead), more);
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

}  // namespace

// ---- The envelope -------------------------------------------------------------------------------------------------

TEST_CASE("Every function answers with a value or with faults, whatever it is sent", "[json][engine][envelope]") {
  const auto functions = {json::assess,        json::explain,  json::next_page, json::plan,
                          json::questionnaire, json::validate, json::version};
  for (const auto function : functions)
    for (const std::string_view bad :
         {"", "{", "\xff", "\"\xff\"", "[[[[[[[[[[[[[[[[[[", "1e999", "nul", "{\"a\":1,\"a\":2}"}) {
      const Reply reply(function(bad, shipped_texts));
      INFO(bad);
      CHECK(reply.keys("") == Texts{"ok", "diagnostics"});
      CHECK_FALSE(reply.ok());
      CHECK(reply.list("/diagnostics", "severity").front() == "error");
      CHECK_FALSE(reply.list("/diagnostics", "code").front().empty());
      CHECK_FALSE(reply.list("/diagnostics", "message").front().empty());
    }
  for (const auto function : functions) {
    CHECK_FALSE(Reply(function(std::string(70'000, ' '), shipped_texts)).ok());
    CHECK_FALSE(Reply(function("[]", shipped_texts)).ok());
    CHECK_FALSE(Reply(function("null", shipped_texts)).ok());
  }
}

TEST_CASE("The value is taken out of a reply as it stands, and nothing out of a refusal", "[json][engine][envelope]") {
  CHECK(json::value_in(json::replied([](json::Writer& out) { out.begin_array().integer(1).end_array(); })) == "[1]");
  json::Diagnostics faults;
  faults.error("a-fault", "/here", "mend it");
  CHECK_FALSE(json::value_in(json::refused(faults)));
}

TEST_CASE("The texts are those that the caller has: another catalogue, or none", "[json][engine][envelope]") {
  json::Content own;
  own.catalogues.emplace_back().language = "qq";
  own.catalogues.back().add("level.expected.title", "Own words");
  CHECK(Reply(json::assess(calm_case(R"("language":"qq")"), &own)).at("/value/title") == R"("Own words")");
  CHECK(Reply(json::assess(calm_case(R"("language":"en")"), &own)).list("/diagnostics", "code") ==
        Texts{"unknown-language"});

  CHECK(json::assess(calm_case(), nullptr) == json::assess(calm_case(), shipped_texts));
  CHECK(Reply(json::assess(calm_case(R"("language":"en")"), nullptr)).list("/diagnostics", "code") ==
        Texts{"unknown-language"});
  CHECK(Reply(json::validate(R"({"kind":"content","document":{}})", nullptr)).list("/value/diagnostics", "code") ==
        Texts{"not-in-this-build"});
}

TEST_CASE("After bad input the next call works", "[json][engine][envelope]") {
  const std::string before = json::assess(calm_case(), shipped_texts);
  (void)json::assess("{", shipped_texts);
  CHECK(json::assess(calm_case(), shipped_texts) == before);
}

TEST_CASE("A case with an error has no assessment", "[json][engine][envelope]") {
  const Reply reply(json::assess(case_of(R"("age":1,"tiredness":99)"), shipped_texts));
  CHECK_FALSE(reply.ok());
  CHECK(reply.list("/diagnostics", "pointer") == Texts{"/answers/age", "/answers/tiredness"});
  CHECK(reply.at("/value") == "(none)");
}

// ---- assess -------------------------------------------------------------------------------------------------------

TEST_CASE("An assessment has its agreed members", "[json][engine][assess]") {
  const Reply reply(json::assess(calm_case(now), shipped_texts));
  REQUIRE(reply.ok());
  const Texts keys = reply.keys("/value");
  CHECK(keys == Texts{"level",        "levels",  "person",   "title",    "summary",   "lead",       "card",
                      "fired",        "reasons", "alsoTell", "actions",  "say",       "safety",     "medicines",
                      "contributors", "advice",  "plan",     "timeLine", "safetyNet", "cta",        "recheckAt",
                      "expiresAt",    "checkIn", "trend",    "versions", "args",      "diagnostics"});
  CHECK(reply.at("/value/level") == quoted("expected"));
  CHECK(reply.list("/value/levels") == Texts{"expected"});
  CHECK(reply.list("/value/fired") == Texts{"allow-list"});
  CHECK(reply.at("/value/person") == quoted("self"));
  CHECK(reply.list("/value/recheckAt") == Texts{"2026-11-21T14:00:00-05:00", "2026-11-22T08:00:00-05:00"});
  CHECK(reply.at("/value/expiresAt") == quoted("2026-11-21T02:00:00-05:00"));
  CHECK(reply.at("/value/diagnostics") == "[]");
}

TEST_CASE("Without now an assessment has no times", "[json][engine][assess]") {
  const Reply reply(json::assess(calm_case(), shipped_texts));
  CHECK(reply.at("/value/recheckAt") == "[]");
  CHECK(reply.at("/value/expiresAt") == "(none)");
}

TEST_CASE("Times and days that a text names stand beside it", "[json][engine][assess]") {
  const Reply calm(json::assess(calm_case(now), shipped_texts));
  CHECK(calm.at("/value/lead") == R"({"id":"now","text":"lead.now"})");
  CHECK(calm.at("/value/actions/0") ==
        R"({"id":"check-again","text":"action.check-again","by":"by.recheck-at-both",)"
        R"("times":["2026-11-21T14:00:00-05:00","2026-11-22T08:00:00-05:00"],"first":false})");
  CHECK(calm.at("/value/timeLine/0") == R"({"hours":0,"at":"2026-11-19T08:00:00-05:00","isOver":true,)"
                                        R"("lines":[{"id":"session","text":"time-line.session"}]})");
  CHECK(calm.at("/value/timeLine/2/isOver") == "false");
  const Reply soon(
      json::assess(changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["other"])", now), shipped_texts));
  CHECK(soon.at("/value/lead") == R"({"id":"call-by","text":"lead.call-by","day":"2026-11-25"})");
  CHECK(soon.at("/value/actions/0/by") == quoted("by.soon-day"));
  CHECK(soon.at("/value/actions/0/day") == quoted("2026-11-25"));
  // From the call on, whenever that is: no day that could come before the one to call by.
  CHECK(soon.at("/value/actions/1/by") == quoted("by.soon-no-answer"));
  CHECK(soon.at("/value/actions/1/day") == "(none)");
  const Reply urgent(
      json::assess(changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["leg"])", now), shipped_texts));
  CHECK(urgent.at("/value/actions/0/by") == quoted("by.urgent-until"));
  CHECK(urgent.at("/value/actions/0/until") == quoted("2026-11-20T15:00:00-05:00"));
  CHECK(urgent.at("/value/card/2") ==
        R"({"id":"no-answer","text":"card.no-answer","until":"2026-11-20T14:30:00-05:00"})");
  const Reply today(
      json::assess(changed_case(R"("hours-since-session":30)", R"("hours-since-session":3)", now), shipped_texts));
  CHECK(today.at("/value/safety/0") ==
        R"({"id":"no-driving","text":"safety.no-driving.until","at":"2026-11-21T11:00:00-05:00"})");
  const Reply awake(json::assess(changed_case(R"("slept":"yes")", R"("slept":"no")", now), shipped_texts));
  CHECK(awake.at("/value/safety/0") == R"({"id":"no-driving","text":"safety.no-driving.over"})");
}

TEST_CASE("The emergency number stands with the danger signs", "[json][engine][assess]") {
  const Reply reply(json::assess(calm_case(R"("language":"en")"), shipped_texts));
  CHECK(reply.at("/value/safetyNet/0/phone") == quoted("911"));
  CHECK(reply.at("/value/safetyNet/0/signs/0/text") ==
        quoted("Hard, slow, shallow or noisy breathing. Or cannot breathe lying flat. Or new shortness of breath, even "
               "mild"));
  CHECK(reply.list("/value/safetyNet/0/signs", "id").size() == 7);
}

TEST_CASE("A reason has its rule, level, answers and sources", "[json][engine][assess]") {
  const Reply reply(json::assess(
      changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["cold","fever","chills"])"), shipped_texts));
  CHECK(reply.at("/value/reasons") ==
        R"([{"rule":"fever-with-spread","level":"urgent","text":"rule.fever-with-spread",)"
        R"("answers":[{"linkId":"body-symptoms","value":["fever","chills"]}],"sources":["D13","D17"]}])");
  CHECK(reply.list("/value/alsoTell", "rule") == Texts{"infection"});
  CHECK(reply.list("/value/levels") == Texts{"urgent", "same-day"});
}

TEST_CASE("Deciding answers are written as they were given", "[json][engine][assess]") {
  const auto answers = [](const std::string& text) {
    return Reply(json::assess(text, shipped_texts)).at("/value/reasons/0/answers");
  };
  CHECK(answers(changed_case(R"("age":"18-64")", R"("age":"under-18")")) == R"([{"linkId":"age","value":"under-18"}])");
  CHECK(answers(changed_case(R"("self-harm":"no",)", "")) == R"([{"linkId":"self-harm","value":null}])");
  CHECK(answers(changed_case(R"("tiredness":3)", R"("tiredness":7)")) ==
        R"([{"linkId":"session-ended","value":30},{"linkId":"slept","value":"yes"},)"
        R"({"linkId":"tiredness","value":7}])");
  CHECK(answers(changed_case(R"("hours-since-session":30)", R"("hours-since-session":72.50)")) ==
        R"([{"linkId":"session-ended","value":72.5},{"linkId":"tiredness","value":3}])");
  CHECK(answers(changed_case(R"("hours-since-session":30)", R"("session-ended":"2026-11-16")", now)) ==
        R"([{"linkId":"session-ended","value":"2026-11-16"},{"linkId":"tiredness","value":3}])");
  CHECK(answers(changed_case(R"("hours-since-session":30,)", "")) ==
        R"([{"linkId":"session-ended","value":null},{"linkId":"tiredness","value":3}])");
  CHECK(answers(changed_case(R"("tiredness":3,)", "")) == R"([{"linkId":"tiredness","value":null}])");
}

TEST_CASE("An action has an id, a text, a clock and the number to call", "[json][engine][assess]") {
  const Reply reply(json::assess(
      changed_case(R"("danger-signs":["none"])", R"("danger-signs":["chest"])", R"("language":"en")"), shipped_texts));
  CHECK(reply.at("/value/actions/0") ==
        R"({"id":"call-emergency","text":"Call 911 now.","phone":"911","call":"Call 911","by":"Now","first":true})");
  CHECK(reply.list("/value/actions", "id") == Texts{"call-emergency", "stay-on-line", "do-not-drive", "unlock-door"});
  CHECK(reply.at("/value/actions/1/phone") == "(none)");
  CHECK(reply.at("/value/advice") == "[]");
  CHECK(reply.at("/value/contributors") == "[]");
  CHECK(reply.at("/value/cta/id") == quoted("once-safe"));
}

TEST_CASE("Without a language there are keys, and values to fill in", "[json][engine][assess]") {
  const Reply reply(
      json::assess(calm_case(R"("config":{"phone":"555-0100","clinicName":"Dawn","recheckHours":12})"), shipped_texts));
  CHECK(reply.at("/value/title") == quoted("level.expected.title"));
  CHECK(reply.at("/value/actions/0/by") == quoted("by.recheck"));
  CHECK(reply.at("/value/args/clinic") == quoted("Dawn"));
  CHECK(reply.at("/value/args/phone") == quoted("555-0100"));
  CHECK(reply.at("/value/args/recheckHours") == quoted("12"));
  CHECK(reply.at("/value/args/emergency") == quoted("911"));
  CHECK(reply.at("/value/args/onCallPhone") == "(none)");
  CHECK(reply.at("/value/versions/language") == "(none)");
}

TEST_CASE("With a language there are texts, and nothing to fill in", "[json][engine][assess]") {
  const Reply reply(
      json::assess(calm_case(R"("language":"en","config":{"clinicName":"Dawn","phone":"555-0100"})"), shipped_texts));
  CHECK(reply.at("/value/title") == quoted("Your tiredness fits the usual pattern so far"));
  CHECK(reply.at("/value/cta/button") == quoted("Call Dawn"));
  CHECK(reply.at("/value/args") == "(none)");
  CHECK(reply.at("/value/versions/language") == quoted("en"));
  CHECK(json::assess(calm_case(R"("language":"en")"), shipped_texts).find('{' + std::string("clinic}")) ==
        std::string::npos);
}

TEST_CASE("A helper is spoken to about them", "[json][engine][assess]") {
  const Reply reply(
      json::assess(changed_case(R"("who":"self")", R"("who":"helper")", R"("language":"en")"), shipped_texts));
  CHECK(reply.at("/value/person") == quoted("helper"));
  const Reply late(json::assess(changed_case(R"("who":"self")", R"("who":"helper","function":"cannot-self-care",)"
                                                                R"("x":1)"),
                                shipped_texts));
  CHECK_FALSE(late.ok());
}

TEST_CASE("A language without texts is refused", "[json][engine][assess]") {
  const Reply reply(json::assess(calm_case(R"("language":"xx")"), shipped_texts));
  CHECK_FALSE(reply.ok());
  CHECK(reply.list("/diagnostics", "pointer") == Texts{"/language"});
}

TEST_CASE("Both lines in the title where both fire", "[json][engine][assess]") {
  const Reply reply(json::assess(changed_case(R"("self-harm":"no")", R"("self-harm":"plan")"), shipped_texts));
  CHECK(reply.at("/value/title") == quoted("level.emergency-and-crisis.title"));
  CHECK(reply.list("/value/levels") == Texts{"emergency", "crisis"});
  CHECK(Reply(json::assess(changed_case(R"("self-harm":"no")", R"("self-harm":"thoughts")"), shipped_texts))
            .at("/value/title") == quoted("level.crisis.title"));
}

TEST_CASE("Within one work day has words of its own", "[json][engine][assess]") {
  const auto soon = [](std::string_view config) {
    return Reply(json::assess(changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["other"])", config),
                              shipped_texts));
  };
  CHECK(soon("").at("/value/title") == quoted("level.soon.title"));
  CHECK(soon("").at("/value/actions/0/by") == quoted("by.soon"));
  CHECK(soon(R"("config":{"soonBusinessDays":1})").at("/value/title") == quoted("level.soon-one.title"));
  CHECK(soon(R"("config":{"soonBusinessDays":1})").at("/value/actions/0/by") == quoted("by.soon-one"));
}

TEST_CASE("Only the US crisis line has options to press", "[json][engine][assess]") {
  const auto crisis = [](std::string_view config) {
    return Reply(json::assess(changed_case(R"("self-harm":"no")", R"("self-harm":"thoughts")", config), shipped_texts));
  };
  CHECK(crisis("").at("/value/actions/0/text") == quoted("action.call-crisis.us"));
  CHECK(Reply(json::assess(calm_case(), shipped_texts)).at("/value/safetyNet/1/text") == quoted("net.crisis.us"));
  constexpr std::string_view britain =
      R"("config":{"region":"GB","emergencyNumber":"112","crisisNumber":"116 123","poisonNumber":"111"})";
  const Reply abroad = crisis(britain);
  CHECK(abroad.at("/value/actions/0/text") == quoted("action.call-crisis"));
  CHECK(Reply(json::assess(calm_case(britain), shipped_texts)).at("/value/safetyNet/1/text") == quoted("net.crisis"));
  CHECK(abroad.at("/value/actions/0/phone") == quoted("116 123"));
}

TEST_CASE("Tips carry variant, place and sources", "[json][engine][assess]") {
  const Reply reply(json::assess(changed_case(R"("conditions":["none"])", R"("conditions":["heart"])"), shipped_texts));
  CHECK(reply.at("/value/advice/1") ==
        R"({"id":"drink","variant":"fluid-limit","text":"tip.drink.fluid-limit","more":false,)"
        R"("sources":["S29","C08","C09"]})");
  CHECK(reply.at("/value/advice/0/variant") == "(none)");
  CHECK(reply.at("/value/advice/0/text") == quoted("tip.rest"));
  CHECK(reply.list("/value/advice", "more")[4] == "true");
}

TEST_CASE("A result says whether settings were changed, and refused ones in a warning", "[json][engine][assess]") {
  CHECK(Reply(json::assess(calm_case(), shipped_texts)).at("/value/versions/settings") == quoted("default"));
  CHECK(Reply(json::assess(calm_case(R"("config":{"phone":"555"})"), shipped_texts)).at("/value/versions/settings") ==
        quoted("default"));
  CHECK(Reply(json::assess(calm_case(R"("config":{"severeScore":6})"), shipped_texts)).at("/value/versions/settings") ==
        quoted("changed"));
  const Reply refused(json::assess(calm_case(R"("config":{"severeScore":10})"), shipped_texts));
  CHECK(refused.ok());
  CHECK(refused.at("/value/versions/settings") == quoted("default"));
  CHECK(refused.list("/value/diagnostics", "pointer") == Texts{"/config/severeScore"});
}

TEST_CASE("A call to action books online where the clinic does", "[json][engine][assess]") {
  const Reply reply(
      json::assess(calm_case(R"("config":{"bookingUrl":"https://dawn.example/b","phone":"555"})"), shipped_texts));
  CHECK(reply.at("/value/cta") == R"({"id":"book-online","text":"cta.book-online","button":"cta.book-online.button",)"
                                  R"("phone":"555","url":"https://dawn.example/b"})");
}

TEST_CASE("What to say on the call has its values beside its keys", "[json][engine][assess]") {
  const Reply reply(json::assess(changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["leg","fever"])", now),
                                 shipped_texts));
  CHECK(reply.list("/value/say", "id") == Texts{"session-clinic", "score", "marked", "check-urgent"});
  CHECK(reply.list("/value/say", "line") == Texts{"session", "now", "marked", "check"});
  CHECK(reply.at("/value/say/0/text") == quoted("say.session-clinic"));
  CHECK(reply.at("/value/say/1/n") == "3");
  CHECK(reply.at("/value/say/2/list") == R"(["item.body-symptoms.option.leg","item.body-symptoms.option.fever"])");
  CHECK(reply.at("/value/say/3").find("list") == std::string::npos);
}

TEST_CASE("Whether the clinic is open is told on its own clock", "[json][engine][assess]") {
  const auto opening = [](std::string_view rest) {
    const std::string config =
        R"("config":{"phone":"555","openingHours":"Mo-Fr 09:00-17:00","timeZone":"America/New_York"})";
    return Reply(json::assess(
        changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["urinary"])", config + std::string(rest)),
        shipped_texts));
  };
  const Reply closed = opening(R"(,"now":"2026-11-20T14:00:00-08:00","clinicNow":"2026-11-20T17:00:00-05:00")");
  CHECK(closed.at("/value/opening") == R"({"open":false,"text":"opening.closed-elsewhere","at":"2026-11-23T09:00"})");
  CHECK(closed.list("/value/actions", "id") == Texts{"same-day-after-hours", "call-today", "check-again"});
  CHECK(closed.list("/value/actions", "first") == Texts{"true", "false", "false"});
  const Reply open = opening(R"(,"now":"2026-11-20T16:59:00-05:00","clinicNow":"2026-11-20T16:59:00-05:00")");
  CHECK(open.at("/value/opening") == R"({"open":true,"text":"opening.open","at":"2026-11-20T17:00"})");
  CHECK(open.list("/value/actions", "id") == Texts{"call-today", "same-day-after-hours", "check-again"});
  // Another moment, or none: nothing is told of it.
  const Reply apart = opening(R"(,"now":"2026-11-20T14:00:00-05:00","clinicNow":"2026-11-20T17:00:00-05:00")");
  CHECK(apart.at("/value/opening") == "(none)");
  CHECK(apart.list("/value/diagnostics", "code") == Texts{"not-now"});
  CHECK(opening(R"(,"clinicNow":"2026-11-20T17:00:00-05:00")").list("/value/diagnostics", "code") == Texts{"not-now"});
  const Reply odd = opening(R"(,"now":"2026-11-20T14:00:00-05:00","clinicNow":"noon")");
  CHECK(odd.at("/value/opening") == "(none)");
  CHECK(odd.list("/value/diagnostics", "code") == Texts{"not-a-time"});
  CHECK(opening(R"(,"now":"2026-11-20T14:00:00-05:00")").at("/value/opening") == "(none)");
}

TEST_CASE("The safety net dials", "[json][engine][assess]") {
  const Reply reply(json::assess(calm_case(R"("config":{"phone":"555","hours":"9 to 5"})"), shipped_texts));
  CHECK(reply.list("/value/safetyNet", "id") == Texts{"emergency", "crisis", "clinic-hours", "changes"});
  CHECK(reply.list("/value/safetyNet", "phone") == Texts{"911", "988", "555", "(none)"});
}

TEST_CASE("What may be kept of a check is told, and nothing without a score or a time", "[json][engine][assess]") {
  const Reply kept(json::assess(calm_case(now), shipped_texts));
  CHECK(kept.keys("/value/checkIn") == Texts{"at", "sessionEnded", "tiredness", "function", "level", "rules"});
  CHECK(kept.at("/value/checkIn/at") == quoted("2026-11-20T14:00:00-05:00"));
  CHECK(kept.at("/value/checkIn/sessionEnded") == quoted("2026-11-19T08:00:00-05:00"));
  CHECK(kept.at("/value/checkIn/tiredness") == "3");
  CHECK(kept.at("/value/checkIn/function") == quoted("usual"));
  CHECK(kept.at("/value/checkIn/level") == quoted("expected"));
  CHECK(kept.at("/value/checkIn/rules") == quoted(rules_version));
  const auto of = [](std::string_view member, std::string_view instead) {
    return Reply(json::assess(changed_case(member, instead, now), shipped_texts));
  };
  // A day alone counts from its start.
  CHECK(of(R"("hours-since-session":30)", R"("session-ended":"2026-11-19")").at("/value/checkIn/sessionEnded") ==
        quoted("2026-11-19T00:00:00-05:00"));
  CHECK(of(R"("hours-since-session":30)", R"("session-ended":"unknown")").at("/value/checkIn/sessionEnded") == "null");
  CHECK(of(R"(,"function":"usual")", "").at("/value/checkIn/function") == quoted("unsure"));
  CHECK(of(R"("tiredness":3,)", "").at("/value/checkIn") == "null");
  CHECK(Reply(json::assess(calm_case(), shipped_texts)).at("/value/checkIn") == "null");
}

TEST_CASE("Lines that hang on answers are there when they should be", "[json][engine][assess]") {
  const Reply calm(json::assess(calm_case(), shipped_texts));
  CHECK(calm.at("/value/safety") == "[]");
  CHECK(calm.at("/value/medicines") == "[]");
  CHECK(calm.list("/value/contributors", "id").size() == 6);
  const Reply early(json::assess(changed_case(R"("slept":"yes")", R"("slept":"no")"), shipped_texts));
  CHECK(early.list("/value/safety", "text").front() == "safety.no-driving");
  const Reply taken(
      json::assess(changed_case(R"("taken-today":["none"])", R"("taken-today":["opioid"])"), shipped_texts));
  CHECK(taken.at("/value/medicines") == R"([{"id":"general","text":"medicines.general"}])");
}

// ---- explain ------------------------------------------------------------------------------------------------------

TEST_CASE("An explanation has the assessment, the trace and what would change it", "[json][engine][explain]") {
  const Reply reply(json::explain(changed_case(R"("pregnancy":"no",)", ""), shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.at("/value/level") == quoted("expected"));
  CHECK(reply.list("/value/trace", "rule").front() == "danger-sign");
  CHECK(reply.list("/value/trace", "rule").size() == 73);
  const Texts truths = reply.list("/value/trace", "truth");
  CHECK(std::count(truths.begin(), truths.end(), "true") == 0);
  CHECK(std::count(truths.begin(), truths.end(), "unknown") > 0);
  const Texts what_if = reply.list("/value/whatIf", "linkId");
  CHECK(std::count(what_if.begin(), what_if.end(), "danger-signs") == 20);
  CHECK(std::count(what_if.begin(), what_if.end(), "tiredness") == 4);
  CHECK(reply.at("/value/diagnostics") == "[]");
}

TEST_CASE("Numbers in what-ifs are scores", "[json][engine][explain]") {
  const Reply reply(json::explain(changed_case(R"("tiredness":3)", R"("tiredness":7)"), shipped_texts));
  CHECK(reply.at("/value/level") == quoted("soon"));
  const std::string what_if = reply.at("/value/whatIf");
  CHECK(what_if.find(R"({"linkId":"tiredness","value":0,"level":"expected"})") != std::string::npos);
  CHECK(what_if.find(R"({"linkId":"tiredness","value":6,"level":"expected"})") != std::string::npos);
  CHECK(what_if.find(R"({"linkId":"tiredness","value":8)") == std::string::npos);
}

// ---- nextPage -----------------------------------------------------------------------------------------------------

TEST_CASE("The first page is given without a place", "[json][engine][page]") {
  const Reply reply(json::next_page(case_of("", R"("language":"en")"), shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.at("/value/page") == quoted("about"));
  CHECK(reply.at("/value/title") == quoted("About you"));
  CHECK(reply.at("/value/step") == "1");
  CHECK(reply.at("/value/of") == "9");
  CHECK(reply.at("/value/errors") == "[]");
  CHECK(reply.at("/value/interim") == "(none)");
  CHECK(reply.at("/value/items/0") ==
        R"({"linkId":"who","type":"choice","required":true,"exclusive":[],"text":"Who is this check for?",)"
        R"("options":[{"value":"self","text":"Me"},{"value":"helper","text":"Someone I am helping"}]})");
}

TEST_CASE("Pages are asked for by the one before, the one after, or by name", "[json][engine][page]") {
  const auto page = [](std::string_view place) {
    return Reply(json::next_page(calm_case(place), shipped_texts)).at("/value/page");
  };
  CHECK(page(R"("after":"about")") == quoted("danger"));
  CHECK(page(R"("after":"medicines")") == quoted("review"));
  CHECK(page(R"("before":"danger")") == quoted("about"));
  CHECK(page(R"("before":"about")") == quoted("start"));
  CHECK(page(R"("before":"review")") == quoted("medicines"));
  CHECK(page(R"("page":"tiredness")") == quoted("tiredness"));
  CHECK(page(R"("page":"review")") == quoted("review"));
}

TEST_CASE("A page with an unanswered question comes back with errors", "[json][engine][page]") {
  const Reply reply(json::next_page(case_of(R"("who":"self")", R"("after":"about","language":"en")"), shipped_texts));
  CHECK(reply.at("/value/page") == quoted("about"));
  CHECK(reply.at("/value/errors") == R"([{"linkId":"age","text":"Choose an age group."}])");
  const Reply future(
      json::next_page(case_of(R"("session-ended":"2026-11-21","setting":"clinic","between-sessions":"first")",
                              R"("after":"session",)" + std::string(now)),
                      shipped_texts));
  CHECK(future.at("/value/errors") == R"([{"linkId":"session-ended","text":"item.session-ended.error.future"}])");
}

TEST_CASE("Integers have ends, lists have headings, and signs lend their texts", "[json][engine][page]") {
  const Reply tiredness(json::next_page(calm_case(R"("page":"tiredness")"), shipped_texts));
  CHECK(tiredness.at("/value/items/1") ==
        R"({"linkId":"tiredness-first-day","type":"integer","required":false,"exclusive":[],)"
        R"("text":"item.tiredness-first-day.text","options":[],"min":0,)"
        R"("max":10,"low":"item.tiredness.low","high":"item.tiredness.high"})");
  const Reply danger(json::next_page(case_of(R"("danger-signs":["unsure"])", R"("page":"danger")"), shipped_texts));
  CHECK(danger.list("/value/items", "linkId") == Texts{"danger-signs", "unsure-signs"});
  CHECK(danger.at("/value/items/0/exclusive") == R"(["none"])");
  CHECK(danger.at("/value/items/1/options/0") == R"({"value":"breathing","text":"item.danger-signs.option.breathing",)"
                                                 R"("group":"item.danger-signs.group.breathing-heart"})");
}

TEST_CASE("A sign has a short name and a detail; where it is asked about again the name is enough",
          "[json][engine][page]") {
  const std::string_view answers = R"("danger-signs":["unsure"],"unsure-signs":["breathing"])";
  const Reply danger(json::next_page(case_of(answers, R"("page":"danger")"), shipped_texts));
  CHECK(danger.at("/value/items/0/options/0/detail") == R"("item.danger-signs.detail.breathing")");
  CHECK(danger.at("/value/items/1/options/0/text") == R"("item.danger-signs.option.breathing")");
  CHECK(danger.at("/value/items/1/options/0/detail") == "(none)");
  CHECK(danger.at("/value/items/0/options/2/detail") == "(none)");
}

TEST_CASE("Where the answers stand without their question, each sign is told whole", "[json][engine][page]") {
  const std::string_view answers = R"("danger-signs":["stroke","unsure"],"unsure-signs":["breathing","chest"])";
  const Reply review(json::next_page(case_of(answers, R"("page":"review")"), shipped_texts));
  CHECK(review.at("/value/rows/2/options/0/detail") == R"("item.danger-signs.detail.stroke")");
  CHECK(review.at("/value/rows/3/linkId") == R"("unsure-signs")");
  CHECK(review.at("/value/rows/3/options/0/detail") == R"("item.danger-signs.detail.breathing")");
  CHECK(review.at("/value/rows/3/options/1/detail") == "(none)");
}

TEST_CASE("Only options that are offered are on a page", "[json][engine][page]") {
  const auto options = [](std::string_view who) {
    return Reply(json::next_page(case_of(who, R"("page":"safety")"), shipped_texts))
        .list("/value/items/0/options", "value");
  };
  CHECK(options(R"("who":"self")").size() == 7);
  CHECK(options(R"("who":"helper")").size() == 8);
  CHECK(options(R"("who":"helper")").back() == "not-known");
}

TEST_CASE("The session's time is said back, rounded down", "[json][engine][page]") {
  const auto echo = [](const std::string& answer) {
    return Reply(json::next_page(case_of(answer, R"("page":"session","language":"en",)" + std::string(now)),
                                 shipped_texts))
        .at("/value/echo/text");
  };
  CHECK(echo(R"("hours-since-session":0.99)") == quoted("That was less than an hour ago, right?"));
  CHECK(echo(R"("hours-since-session":1.99)") == quoted("That was about 1 hour ago, right?"));
  CHECK(echo(R"("hours-since-session":2)") == quoted("That was about 2 hours ago, right?"));
  CHECK(echo(R"("hours-since-session":47.99)") == quoted("That was about 47 hours ago, right?"));
  CHECK(echo(R"("hours-since-session":48)") == quoted("That was about 2 days ago, right?"));
  CHECK(echo(R"("hours-since-session":71.99)") == quoted("That was about 2 days ago, right?"));
  CHECK(echo(R"("session-ended":"2026-11-19T18:00:00-05:00")") == quoted("That was about 20 hours ago, right?"));
  for (const std::string_view unclear :
       {R"("session-ended":"2026-11-20")", R"("session-ended":"unknown")", R"("session-ended":"not-yet")",
        R"("session-ended":"two-weeks-or-more")", R"("hours-since-session":-1)", R"("who":"self")"})
    CHECK(echo(std::string(unclear)) == "(none)");
  CHECK(Reply(json::next_page(calm_case(R"("page":"alertness")"), shipped_texts)).at("/value/echo") == "(none)");
}

TEST_CASE("An early result comes with the page after it", "[json][engine][page]") {
  const std::string danger =
      changed_case(R"("danger-signs":["none"])", R"("danger-signs":["chest"])", R"("after":"danger")");
  const Reply reply(json::next_page(danger, shipped_texts));
  CHECK(reply.at("/value/page") == quoted("safety"));
  CHECK(reply.at("/value/interim") == R"({"kind":"result","levels":["emergency"],"askedThrough":"danger"})");
  const Reply shown(json::next_page(changed_case(R"("danger-signs":["none"])", R"("danger-signs":["chest"])",
                                                 R"("after":"danger","shown":["emergency"])"),
                                    shipped_texts));
  CHECK(shown.at("/value/interim") == "(none)");
}

TEST_CASE("Somebody asleep is to be woken, with three ways to go on", "[json][engine][page]") {
  const Reply reply(json::next_page(
      changed_case(R"("who":"self")", R"("who":"helper")", R"("after":"alertness")")
          .replace(changed_case(R"("who":"self")", R"("who":"helper")", "").find(R"("alertness":"awake")"), 19,
                   R"("alertness":"not-checked")"),
      shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.at("/value/interim/kind") == quoted("wake"));
  CHECK(reply.list("/value/interim/choices", "action") == Texts{"carry-on", "cannot-wake", "later"});
  CHECK(reply.at("/value/interim/choices/0/clear") == R"(["alertness"])");
  CHECK(reply.at("/value/interim/choices/0/page") == quoted("alertness"));
  CHECK(reply.at("/value/interim/choices/1/set") == R"({"danger-signs":["cannot-wake"]})");
}

TEST_CASE("The review has every question that was asked, with its answer", "[json][engine][page]") {
  const Reply reply(json::next_page(calm_case(R"("page":"review")"), shipped_texts));
  const Texts asked = reply.list("/value/rows", "linkId");
  CHECK(asked == Texts{"who",
                       "age",
                       "danger-signs",
                       "self-harm",
                       "session-ended",
                       "setting",
                       "between-sessions",
                       "alertness",
                       "slept",
                       "tiredness",
                       "tiredness-first-day",
                       "function",
                       "trend",
                       "body-symptoms",
                       "mind-symptoms",
                       "conditions",
                       "pregnancy",
                       "before-session",
                       "medicines",
                       "taken-today",
                       "medicine-changes"});
  CHECK(reply.at("/value/rows/9") ==
        R"({"page":"tiredness","linkId":"tiredness","type":"integer","text":"item.tiredness.text","value":3,)"
        R"("options":[]})");
  CHECK(reply.at("/value/rows/10/value") == "null");
  CHECK(reply.at("/value/rows/1/options") == R"([{"value":"18-64","text":"item.age.option.18-64"}])");
  CHECK(reply.at("/value/rows/4/value") == "30");
}

// ---- questionnaire, validate, version -----------------------------------------------------------------------------

TEST_CASE("The questionnaire has all pages, items and options", "[json][engine][questionnaire]") {
  const Reply reply(json::questionnaire("{}", shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.list("/value/pages", "page").size() == 9);
  std::size_t count = 0;
  for (std::size_t page = 0; page < 9; ++page)
    count += reply.list("/value/pages/" + std::to_string(page) + "/items", "linkId").size();
  CHECK(count == 27);
  CHECK(reply.list("/value/pages/2/items/0/options", "value").size() == 8);
  CHECK(Reply(json::questionnaire(R"({"language":"en"})", shipped_texts)).at("/value/pages/0/title") ==
        quoted("About you"));
  CHECK_FALSE(Reply(json::questionnaire(R"({"language":"xx"})", shipped_texts)).ok());
}

TEST_CASE("Validation names the faults of a document within a request", "[json][engine][validate]") {
  const Reply good(json::validate(R"({"kind":"config","document":{"phone":"555"}})", shipped_texts));
  CHECK(good.ok());
  CHECK(good.at("/value/diagnostics") == "[]");
  const Reply bad(json::validate(R"({"kind":"config","document":{"phone":1,"x":2}})", shipped_texts));
  CHECK(bad.ok());
  CHECK(bad.list("/value/diagnostics", "pointer") == Texts{"/phone", "/x"});
  const Reply faulty_case(json::validate(R"({"kind":"case","document":{"answers":{"age":1}}})", shipped_texts));
  CHECK(faulty_case.list("/value/diagnostics", "pointer") == Texts{"/answers/age"});
  const Reply content(json::validate(R"({"kind":"content","document":{}})", shipped_texts));
  CHECK(content.list("/value/diagnostics", "pointer").size() == 5);
}

TEST_CASE("Validation needs to know what it is to check", "[json][engine][validate]") {
  CHECK(Reply(json::validate(R"({"document":{}})", shipped_texts)).list("/diagnostics", "pointer") == Texts{"/kind"});
  CHECK(Reply(json::validate(R"({"kind":"poem","document":{}})", shipped_texts)).list("/diagnostics", "pointer") ==
        Texts{"/kind"});
  CHECK(Reply(json::validate(R"({"kind":"case"})", shipped_texts)).list("/diagnostics", "pointer") ==
        Texts{"/document"});
  CHECK(Reply(json::validate("{}", shipped_texts)).list("/diagnostics", "pointer") == Texts{"/kind", "/document"});
  CHECK_FALSE(Reply(json::validate(R"({"kind":7,"document":{}})", shipped_texts)).ok());
}

TEST_CASE("The versions are told, with the numbers to call", "[json][engine][version]") {
  const Reply reply(json::version("{}", shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.at("/value/versions/engine") == quoted(engine_version));
  CHECK(reply.at("/value/versions/rules") == quoted(rules_version));
  CHECK(reply.at("/value/versions/rulesHash") == quoted(rules_hash));
  CHECK(reply.at("/value/versions/approved") == "false");
  CHECK(reply.at("/value/versions/settings") == quoted("default"));
  CHECK(reply.at("/value/args/emergency") == quoted("911"));
  CHECK(reply.at("/value/args/crisis") == quoted("988"));
  CHECK(reply.at("/value/args/poison") == quoted("1-800-222-1222"));
  CHECK(reply.at("/value/diagnostics") == "[]");
}

TEST_CASE("The versions follow a config, and name its faults", "[json][engine][version]") {
  const Reply reply(
      json::version(R"({"language":"en","config":{"moderateScore":3,"severeScore":12,"x":1}})", shipped_texts));
  REQUIRE(reply.ok());
  CHECK(reply.at("/value/versions/settings") == quoted("changed"));
  CHECK(reply.at("/value/versions/language") == quoted("en"));
  CHECK(reply.at("/value/args/moderateScore") == quoted("3"));
  CHECK(reply.list("/value/diagnostics", "pointer") == Texts{"/config/severeScore", "/config/x"});
  CHECK_FALSE(Reply(json::version(R"({"language":"xx"})", shipped_texts)).ok());
}

// ---- Cases of the command line ------------------------------------------------------------------------------------

TEST_CASE("A case is assessed in its language, or in English", "[json][case]") {
  json::Diagnostics faults;
  const auto result = json::assess_case(calm_case(), shipped_texts, faults);
  REQUIRE(result);
  CHECK(faults.all().empty());
  CHECK(Reply(*result).at("/title") == quoted("Your tiredness fits the usual pattern so far"));
  // The same as the engine's function says, without the envelope.
  CHECK(R"({"ok":true,"value":)" + *result + "}" == json::assess(calm_case(R"("language":"en")"), shipped_texts));
  json::Diagnostics refused;
  CHECK_FALSE(json::assess_case(calm_case(R"("language":"xx")"), shipped_texts, refused));
  CHECK(in_short(refused) == Texts{"error unknown-language /language"});
}

TEST_CASE("Faults are written as JSON", "[json][case]") {
  json::Diagnostics faults;
  faults.error("bad", "/a~1b", "a \"quoted\" message");
  faults.warning("odd", "", "odd");
  CHECK(json::diagnostics_as_json(faults) ==
        R"([{"severity":"error","code":"bad","pointer":"/a~1b","message":"a \"quoted\" message"},)"
        R"({"severity":"warning","code":"odd","pointer":"","message":"odd"}])");
  CHECK(json::diagnostics_as_json({}) == "[]");
}

TEST_CASE("An explanation in words has level, reasons, sources and what would change it", "[json][case][explain]") {
  json::Diagnostics faults;
  const auto words = json::explain_case(
      changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["fever","chills"],"trend2":1)"), *shipped_texts,
      faults);
  CHECK_FALSE(words);
  CHECK(in_short(faults) == Texts{"error unknown-item /answers/trend2"});
  json::Diagnostics none;
  const auto told = json::explain_case(
      changed_case(R"("body-symptoms":["none"])", R"("body-symptoms":["fever","chills"])", R"("odd":1)"),
      *shipped_texts, none);
  REQUIRE(told);
  const auto says = [&](std::string_view text) {
    INFO(text << "\n-- in --\n" << *told);
    CHECK(told->find(text) != std::string::npos);
  };
  says("Level: urgent - Talk to a doctor or nurse now");
  says("[fever-with-spread, urgent]");
  says("answer  body-symptoms = [\"fever\",\"chills\"]");
  says("source  D13: ");
  says("Also fired, at lower levels");
  says("When they call, they say this");
  says("I marked: Fever of 100.4°F (38°C) or more; Chills.");
  says("[infection, same-day]");
  says("What was looked at");
  says("  body-symptoms = [\"fever\",\"chills\"]");
  says("  dose-as-planned = not asked");
  says("rules: 73 looked at, 2 fired");
  says("What would make it less urgent");
  says("  body-symptoms = [\"none\"] -> expected");
  says("What would make it more urgent");
  says("  danger-signs = [\"chest\"] -> emergency");
  says("Warning: /odd: ");
  says("not yet approved by a clinician");
}

TEST_CASE("An explanation says where nothing would be calmer", "[json][case][explain]") {
  json::Diagnostics faults;
  const auto told = json::explain_case(calm_case(), *shipped_texts, faults);
  REQUIRE(told);
  CHECK(told->find("less urgent (one answer changed)\n  nothing\n") != std::string::npos);
  CHECK(told->find("Also fired") == std::string::npos);
}

}  // namespace tiredness::test
