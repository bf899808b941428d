#include "tiredness/deciding_cases.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "tiredness/rules.hpp"

using namespace tiredness;

namespace {

Disposition decided(const DecidingCase& found, const ClinicConfig& config) {
  const Situation situation = situation_of(*found.smallest);
  return decide(rule_set(), Facts{situation.answers, {config, situation.now, situation.history}});
}

/// How many rules of the result's own level fire.
std::size_t deciding_rules(const Disposition& disposition) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < rule_set().rules.size(); ++i)
    if (disposition.fired[i] && rule_set().rules[i].level == disposition.level) ++count;
  return count;
}

}  // namespace

TEST_CASE("In its smallest case each rule decides, alone where that is said, as the core decides", "[deciding-cases]") {
  ClinicConfig strict;
  REQUIRE(strict.set(Setting::ModerateScore, 3));
  for (const ClinicConfig& config : {ClinicConfig{}, strict}) {
    const RuleBook book = shipped_rule_book(config);
    const auto cases = deciding_cases(book);
    REQUIRE(cases.size() == book.rules.size() + lines_of(book.expected.when).size());
    for (std::size_t rule = 0; rule < book.rules.size(); ++rule) {
      CAPTURE(book.rules[rule].id);
      REQUIRE(cases[rule].rule == rule);
      REQUIRE(cases[rule].smallest);
      const Disposition disposition = decided(cases[rule], config);
      CHECK(disposition.level == book.rules[rule].level);
      CHECK(disposition.fired[rule]);
      CHECK((deciding_rules(disposition) == 1) == cases[rule].alone);
    }
    for (std::size_t at = book.rules.size(); at < cases.size(); ++at) {
      CAPTURE(cases[at].line);
      REQUIRE_FALSE(cases[at].rule);
      if (!cases[at].smallest) continue;  // a rule always fires where this line does not hold
      const Disposition disposition = decided(cases[at], config);
      CHECK(disposition.level == Level::Soon);
      CHECK(disposition.fired.none());
    }
  }
}

TEST_CASE(
    "A rule that another one of its level always goes with is told not to be alone, and one that never fires has no "
    "case",
    "[deciding-cases]") {
  RuleBook book = shipped_rule_book();
  const auto severe =
      std::find_if(book.rules.begin(), book.rules.end(), [](const BookRule& rule) { return rule.id == "severe"; });
  REQUIRE(severe != book.rules.end());
  BookRule twin = *severe;
  twin.id = "twin";
  const auto place = static_cast<std::size_t>(severe - book.rules.begin());
  book.rules.insert(severe + 1, twin);
  // Whoever is urgent is so before it could say that they are well enough to wait.
  BookRule hidden = book.rules.front();
  hidden.id = "hidden";
  hidden.level = Level::Soon;
  book.rules.push_back(hidden);
  const auto cases = deciding_cases(book);
  CHECK_FALSE(cases[place].alone);
  CHECK(cases[place].smallest->decided_after == std::vector<std::size_t>{place, place + 1});
  CHECK_FALSE(cases[book.rules.size() - 1].smallest);
}

TEST_CASE("The smallest case of a danger sign is calm but for that sign", "[deciding-cases]") {
  const RuleBook book = shipped_rule_book();
  const auto sign =
      std::find_if(book.rules.begin(), book.rules.end(), [](const BookRule& rule) { return rule.id == "danger-sign"; });
  REQUIRE(sign != book.rules.end());
  const SmallestCase smallest = *deciding_cases(book)[static_cast<std::size_t>(sign - book.rules.begin())].smallest;
  CHECK(smallest.changes == 1);
  CHECK(smallest.session_is_calm);
  const Situation calm = calm_situation();
  CHECK(decide(rule_set(), Facts{calm.answers, {ClinicConfig{}, calm.now, calm.history}}).level == Level::Expected);
}
