#include "tiredness/report/rules_document.hpp"

#include <algorithm>

#include "reply.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

std::size_t place_of(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  REQUIRE(found != ids.end());
  return static_cast<std::size_t>(found - ids.begin());
}

}  // namespace

TEST_CASE("The rules as JSON list every rule once, with level and sources, and both defaults", "[json][rules]") {
  const std::string text = json::rules_as_json();
  CHECK(text.find('\n') == text.size() - 1);
  const Reply reply(text);
  CHECK(reply.at("/version") == '"' + std::string(rules_version) + '"');
  const auto ids = reply.list("/rules", "id");
  REQUIRE(ids.size() == rule_set().rules.size() + 2);
  const auto levels = reply.list("/rules", "level");
  const auto kinds = reply.list("/rules", "kind");
  const auto sources = reply.list("/rules", "sources");
  for (std::size_t i = 0; i < rule_set().rules.size(); ++i) {
    CHECK(ids[i] == rule_set().rules[i].id);
    CHECK(levels[i] == id_of(rule_set().rules[i].level));
    CHECK(kinds[i] == "rule");
    CHECK(sources[i] != "[]");
  }
  CHECK(ids[ids.size() - 2] == "allow-list");
  CHECK(ids.back() == "not-on-allow-list");
  CHECK(kinds.back() == "default");
}

TEST_CASE("The rules as JSON say when each fires", "[json][rules]") {
  const Reply reply(json::rules_as_json());
  const auto ids = reply.list("/rules", "id");
  const auto when = [&](std::string_view id) {
    return reply.at("/rules/" + std::to_string(place_of(ids, id)) + "/when");
  };
  CHECK(when("fever-with-palpitations") == R"({"allOf":[{"op":"has","linkId":"body-symptoms","options":["fever"]},)"
                                           R"({"op":"has","linkId":"body-symptoms","options":["palpitations"]}]})");
  CHECK(when("long-standing") == R"({"allOf":[{"op":"atLeast","linkId":"tiredness","value":1},)"
                                 R"({"op":"sessionAtOrAfter","linkId":"session-ended","setting":"longFatigueDays"}]})");
  CHECK(when("score-missing") == R"({"op":"missing","linkId":"tiredness"})");
  CHECK(when("worsening").find(R"({"op":"above","linkId":"tiredness","other":"tiredness-first-day"})") !=
        std::string::npos);
  CHECK(when("drowsy-with-sedative").find(R"("op":"countAtLeast","linkId":"taken-today","count":2)") !=
        std::string::npos);
}

TEST_CASE("The rules as JSON name the settings that affect each", "[json][rules]") {
  const Reply reply(json::rules_as_json());
  const auto ids = reply.list("/rules", "id");
  const auto settings = [&](std::string_view id) {
    return reply.list("/rules/" + std::to_string(place_of(ids, id)) + "/settings");
  };
  using Ids = std::vector<std::string>;
  CHECK(settings("danger-sign").empty());
  CHECK(settings("severe") == Ids{"severeScore", "treatmentDayHours", "severeScoreTreatmentDay"});
  CHECK(settings("moderate-late") == Ids{"moderateScore", "otherEffectsHours"});
  CHECK(settings("foggy-late") == Ids{"dissociationHours"});
  CHECK(settings("long-standing") == Ids{"longFatigueDays"});
  CHECK(settings("older-adult") == Ids{"otherEffectsHours"});
  CHECK(settings("course-persistent") == Ids{"moderateScore"});
}

TEST_CASE("All that can change a level is in the JSON: when items are asked, and the settings", "[json][rules]") {
  const Reply reply(json::rules_as_json());
  CHECK(reply.list("/enableWhen", "linkId") ==
        std::vector<std::string>{"unsure-signs", "setting", "dose-as-planned", "daily-dose", "between-sessions",
                                 "slept", "company", "tiredness-first-day", "trend", "rest-helps", "pregnancy",
                                 "background-signs", "taken-today", "medicine-changes"});
  CHECK(reply.list("/settings", "id").size() == setting_ranges.size());
  CHECK(reply.at("/settings/0") == R"({"id":"expectedTirednessHours","default":72,"least":24,"most":72})");
}

TEST_CASE("A number that is one more than a setting says so", "[json][rules]") {
  const std::string text = json::rules_as_json();
  CHECK(text.find(R"({"op":"atLeast","linkId":"tiredness","setting":"severeScoreTreatmentDay","plus":1})") !=
        std::string::npos);
  CHECK(text.find(R"({"op":"coursePersistent","linkId":"tiredness","setting":"moderateScore"})") != std::string::npos);
  CHECK(text.find(R"({"op":"coursePersistentDaily","linkId":"tiredness","setting":"moderateScore"})") !=
        std::string::npos);
}

TEST_CASE("The table for people has every rule, in words", "[json][rules]") {
  const std::string text = json::rules_as_markdown(*shipped_texts);
  for (const Rule& rule : rule_set().rules) {
    INFO(rule.id);
    CHECK(text.find("\n| `" + std::string(rule.id) + "` | ") != std::string::npos);
  }
  for (const std::string_view words :
       {"# The rules", ": **not yet approved by a clinician.**", "## `emergency`", "## `soon`",
        "## Where no rule fires", "`body-symptoms` has `fever` **and** `body-symptoms` has `palpitations`",
        "`tiredness` is 1 or more **and** session 14 days (`longFatigueDays`) ago or more, or not known",
        "`tiredness` is 10 (`severeScoreTreatmentDay` and one more) or more",
        "kept check-ins show `tiredness` 4 (`moderateScore`)",
        "| A tiredness score of 4 or more is high once 48 hours have passed since the session. |",
        "- `danger-signs` is `none` alone", "- `before-session` is answered", "`tiredness` is above"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
  CHECK(text.find(std::string(rules_hash)) != std::string::npos);
  CHECK(text.find("](https://") != std::string::npos);
}

}  // namespace tiredness::test
