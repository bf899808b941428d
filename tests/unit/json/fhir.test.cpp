#include "tiredness/fhir/fhir.hpp"

#include "fhir.hpp"
#include "reply.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view now = R"("now":"2026-11-22T10:00:00-05:00")";

std::string response_to(const std::string& text) {
  json::Diagnostics faults;
  const auto response = json::response_as_fhir(text, *shipped_texts, faults);
  INFO(json::diagnostics_as_json(faults));
  REQUIRE(response);
  return *response;
}

/// A response with these items on one page, and these members beside.
std::string response_of(
    std::string_view items,
    std::string_view more =
        R"("status":"completed","authored":"2026-11-22T10:00:00-05:00",)"
        R"("questionnaire":"https://tiredness-check.example/fhir/Questionnaire/tiredness-check|2.1.0")") {
  return R"({"resourceType":"QuestionnaireResponse",)" + std::string(more) +
         R"(,"item":[{"linkId":"page-about","item":[)" + std::string(items) + "]}]}";
}

std::string case_in(const std::string& response) {
  json::Diagnostics faults;
  const auto found = json::case_from_fhir(response, *shipped_texts, faults);
  INFO(json::diagnostics_as_json(faults));
  REQUIRE(found);
  return *found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Texts faults_of(const std::string& response) {
  json::Diagnostics faults;
  json::case_from_fhir(response, *shipped_texts, faults);
  return in_short(faults);
}

}  // namespace

TEST_CASE("The FHIR Questionnaire has a group for each page, and every item and option", "[json][fhir]") {
  const Reply reply(*json::questionnaire_as_fhir("en", *shipped_texts));
  CHECK(reply.at("/resourceType") == R"("Questionnaire")");
  CHECK(reply.at("/version") == '"' + std::string(rules_version) + '"');
  CHECK(reply.at("/status") == (rules_approved ? R"("active")" : R"("draft")"));
  Texts groups;
  for (const std::string_view id : page_ids) groups.push_back("page-" + std::string(id));
  CHECK(reply.list("/item", "linkId") == groups);
  Texts found;
  for (std::size_t group = 0; group < page_ids.size(); ++group)
    for (const std::string& id : reply.list("/item/" + std::to_string(group) + "/item", "linkId")) found.push_back(id);
  Texts wanted;
  for (const Item& question : items) {
    wanted.emplace_back(question.link_id);
    if (question.type == ItemType::DateTime) wanted.emplace_back(json::fhir::session_words_link_id);
  }
  CHECK(found == wanted);
  CHECK(reply.list("/item/0/item/1/answerOption", "valueCoding").size() == options::age.size());
}

TEST_CASE("The FHIR Questionnaire is in the language asked for, and there is none in another", "[json][fhir]") {
  CHECK(Reply(*json::questionnaire_as_fhir("es", *shipped_texts)).at("/language") == R"("es")");
  CHECK_FALSE(json::questionnaire_as_fhir("xx", *shipped_texts));
  CHECK_FALSE(json::questionnaire_as_fhir("", *shipped_texts));
}

TEST_CASE("Options that stand alone, choices of many and the range of a score are said in FHIR's own terms",
          "[json][fhir]") {
  const Reply reply(*json::questionnaire_as_fhir("en", *shipped_texts));
  CHECK(reply.at("/item/1/item/0/repeats") == "true");
  CHECK(reply.at("/item/1/item/0/answerOption/20/extension/0") ==
        R"({"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive","valueBoolean":true})");
  CHECK(reply.at("/item/1/item/0/answerOption/20/valueCoding/code") == R"("none")");
  CHECK(reply.at("/item/1/item/0/answerOption/0/extension") == "(none)");
  CHECK(reply.at("/item/5/item/0/extension/1") ==
        R"({"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10})");
  CHECK(reply.at("/item/5/item/0/item/0/extension/0/valueCodeableConcept/coding/0/code") == R"("help")");
  CHECK(reply.list("/item/5/item/0/item", "linkId") == Texts{"tiredness-hint", "tiredness-low", "tiredness-high"});
}

TEST_CASE("Every condition is said in FHIR, in whole or a little wider; only what is said in whole may be demanded",
          "[json][fhir]") {
  Texts wider;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const json::fhir::Enabling enabling = json::fhir::enabling_of(id);
    INFO(items[i].link_id);
    CHECK(enabling.clauses.empty() == (is_always(enable_when(id)) && items[i].type != ItemType::DateTime));
    if (!enabling.exact) wider.emplace_back(items[i].link_id);
  }
  CHECK(wider == Texts{"slept", "company", "tiredness-first-day", "rest-helps", "background-signs"});
  const Reply reply(*json::questionnaire_as_fhir("en", *shipped_texts));
  CHECK(reply.at("/item/1/item/1/required") == "true");   // unsure-signs
  CHECK(reply.at("/item/4/item/1/required") == "false");  // slept
  CHECK(reply.at("/item/4/item/2/enableBehavior") == R"("any")");
  CHECK(reply.at("/item/6/item/0/enableWhen") == "(none)");
  CHECK(reply.at("/item/8/item/0/enableWhen/0/question") == R"("medicines")");
  CHECK(reply.at("/item/8/item/0/enableWhen/0/operator") == R"("!=")");
  CHECK(reply.at("/item/8/item/0/enableWhen/1") == "(none)");  // not on its own answer: no form could do that
  CHECK(reply.at("/item/8/item/0/required") == "true");
  CHECK(reply.at("/item/5/item/4/enableBehavior") == R"("all")");
  CHECK(reply.at("/item/5/item/4/enableWhen/0") == R"({"question":"tiredness","operator":">=","answerInteger":3})");
}

TEST_CASE("A response holds the answers that count, in order, with their words, and nothing of the result",
          "[json][fhir]") {
  const Reply reply(response_to(case_of(std::string(calm_members) + R"(,"medicines":"yes")", now)));
  CHECK(reply.at("/questionnaire") == R"("https://tiredness-check.example/fhir/Questionnaire/tiredness-check|2.1.0")");
  CHECK(reply.at("/status") == R"("completed")");
  CHECK(reply.at("/authored") == R"("2026-11-22T10:00:00-05:00")");
  CHECK(reply.at("/language") == R"("en")");
  CHECK(reply.at("/item/0/item/0/answer/0/valueCoding") ==
        R"({"system":"https://tiredness-check.example/fhir/CodeSystem/who","code":"self","display":"Me"})");
  CHECK(reply.at("/item/3/item/0/answer/0/valueDateTime") == R"("2026-11-21T04:00:00-05:00")");
  CHECK(reply.at("/item/5/item/0/answer/0/valueInteger") == "3");
  CHECK(reply.keys("") == Texts{"resourceType", "language", "questionnaire", "status", "authored", "item"});
}

TEST_CASE("What is not answered is absent, and so is an abandoned branch", "[json][fhir]") {
  const Reply reply(response_to(case_of(R"("age":"65-plus","pregnancy":"pregnant","body-symptoms":[])", now)));
  CHECK(reply.list("/item", "linkId") == Texts{"page-about"});
  CHECK(reply.list("/item/0/item", "linkId") == Texts{"age"});
  CHECK(reply.at("/status") == R"("in-progress")");
  CHECK(Reply(response_to(case_of("", now))).at("/item") == "(none)");
}

TEST_CASE("An early result's answers are in progress", "[json][fhir]") {
  const std::string early = calm_case(std::string(now) + R"(,"askedThrough":"danger")");
  CHECK(Reply(response_to(early)).at("/status") == R"("in-progress")");
}

TEST_CASE("A session's end is a moment, a day, or a word in an item of its own", "[json][fhir]") {
  const auto session = [](std::string_view answer, std::string_view at = now) {
    return Reply(response_to(case_of(answer, at))).at("/item/0/item/0");
  };
  CHECK(
      has(session(R"("session-ended":"2026-11-20T14:00:00-05:00")"), R"("valueDateTime":"2026-11-20T14:00:00-05:00")"));
  CHECK(has(session(R"("session-ended":"2026-11-20")"), R"("valueDateTime":"2026-11-20")"));
  CHECK(has(session(R"("hours-since-session":20.5)"), R"("valueDateTime":"2026-11-21T13:30:00-05:00")"));
  for (const std::string_view word : {"two-weeks-or-more", "unknown", "not-yet"}) {
    const std::string found = session(R"("session-ended":")" + std::string(word) + '"');
    CHECK(has(found, R"("linkId":"session-ended-words")"));
    CHECK(has(found, R"("code":")" + std::string(word) + '"'));
  }
  SECTION("a time that FHIR cannot write is not known") {
    CHECK(has(session(R"("session-ended":"0000-01-01")"), R"("code":"unknown")"));
    CHECK(has(session(R"("hours-since-session":1000000000)"), R"("code":"unknown")"));
  }
  SECTION("an offset that FHIR does not have is written as UTC") {
    CHECK(has(session(R"("session-ended":"2026-11-20T14:00:00-23:00")"), R"("valueDateTime":"2026-11-21T13:00:00Z")"));
  }
}

TEST_CASE("A response is not made without saying when", "[json][fhir]") {
  json::Diagnostics faults;
  CHECK_FALSE(json::response_as_fhir(calm_case(), *shipped_texts, faults));
  CHECK(in_short(faults) == Texts{"error needs-now /now"});
  json::Diagnostics more;
  CHECK_FALSE(json::response_as_fhir(case_of(R"("age":7)", now), *shipped_texts, more));
  CHECK(in_short(more) == Texts{"error wrong-type /answers/age"});
}

TEST_CASE("A helper's response has the words that the helper read", "[json][fhir]") {
  CHECK(Reply(response_to(case_of(R"("who":"helper","age":"18-64")", now))).at("/item/0/item/1/text") ==
        R"("How old are they?")");
}

TEST_CASE("A response read back is the case that it was made of", "[json][fhir]") {
  const std::string members =
      R"("who":"helper","age":"18-64","danger-signs":["chest","unsure"],"unsure-signs":["head-injury"],"self-harm":"not-known",)"
      R"("session-ended":"2026-11-20","setting":"home","dose-as-planned":"more","alertness":"drowsy","tiredness":10)";
  CHECK(case_in(response_to(case_of(members, std::string(now) + R"(,"language":"es")"))) ==
        case_of(members, std::string(now) + R"(,"language":"es")"));
  const std::string not_yet =
      case_of(R"("session-ended":"not-yet","tiredness":0)", std::string(now) + R"(,"language":"en")");
  CHECK(case_in(response_to(not_yet)) == not_yet);
}

TEST_CASE("A response of before there was one question for the medicines keeps its answers, on pages that are gone",
          "[json][fhir]") {
  const std::string earlier =
      R"({"resourceType":"QuestionnaireResponse","status":"completed","authored":"2026-11-22T10:00:00-05:00",)"
      R"("questionnaire":"https://tiredness-check.example/fhir/Questionnaire/tiredness-check|2.0.0","item":[)"
      R"({"linkId":"page-function","item":[{"linkId":"function","answer":[{"valueCoding":{"code":"usual"}}]}]},)"
      R"({"linkId":"page-medicines","item":[{"linkId":"taken-today","answer":[{"valueCoding":{"code":"opioid"}}]}]}]})";
  CHECK(faults_of(earlier) == Texts{"warning other-version /questionnaire"});
  CHECK(has(case_in(earlier), R"("function":"usual","taken-today":["opioid"])"));
}

TEST_CASE("What is no FHIR resource is left as it is", "[json][fhir]") {
  for (const std::string_view text : {"{}", "", "not json", R"({"answers":{"who":"self"}})", R"(["resourceType"])",
                                      R"({"answers":{},"config":{"clinicName":"\"resourceType\""}})"})
    CHECK(case_in(std::string(text)) == text);
}

TEST_CASE("Every fault of a response is told, by its place", "[json][fhir]") {
  SECTION("items") {
    CHECK(faults_of(response_of(
              R"({"linkId":"what"},{"text":"no id"},)"
              R"({"linkId":"age","answer":[{"valueCoding":{"code":"old"}}]},)"
              R"({"linkId":"tiredness","answer":[{"valueInteger":11}]},)"
              R"({"linkId":"tiredness-first-day","answer":[{"valueDecimal":3.0}]},)"
              R"({"linkId":"who","answer":[{"valueCoding":{"code":"self"}},{"valueCoding":{"code":"helper"}}]},)"
              R"({"linkId":"conditions","answer":[{"valueCoding":{"code":"heart"}},{"valueCoding":{"code":"heart"}}]},)"
              R"({"linkId":"setting","answer":[{"valueCoding":{"code":"home","system":"http://loinc.org"}}]},)"
              R"({"linkId":"session-ended","answer":[{"valueDateTime":"2026-11"}]})")) ==
          Texts{"error unknown-item /item/0/item/0/linkId", "error missing-member /item/0/item/1/linkId",
                "error unknown-option /item/0/item/2/answer/0/valueCoding/code",
                "error out-of-range /item/0/item/3/answer/0/valueInteger", "error wrong-type /item/0/item/4/answer/0",
                "error too-many-answers /item/0/item/5/answer/1", "error duplicate-option /item/0/item/6/answer/1",
                "error unknown-option /item/0/item/7/answer/0/valueCoding/system",
                "error not-a-time /item/0/item/8/answer/0/valueDateTime"});
  }
  SECTION("both a time and a word for the session") {
    CHECK(faults_of(response_of(R"({"linkId":"session-ended","answer":[{"valueDateTime":"2026-11-20"}]},)"
                                R"({"linkId":"session-ended-words","answer":[{"valueCoding":{"code":"unknown"}}]})")) ==
          Texts{"error answered-twice /item/0/item/1/answer"});
  }
  SECTION("the resource") {
    CHECK(faults_of(
              response_of("", R"("status":"entered-in-error","authored":"2026","questionnaire":"http://other|1")")) ==
          Texts{"error not-a-time /authored", "error other-questionnaire /questionnaire", "error not-usable /status"});
    CHECK(faults_of(R"({"resourceType":"Patient"})").front() == "error wrong-resource /resourceType");
    CHECK(faults_of(R"({"resourceType":7})").front() == "error wrong-resource /resourceType");
    CHECK(faults_of(R"({"resourceType":"QuestionnaireResponse","status":"completed","item":{}})").back() ==
          "error wrong-type /item");
    CHECK(faults_of(R"({"resourceType":"QuestionnaireResponse","item":[7]} x)") == Texts{"error invalid-json "});
  }
  SECTION("what may change the meaning and is not understood") {
    CHECK(
        faults_of(response_of(
            R"({"linkId":"who","modifierExtension":[{}],"answer":[{"modifierExtension":[{}],"valueCoding":{"code":"self"}}]})")) ==
        Texts{"error not-understood /item/0/item/0/modifierExtension",
              "error not-understood /item/0/item/0/answer/0/modifierExtension"});
  }
  SECTION("questions under questions") {
    CHECK(
        faults_of(response_of(R"({"linkId":"who","item":[],"answer":[{"item":[],"valueCoding":{"code":"self"}}]})")) ==
        Texts{"error unknown-item /item/0/item/0/item", "error unknown-item /item/0/item/0/answer/0/item"});
  }
}

TEST_CASE("A response without its moment or its questionnaire is used, with a warning", "[json][fhir]") {
  CHECK(faults_of(
            response_of(R"({"linkId":"who","answer":[]},{"linkId":"danger-signs-hint"})", R"("status":"completed")")) ==
        Texts{"warning needs-now /authored", "warning unnamed-questionnaire /questionnaire"});
  CHECK(faults_of(response_of("", R"("status":"amended","authored":"2026-11-22T10:00:00Z","questionnaire":)"
                                  R"("https://tiredness-check.example/fhir/Questionnaire/tiredness-check|0.9.0")")) ==
        Texts{"warning other-version /questionnaire"});
}

}  // namespace tiredness::test
