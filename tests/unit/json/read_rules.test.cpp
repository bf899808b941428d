#include <algorithm>

#include "../released.hpp"
#include "reply.hpp"
#include "tiredness/report/rules_document.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

/// A small dump that holds together.
constexpr std::string_view small =
    R"({"version":"3.1.4","rules":[)"
    R"({"id":"old-rule","level":"urgent","kind":"rule","sources":["S18","K20"],"settings":["lateHours"],)"
    R"("when":{"allOf":[{"op":"atLeast","linkId":"score","value":4},)"
    R"({"op":"sessionAtOrAfter","linkId":"ended","setting":"lateHours"}]}},)"
    R"({"id":"calm","level":"expected","kind":"default","sources":[],"settings":[],"when":{"op":"only","linkId":"signs","options":["none"]}},)"
    R"({"id":"not-calm","level":"soon","kind":"default","sources":[],"settings":[],"when":{"op":"only","linkId":"signs","options":["none"]}}],)"
    R"("enableWhen":[{"linkId":"signs","when":{"op":"sessionWithin","linkId":"ended","value":24}}],)"
    R"("items":[{"linkId":"ended","type":"dateTime","page":"first","options":["not-yet"]},)"
    R"({"linkId":"score","type":"integer","page":"first","options":[]},)"
    R"({"linkId":"slept","type":"choice","page":"second","options":["yes","no"]},)"
    R"({"linkId":"signs","type":"multi","page":"second","options":["fever","none"]}],)"
    R"("derived":{"treatmentDay":{"op":"has","linkId":"slept","options":["no"]},)"
    R"("drowsy":{"op":"missing","linkId":"slept"},"countsAs":[]},)"
    R"("settings":[{"id":"lateHours","default":48,"least":24,"most":48},{"id":"longDays","default":14,"least":7,"most":14}]})";

/// The faults of a dump as "error code /pointer".
std::vector<std::string> faults_of(std::string_view text) {
  json::Diagnostics faults;
  const auto book = json::read_rules(text, faults);
  CHECK(book.has_value() != faults.has_errors());
  return in_short(faults);
}

/// The small dump with one piece of it replaced.
std::string with(std::string_view piece, std::string_view by) {
  std::string text{small};
  const std::size_t at = text.find(piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("A dump of the shipped rules is read back as the same rules, and dumped as the same bytes", "[json][rules]") {
  const std::string text = json::rules_as_json();
  json::Diagnostics faults;
  const auto book = json::read_rules(text, faults);
  CHECK(in_short(faults).empty());
  REQUIRE(book);
  CHECK(*book == shipped_rule_book());
  CHECK(json::rules_as_json(*book) == text);
}

TEST_CASE("Every released rule set is read back, and dumped as the same bytes", "[json][rules]") {
  for (const std::string& text : released_rules()) {
    json::Diagnostics faults;
    const auto book = json::read_rules(text, faults);
    CHECK(in_short(faults).empty());
    REQUIRE(book);
    INFO(book->version);
    CHECK(json::rules_as_json(*book) == text);
    CHECK(json::looks_like_rules(text));
    if (book->version == rules_version) CHECK(*book == shipped_rule_book());
  }
}

TEST_CASE("A dump of rule set 1, which told no questions, is completed: with those that are gone too",
          "[json][rules]") {
  const auto texts = released_rules();
  const auto first = std::find_if(texts.begin(), texts.end(),
                                  [](const std::string& text) { return text.starts_with(R"({"version":"1.0.0")"); });
  REQUIRE(first != texts.end());
  json::Diagnostics faults;
  const auto book = json::read_rules(*first, faults);
  REQUIRE(book);
  CHECK_FALSE(book->tells_items);
  REQUIRE(book->items.size() == 25);
  CHECK(book->items.back().link_id == "session-pattern");
  CHECK(book->items.back().options == std::vector<std::string>{"first", "same", "longer", "shorter", "unsure"});
  CHECK_FALSE(is_always(book->items.back().asked_when));
  CHECK(book->rules.size() == 65);
  CHECK(book->treatment_day.size() == 9);
  CHECK(book->counts_as.size() == 1);
  CHECK(faults_of(R"({"version":"2.0.0")" + first->substr(18)) ==
        Faults{"error missing-member ", "error missing-member "});
  std::string other = *first;
  other.replace(other.find("treatmentDayHours\",\"default"), 17, "treatmentDayHour");
  const auto found = faults_of(other);
  CHECK(std::find(found.begin(), found.end(), "error missing-setting /settings") != found.end());
}

TEST_CASE("What a dump says is read: thresholds, settings in days and one more, counts, other items", "[json][rules]") {
  json::Diagnostics faults;
  const auto book = json::read_rules(small, faults);
  CHECK(in_short(faults).empty());
  REQUIRE(book);
  CHECK(json::rules_as_json(*book) == std::string(small) + "\n");
  CHECK(book->version == "3.1.4");
  REQUIRE(book->rules.size() == 1);
  CHECK(book->rules[0].sources == "S18 K20");
  CHECK(book->rules[0].level == Level::Urgent);
  REQUIRE(book->rules[0].when.size() == 3);
  CHECK(threshold_in(*book, book->rules[0].when[1]) == 4);
  CHECK(threshold_in(*book, book->rules[0].when[2]) == 48);
  const auto threshold = [&](std::string_view by) {
    const auto other = json::read_rules(with(R"("value":4)", by), faults);
    REQUIRE(other);
    return threshold_in(*other, other->rules[0].when[1]);
  };
  CHECK(threshold(R"("setting":"lateHours","plus":1)") == 49);
  const auto days = json::read_rules(with(R"("setting":"lateHours"}]})", R"("setting":"longDays"}]})"), faults);
  REQUIRE(days);
  CHECK(threshold_in(*days, days->rules[0].when[2]) == 14 * 24);
  const auto more =
      json::read_rules(with(R"("setting":"lateHours"}]})", R"("setting":"longDays","plus":1}]})"), faults);
  REQUIRE(more);
  CHECK(threshold_in(*more, more->rules[0].when[2]) == 15 * 24);
}

TEST_CASE("A dump with faults is refused, and each fault is told at its place", "[json][rules]") {
  CHECK(faults_of("") == Faults{"error invalid-json "});
  CHECK(faults_of("[]").front() == "error wrong-type ");
  CHECK(faults_of("{}") == Faults(4, "error missing-member "));
  CHECK(faults_of(R"({"version":1,"version":2})").front() == "error duplicate-key /version");
  CHECK(faults_of(with("3.1.4", "3.1")) == Faults{"error not-a-version /version"});
  CHECK(faults_of(with("3.1.4", "3..4")) == Faults{"error not-a-version /version"});
  CHECK(faults_of(with("\"version\"", "\"new\":1,\"version\"")) == Faults{"error unknown-member /new"});
  CHECK(faults_of(with(R"("op":"atLeast")", R"("op":"about")")) ==
        Faults{"error unknown-operator /rules/0/when/allOf/0/op"});
  CHECK(faults_of(with(R"("op":"atLeast")", R"("op":"allOf")")) ==
        Faults{"error unknown-operator /rules/0/when/allOf/0/op"});
  CHECK(faults_of(with(R"("value":4)", R"("value":4,"softly":true)")) ==
        Faults{"error unknown-member /rules/0/when/allOf/0/softly"});
  CHECK(faults_of(with(R"("value":4)", R"("value":-1)")) == Faults{"error out-of-range /rules/0/when/allOf/0/value"});
  CHECK(faults_of(with(R"("value":4)", R"("value":4.5)")) == Faults{"error wrong-type /rules/0/when/allOf/0/value"});
  CHECK(faults_of(with(R"("value":4)", R"("value":4,"plus":1)")) ==
        Faults{"error no-threshold /rules/0/when/allOf/0/plus"});
  CHECK(faults_of(with(R"("value":4)", R"("setting":"lateHours","plus":2)")) ==
        Faults{"error out-of-range /rules/0/when/allOf/0/plus"});
  CHECK(faults_of(with(R"(,"value":4)", "")) == Faults{"error no-threshold /rules/0/when/allOf/0"});
  CHECK(faults_of(with(R"("setting":"lateHours"}]})", R"("setting":"none"}]})")) ==
        Faults{"error unknown-setting /rules/0/when/allOf/1/setting"});
  CHECK(faults_of(with(R"("atLeast","linkId":"score")", R"("atLeast","linkId":"signs")")) ==
        Faults{"error wrong-item /rules/0/when/allOf/0/linkId"});
  CHECK(faults_of(with(R"("atLeast","linkId":"score")", R"("atLeast","linkId":"x")")) ==
        Faults{"error unknown-item /rules/0/when/allOf/0/linkId"});
  CHECK(faults_of(with(R"("level":"urgent")", R"("level":"high")")) == Faults{"error unknown-level /rules/0/level"});
  CHECK(faults_of(with(R"("level":"urgent")", R"("level":"expected")")) == Faults{"error calming-rule /rules/0/level"});
  CHECK(faults_of(with(R"("kind":"rule")", R"("kind":"law")")) == Faults{"error unknown-kind /rules/0/kind"});
  CHECK(faults_of(with(R"("id":"old-rule")", R"("id":"old rule")")) == Faults{"error not-an-id /rules/0/id"});
  CHECK(faults_of(with(R"("id":"old-rule")", R"("id":"calm")")) == Faults{"error duplicate-rule /rules/1"});
  CHECK(faults_of(with(R"("settings":["lateHours"])", R"("settings":["x"])")) ==
        Faults{"error unknown-setting /rules/0/settings/0"});
  CHECK(faults_of(with(R"("level":"soon")", R"("level":"urgent")")) == Faults{"error no-defaults /rules"});
  CHECK(faults_of(with(R"("options":["none"]}},)", R"("options":["fever"]}},)")) == Faults{"error no-defaults /rules"});
  CHECK(faults_of(with(R"("only","linkId":"signs","options":["none"])", R"("only","linkId":"signs","options":["x"])"))
            .front() == "error unknown-option /rules/1/when/options/0");
  CHECK(faults_of(with(R"("only","linkId":"signs","options":["none"])", R"("only","linkId":"signs","options":[])"))
            .front() == "error no-options /rules/1/when/options");
  CHECK(faults_of(with(R"({"allOf":[{"op":"atLeast")", R"({"anyOf":[],"allOf":[{"op":"atLeast")")).front() ==
        "error unknown-member /rules/0/when/anyOf");
  CHECK(faults_of(with(R"("enableWhen":[{"linkId":"signs")", R"("enableWhen":[{"linkId":"ended")")) ==
        Faults{"error asked-too-early /enableWhen/0/when"});
  // On what it is answered itself an item may hang: as long as it is, it is asked.
  const auto own = [](std::string_view op) {
    return with(R"({"op":"sessionWithin","linkId":"ended","value":24})",
                R"({"op":")" + std::string(op) + R"(","linkId":"signs","options":["fever"]})");
  };
  CHECK(faults_of(own("has")).empty());
  CHECK(faults_of(own("isNot")) == Faults{"error asked-too-early /enableWhen/0/when"});
  CHECK(faults_of(with(R"("type":"multi")", R"("type":"many")")).front() == "error unknown-type /items/3/type");
  CHECK(faults_of(with(R"("options":["yes","no"])", R"("options":["no","no"])")) ==
        Faults{"error duplicate-option /items/2/options/1"});
  CHECK(faults_of(with(R"("options":[]},{"linkId":"slept")", R"("options":["x"]},{"linkId":"slept")")) ==
        Faults{"error options /items/1/options"});
  CHECK(faults_of(with(R"({"linkId":"slept","type")", R"({"linkId":"score","type")")).front() ==
        "error duplicate-item /items/2");
  CHECK(faults_of(with(R"("type":"dateTime")", R"("type":"choice")")).front() == "error no-session /items");
  CHECK(faults_of(with(R"("drowsy":{"op":"missing","linkId":"slept"})",
                       R"("drowsy":{"op":"treatmentDay","linkId":"ended"})")) ==
        Faults{"error derived-twice /derived/drowsy"});
  CHECK(
      faults_of(with(
          R"("countsAs":[])",
          R"("countsAs":[{"linkId":"signs","option":"fever","as":"none","when":{"op":"missing","linkId":"slept"}}])")) ==
      Faults{"error wrong-item /derived/countsAs/0"});
  CHECK(faults_of(with(R"("default":48)", R"("default":50)")) == Faults{"error out-of-range /settings/0/default"});
  CHECK(faults_of(with(R"("id":"longDays")", R"("id":"lateHours")")) == Faults{"error duplicate-setting /settings/1"});
  CHECK(faults_of(with("3.1.4", "3.1")  // several at once
                      .replace(small.find("\"urgent\"") - 2, 8, "\"high\"  ")) ==
        Faults{"error not-a-version /version", "error unknown-level /rules/0/level"});
}

TEST_CASE("A dump has a limit of its own, and conditions are bounded", "[json][rules]") {
  const std::string spaces(std::size_t{100} * 1024, ' ');
  CHECK(faults_of(std::string(small) + spaces).empty());  // larger than a case may be
  CHECK(faults_of(std::string(small) + spaces + spaces + spaces) == Faults{"error too-large "});
  std::string many = R"({"op":"missing","linkId":"score"})";
  for (int i = 0; i < 300; ++i) many += R"(,{"op":"missing","linkId":"score"})";
  CHECK(faults_of(with(R"({"op":"atLeast","linkId":"score","value":4})", many)) ==
        Faults{"error too-long /rules/0/when"});
  std::string deep = R"({"op":"missing","linkId":"score"})";
  for (int i = 0; i < 20; ++i) deep = R"({"allOf":[)" + deep + "]}";
  CHECK(faults_of(with(R"({"op":"atLeast","linkId":"score","value":4})", deep)).front().starts_with("error too-deep "));
}

TEST_CASE("A setting in days is known by its name, in the shipped conditions as in a dump", "[json][rules]") {
  const RuleBook book = shipped_rule_book();
  int days = 0;
  const auto check = [&](const Nodes& nodes) {
    for (const Node& node : nodes) {
      const auto setting = setting_of(node);
      if (!setting || !counts_hours(node.op)) continue;
      CHECK(counts_days(node) == range_of(*setting).id.ends_with("Days"));
      days += counts_days(node) ? 1 : 0;
    }
  };
  for (const BookRule& rule : book.rules) check(rule.when);
  check(book.expected.when);
  for (const BookItem& item : book.items) check(item.asked_when);
  CHECK(days > 0);
}

}  // namespace tiredness::test
