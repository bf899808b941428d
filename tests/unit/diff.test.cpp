#include "tiredness/diff.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "diff_levels.hpp"
#include "released.hpp"
#include "tiredness/report/rules_document.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/rules_version.hpp"

using namespace tiredness;
using verification::Diagrams;
using verification::DiffLevels;
using verification::DiffSpace;
using verification::Side;
using verification::SpaceItem;
using verification::State;
using verification::StateSet;

namespace {

/// The shipped rules with a change to one of them.
template <class Change>
RuleBook changed(std::string_view rule, Change change) {
  RuleBook book = shipped_rule_book();
  const auto found =
      std::find_if(book.rules.begin(), book.rules.end(), [&](const BookRule& entry) { return entry.id == rule; });
  REQUIRE(found != book.rules.end());
  change(*found);
  return book;
}

RuleBook without(std::string_view rule) {
  RuleBook book = shipped_rule_book();
  std::erase_if(book.rules, [&](const BookRule& entry) { return entry.id == rule; });
  return book;
}

ClinicConfig with(std::initializer_list<std::pair<Setting, int>> settings) {
  ClinicConfig config;
  for (const auto& [setting, value] : settings) REQUIRE(config.set(setting, value));
  return config;
}

Level level_of(const Situation& situation, const ClinicConfig& config = {}) {
  return decide(rule_set(), Facts{situation.answers, {config, situation.now, situation.history}}).level;
}

/// A state of the space as the core takes it.
Situation situation_at(const DiffSpace& space, const State& state) {
  Situation situation;
  for (const SpaceItem& item : space.items()) {
    const auto& session = space.sessions()[state[item.variable]];
    if (item.type == ItemType::DateTime) {
      situation.answers.session = session.session;
      situation.now = session.now;
    } else {
      situation.answers.choose(*find_item(item.link_id), space.chosen(item, state));
    }
  }
  situation.history = space.history_of(state);
  return situation;
}

Level level_in(const DiffLevels& levels, const Diagrams& diagrams, const State& state) {
  std::vector<Level> found;
  for (const Level level : most_urgent_first)
    if (diagrams.contains(levels.at(level), state)) found.push_back(level);
  if (found.size() != 1) FAIL("a state has no level, or several");
  return found.front();
}

/// Calm answers with some others at random, so that every level comes up.
class Dice {
 public:
  State roll(const DiffSpace& space) {
    State state = space.calm()[engine_() % space.calm().size()];
    const auto changes = engine_() % 9;
    for (std::uint64_t i = 0; i < changes; ++i) {
      const auto variable = engine_() % state.size();
      state[variable] = static_cast<unsigned>(engine_() % space.sizes()[variable]);
    }
    return state;
  }

 private:
  std::mt19937_64 engine_{11};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same states every time
};

const AnswerClass* find(const Difference& difference, const RuleBook& higher, std::string_view rule, Level from,
                        Level to) {
  for (const AnswerClass& entry : difference.classes)
    if (entry.rule && higher.rules[*entry.rule].id == rule && entry.from == from && entry.to == to) return &entry;
  return nullptr;
}

const StateAnswer& answer(const SmallestCase& smallest, std::string_view link_id) {
  const auto found = std::find_if(smallest.answers.begin(), smallest.answers.end(),
                                  [&](const StateAnswer& entry) { return entry.link_id == link_id; });
  REQUIRE(found != smallest.answers.end());
  return *found;
}

}  // namespace

TEST_CASE("Levels told of all states at once are those that the core decides one by one", "[diff]") {
  const ClinicConfig strict = with({{Setting::ExpectedTirednessHours, 50},
                                    {Setting::TreatmentDayHours, 15},
                                    {Setting::ModerateScore, 3},
                                    {Setting::SevereScoreTreatmentDay, 8}});
  const ClinicConfig standard;
  for (const ClinicConfig* config : {&standard, &strict}) {
    const RuleBook book = shipped_rule_book(*config);
    const DiffSpace space{book, book};
    Diagrams diagrams{space.sizes()};
    const DiffLevels levels{diagrams, space, book, Side::After};
    std::array<int, 7> seen{};
    Dice dice;
    for (int sample = 0; sample < 20'000; ++sample) {
      const State state = dice.roll(space);
      const Situation situation = situation_at(space, state);
      const Facts facts{situation.answers, {*config, situation.now, situation.history}};
      const Disposition disposition = decide(rule_set(), facts);
      const Level level = level_in(levels, diagrams, state);
      REQUIRE(level == disposition.level);
      ++seen[static_cast<std::size_t>(level)];
      std::string otherwise;  // what is told and decided in two ways
      for (std::size_t rule = 0; rule < book.rules.size(); ++rule)
        if (diagrams.contains(levels.fires(rule), state) != disposition.fired[rule])
          otherwise += book.rules[rule].id + " ";
      for (std::size_t item = 0; item < items.size(); ++item)
        if (diagrams.contains(levels.asked(item), state) != facts.enabled(static_cast<ItemId>(item)))
          otherwise += book.items[item].link_id + " ";
      REQUIRE(otherwise.empty());
    }
    for (const Level level : most_urgent_first) CHECK(seen[static_cast<std::size_t>(level)] > 100);
  }
}

TEST_CASE("A rule set differs in nothing from itself, nor from one that says the same in other words", "[diff]") {
  const RuleBook shipped = shipped_rule_book();
  const Difference same = diff(shipped, shipped);
  CHECK(same.none());
  CHECK(same.changes.empty());
  CHECK_FALSE(same.states.is_zero());
  const RuleBook reworded = changed("score-missing", [](BookRule& rule) {
    rule.when = {Node{Op::AllOf, 3, {}, 0, 0}, rule.when.front(), rule.when.front()};
  });
  CHECK(reworded != shipped);
  CHECK(diff(shipped, reworded).none());
}

TEST_CASE("A rule that is gone makes its answers calmer: counted, and with the smallest case", "[diff]") {
  const RuleBook shipped = shipped_rule_book();
  const Difference difference = diff(shipped, without("low-sugar"));
  const AnswerClass* entry = find(difference, shipped, "low-sugar", Level::Urgent, Level::Expected);
  REQUIRE(entry != nullptr);
  CHECK(entry->calmer());
  CHECK_FALSE(entry->states.is_zero());
  CHECK(entry->smallest.changes == 1);
  CHECK(answer(entry->smallest, "body-symptoms").options == std::vector<std::string>{"low-sugar"});
  CHECK(answer(entry->smallest, "mind-symptoms").is_calm);
  CHECK(level_of(situation_of(entry->smallest)) == Level::Urgent);
  for (const AnswerClass& other : difference.classes) {
    CHECK(other.calmer());
    CHECK(shipped.rules[*other.rule].id == "low-sugar");
  }
  // The other way round the same states rise.
  const Difference back = diff(without("low-sugar"), shipped);
  const AnswerClass* risen = find(back, shipped, "low-sugar", Level::Expected, Level::Urgent);
  REQUIRE(risen != nullptr);
  CHECK(risen->states == entry->states);
}

TEST_CASE("Every state that changes its level is in a class, and every class is of states that change", "[diff]") {
  const RuleBook before = shipped_rule_book();
  const ClinicConfig strict = with({{Setting::OtherEffectsHours, 24}, {Setting::ModerateScore, 3}});
  const RuleBook after = shipped_rule_book(strict);
  const Difference difference = diff(before, after);
  const DiffSpace space{before, after};
  Dice dice;
  int changes = 0;
  for (int sample = 0; sample < 20'000; ++sample) {
    const Situation situation = situation_at(space, dice.roll(space));
    const Level from = level_of(situation);
    const Level to = level_of(situation, strict);
    if (from == to) continue;
    ++changes;
    const auto in = [&](const auto& entry) { return entry.from == from && entry.to == to; };
    REQUIRE(std::any_of(difference.changes.begin(), difference.changes.end(), in));
    REQUIRE(std::any_of(difference.classes.begin(), difference.classes.end(), in));
  }
  CHECK(changes > 100);
  for (const AnswerClass& entry : difference.classes) {
    CHECK_FALSE(entry.calmer());  // a stricter setting never calms
    const Situation situation = situation_of(entry.smallest);
    CHECK(level_of(situation) == entry.from);
    CHECK(level_of(situation, strict) == entry.to);
  }
}

TEST_CASE("Where no rule decides, the line of the allow-list that does not hold is named", "[diff]") {
  RuleBook after = shipped_rule_book();
  const auto lines = lines_of(after.expected.when);
  const auto place = std::find_if(lines.begin(), lines.end(), [&](Condition line) {
    return line.size() == 1 && after.items[static_cast<std::size_t>(line.front().item)].link_id == "before-session";
  });
  REQUIRE(place != lines.end());
  const auto at = static_cast<std::size_t>(place->data() - after.expected.when.data());
  after.expected.when[at].argument = option_bits(item("before-session"), "no");
  after.not_on_allow_list.when = after.expected.when;
  const Difference difference = diff(shipped_rule_book(), after);
  REQUIRE(difference.classes.size() == 1);
  const AnswerClass& entry = difference.classes.front();
  CHECK(entry.from == Level::Expected);
  CHECK(entry.to == Level::Soon);
  CHECK_FALSE(entry.rule);
  CHECK(entry.line == static_cast<std::size_t>(place - lines.begin()));
  CHECK(entry.smallest.decided_after.empty());
  CHECK(answer(entry.smallest, "before-session").options == std::vector<std::string>{"yes"});
}

TEST_CASE("A rule that changes no level is told by the reasons that change", "[diff]") {
  const Difference difference =
      diff(shipped_rule_book(), without("long-standing"));  // never without past-expected-time
  CHECK(difference.classes.empty());
  REQUIRE(difference.reasons.size() == 1);
  CHECK(difference.reasons.front().rule == "long-standing");
  CHECK_FALSE(difference.reasons.front().after);
  CHECK_FALSE(difference.none());
}

TEST_CASE("A question that only one side asks is told, and is free on that side alone", "[diff]") {
  const RuleBook shipped = shipped_rule_book();
  RuleBook before = shipped;
  BookItem old{"an-old-question", ItemType::Choice, "health", {"calm", "worrying"}, owned(always)};
  before.items.push_back(old);
  const auto id = static_cast<ItemId>(before.items.size() - 1);
  before.rules.push_back({"an-old-rule", Level::SameDay, "S18", {Node{Op::Has, 1, id, 0, 2}}});
  const Difference difference = diff(before, shipped);
  REQUIRE(difference.asked.size() == 1);
  CHECK(difference.asked.front().link_id == "an-old-question");
  CHECK_FALSE(difference.asked.front().after);
  const AnswerClass* entry = find(difference, before, "an-old-rule", Level::SameDay, Level::Expected);
  REQUIRE(entry != nullptr);
  CHECK(answer(entry->smallest, "an-old-question").options == std::vector<std::string>{"worrying"});
  CHECK_FALSE(known_answer(answer(entry->smallest, "an-old-question")));
  CHECK(level_of(situation_of(entry->smallest)) == Level::Expected);
}

TEST_CASE("An option that only one side has is compared with what the other side knows", "[diff]") {
  RuleBook before = shipped_rule_book();
  const auto place = static_cast<std::size_t>(item("taken-today"));
  before.items[place].options.insert(before.items[place].options.begin(), "an-old-drug");
  // Every mask of the item moves up one place.
  const auto shift = [&](Nodes& nodes) {
    for (Node& node : nodes)
      if (is_choice(node.op) && node.item == item("taken-today") && node.argument != ~0U) node.argument <<= 1U;
  };
  for (BookRule& rule : before.rules) shift(rule.when);
  shift(before.expected.when);
  shift(before.not_on_allow_list.when);
  CHECK(diff(before, shipped_rule_book()).none());
  const auto risky = std::find_if(before.rules.begin(), before.rules.end(),
                                  [](const BookRule& rule) { return rule.id == "risky-intake"; });
  risky->when = {Node{Op::AnyOf, static_cast<std::uint8_t>(risky->when.size() + 2), {}, 0, 0}};
  const RuleBook shipped = shipped_rule_book();
  for (const BookRule& rule : shipped.rules)
    if (rule.id == "risky-intake") {
      Nodes own = rule.when;
      shift(own);
      risky->when.insert(risky->when.end(), own.begin(), own.end());
    }
  risky->when.push_back(Node{Op::Has, 1, item("taken-today"), 0, 1});
  const Difference difference = diff(before, shipped);
  const AnswerClass* entry = find(difference, before, "risky-intake", Level::SameDay, Level::Expected);
  REQUIRE(entry != nullptr);
  CHECK(answer(entry->smallest, "taken-today").options == std::vector<std::string>{"an-old-drug"});
}

TEST_CASE("The case of every class between the released rules and the shipped ones is as the core decides", "[diff]") {
  for (const std::string& text : test::released_rules()) {
    json::Diagnostics faults;
    const auto released = json::read_rules(text, faults);
    REQUIRE(released);
    const Difference difference = diff(*released, shipped_rule_book());
    CHECK(difference.classes.empty() == (released->version == rules_version));
    for (const AnswerClass& entry : difference.classes) CHECK(level_of(situation_of(entry.smallest)) == entry.to);
  }
}

TEST_CASE("Work that is done is told, up to all of it", "[diff]") {
  std::vector<unsigned> told;
  unsigned all = 0;
  static_cast<void>(diff(shipped_rule_book(), without("iv-sore"), [&](unsigned done, unsigned whole) {
    told.push_back(done);
    all = whole;
  }));
  REQUIRE(told.size() == all);
  for (std::size_t i = 0; i < told.size(); ++i) CHECK(told[i] == i + 1);
}

TEST_CASE("Numbers of states are exact", "[diff]") {
  StateCount count{4'000'000'000U};
  count *= 4'000'000'000U;
  count *= 4'000'000'000U;
  count += StateCount{7};
  CHECK(count.digits() == "64000000000000000000000000007");
  CHECK(count.as_double() > 6.39e28);
  CHECK(count.as_double() < 6.41e28);
  CHECK(StateCount{}.digits() == "0");
  CHECK(StateCount{}.is_zero());
}

TEST_CASE("Sets of states: both, either, outside, how many, and the nearest", "[diff]") {
  Diagrams diagrams{{3, 2, 2, 4}};
  const std::array first{0U};
  const std::array last{3U};
  const std::array pair{1U, 2U};
  const StateSet low = diagrams.where(first, [](const auto& values) { return values[0] < 2; });
  const StateSet high = diagrams.where(last, [](const auto& values) { return values[0] == 3; });
  const StateSet equal = diagrams.where(pair, [](const auto& values) { return values[0] == values[1]; });
  CHECK(diagrams.count(Diagrams::all).digits() == "48");
  CHECK(diagrams.count(diagrams.both(low, high)).digits() == "8");
  CHECK(diagrams.count(diagrams.either(low, high)).digits() == "36");
  CHECK(diagrams.count(diagrams.outside(equal)).digits() == "24");
  CHECK(diagrams.outside(diagrams.outside(equal)) == equal);
  CHECK(diagrams.both(low, diagrams.outside(low)) == Diagrams::none);
  const StateSet both = diagrams.both(diagrams.both(low, high), diagrams.outside(equal));
  const std::vector<unsigned> groups{0, 1, 1, 2};
  const State from{0, 0, 0, 0};
  const State nearest = diagrams.nearest(both, {from, groups});
  CHECK(nearest == State{0, 0, 1, 3});
  CHECK(diagrams.contains(both, nearest));
  CHECK_FALSE(diagrams.contains(both, from));
}
