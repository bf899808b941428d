#include "tiredness/review/diff_document.hpp"

#include <algorithm>

#include "../released.hpp"
#include "reply.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/report/rules_document.hpp"

namespace tiredness::test {
namespace {

json::DiffSide shipped() { return {"shipped", shipped_rule_book()}; }

/// The shipped rules without one, and with a question that no build knows.
json::DiffSide older() {
  json::DiffSide side{"older.json", shipped_rule_book()};
  std::erase_if(side.book.rules, [](const BookRule& rule) { return rule.id == "iv-sore"; });
  side.book.version = "0.9.0";
  side.book.items.push_back({"an-old-question", ItemType::Choice, "health", {"calm", "worrying"}, owned(always)});
  const auto id = static_cast<ItemId>(side.book.items.size() - 1);
  side.book.rules.push_back({"an-old-rule", Level::SameDay, "S18", {Node{Op::Has, 1, id, 0, 2}}});
  return side;
}

struct Documents {
  explicit Documents(const json::DiffSide& before, const json::DiffSide& after = shipped())
      : difference(diff(before.book, after.book)),
        json(json::diff_as_json(before, after, difference)),
        markdown(json::diff_as_markdown(before, after, difference)) {}
  Difference difference;
  std::string json;
  std::string markdown;
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("What changes, as JSON: classes with their levels, numbers, words, and a case that can be assessed",
          "[json][diff]") {
  const Documents documents{older()};
  const Reply reply(documents.json);
  CHECK(documents.json.find('\n') == documents.json.size() - 1);
  CHECK(reply.at("/before") == R"({"name":"older.json","version":"0.9.0"})");
  CHECK(reply.at("/after/name") == R"("shipped")");
  const auto rules = reply.list("/classes", "rule");
  REQUIRE(rules.size() == documents.difference.classes.size());
  const auto place = [&](std::string_view rule, std::string_view from) {
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (rules[i] == rule && reply.at("/classes/" + std::to_string(i) + "/from") == '"' + std::string(from) + '"')
        return "/classes/" + std::to_string(i);
    FAIL(rule);
    return std::string();
  };
  const std::string risen = place("iv-sore", "expected");
  CHECK(reply.at(risen + "/direction") == R"("more-urgent")");
  CHECK(reply.at(risen + "/to") == R"("soon")");
  CHECK(contains(reply.at(risen + "/when"), "`body-symptoms` has `iv-sore`"));
  CHECK(reply.at(risen + "/smallest/changes") == "1");
  CHECK(contains(reply.at(risen + "/smallest/words"), "`body-symptoms` has `iv-sore`; all else calm"));
  CHECK(reply.at(risen + "/smallest/before") == R"({"level":"expected","decidedBy":["allow-list"]})");
  CHECK(reply.at(risen + "/smallest/after") == R"({"level":"soon","decidedBy":["iv-sore"]})");
  CHECK(reply.at(risen + "/smallest/otherAnswers") == R"({"an-old-question":"calm"})");
  const std::string fallen = place("an-old-rule", "same-day");
  CHECK(reply.at(fallen + "/direction") == R"("calmer")");
  CHECK(reply.at(fallen + "/smallest/otherAnswers") == R"({"an-old-question":"worrying"})");
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string at = "/classes/" + std::to_string(i);
    json::Diagnostics faults;
    const auto assessed = json::assess_case(reply.at(at + "/smallest/case"), shipped_texts, faults);
    CHECK(in_short(faults).empty());
    REQUIRE(assessed);
    CHECK(Reply(*assessed).at("/level") == reply.at(at + "/to"));
    CHECK(contains(reply.at(at + "/share"), " %"));
  }
  CHECK(reply.list("/asked", "linkId") == std::vector<std::string>{"an-old-question"});
  CHECK(reply.list("/written", "id") ==
        std::vector<std::string>{"iv-sore", "an-old-rule", "an-old-question", "an-old-question"});
}

TEST_CASE("What changes, as Markdown: calmer first, then more urgent, then what is written differently",
          "[json][diff]") {
  const Documents documents{older()};
  const auto at = [&](std::string_view part) {
    const std::size_t place = documents.markdown.find(part);
    INFO(part);
    CHECK(place != std::string::npos);
    return place;
  };
  CHECK(at("# What changes: rules 0.9.0 (`older.json`) to rules ") < at("| from | to | states |"));
  CHECK(at("## What becomes calmer") < at("- `an-old-rule`: `same-day` to `expected`, "));
  CHECK(at("- `an-old-rule`: ") < at("## What becomes more urgent"));
  CHECK(at("## What becomes more urgent") < at("- `iv-sore`: `expected` to `soon`, "));
  CHECK(at("## What becomes more urgent") < at("## What is written differently"));
  at("and to questions that this build does not ask `{\"an-old-question\":\"worrying\"}`");
  at("| rule | `an-old-rule` | `same-day`: `an-old-question` is `worrying` | none |");
  at("| `an-old-question` | before | ");
}

TEST_CASE("Where nothing changes, that is said, and what is written differently all the same", "[json][diff]") {
  const Documents same{shipped()};
  CHECK(contains(same.markdown, "\nNothing.\n"));
  CHECK(Reply(same.json).at("/classes") == "[]");
  json::DiffSide reworded = shipped();
  for (BookRule& rule : reworded.book.rules)
    if (rule.id == "score-missing") rule.when = {Node{Op::AllOf, 3, {}, 0, 0}, rule.when.front(), rule.when.front()};
  const Documents other{reworded};
  CHECK(other.difference.none());
  CHECK(contains(other.markdown, "\nNothing: what is written differently below means the same for all "));
  CHECK(contains(other.markdown, "| rule | `score-missing` | "));
}

TEST_CASE("Of two configs the settings are told, and each condition with its own number", "[json][diff]") {
  ClinicConfig config;
  REQUIRE(config.set(Setting::ModerateScore, 3));
  REQUIRE(config.set(Setting::SameDayHours, 4));
  const Documents documents{shipped(), {"clinic.json", shipped_rule_book(config)}};
  CHECK(contains(documents.markdown, "| setting | `moderateScore` | 4 (3 to 4) | 3 (3 to 4) |"));
  CHECK(contains(documents.markdown, "| setting | `sameDayHours` | 24 (4 to 24) | 4 (4 to 24) |"));
  CHECK(contains(documents.markdown, "`tiredness` is 3 (`moderateScore`) or more"));
  CHECK(contains(documents.markdown, "Nothing becomes calmer."));
}

TEST_CASE("Times, dates and kept check-ins of a case are told in words", "[json][diff]") {
  std::string all;
  for (const std::string_view rule :
       {"worse-since-last-check", "past-expected-time", "no-session-yet", "long-standing"}) {
    json::DiffSide side = shipped();
    std::erase_if(side.book.rules, [&](const BookRule& entry) { return entry.id == rule; });
    all += Documents{side}.markdown;
  }
  for (const std::string_view words :
       {"a kept check-in 12 h ago had tiredness ", "session 72 h ago", "there was no session yet", "all else calm"}) {
    INFO(words);
    CHECK(contains(all, words));
  }
}

}  // namespace tiredness::test
