#include "tiredness/diff.hpp"

#include <algorithm>

#include "diff_levels.hpp"
#include "smallest_cases.hpp"

namespace tiredness {
namespace {

using verification::both_sides;
using verification::Diagrams;
using verification::DiffLevels;
using verification::DiffSpace;
using verification::Side;
using verification::SpaceItem;
using verification::StateSet;

constexpr std::size_t level_count = most_urgent_first.size();

class Comparison {
 public:
  Comparison(const RuleBook& before, const RuleBook& after, const Progress& progress)
      : progress_(progress),
        space_(before, after),
        diagrams_(space_.sizes()),
        before_(told(diagrams_, space_, before, Side::Before)),
        after_(told(diagrams_, space_, after, Side::After)),
        smallest_(diagrams_, space_, before_, after_) {}

  Difference run() {
    result_.states = diagrams_.count(Diagrams::all);
    for (const Level level : most_urgent_first) result_.before[level] = diagrams_.count(before_.at(level));
    for (const bool calmer : {true, false})
      for (const Level from : most_urgent_first)
        for (const Level to : most_urgent_first) {
          if (from == to || (to < from) != calmer) continue;
          compare(from, to);
          done();
        }
    compare_reasons();
    done();
    compare_asked();
    done();
    return std::move(result_);
  }

 private:
  /// Both rule sets, every pair of levels, the reasons, the questions.
  static constexpr unsigned steps = 2 + level_count * (level_count - 1) + 2;

  void done() {
    if (progress_) progress_(++done_, steps);
  }

  DiffLevels told(Diagrams& diagrams, const DiffSpace& space, const RuleBook& book, Side side) {
    DiffLevels levels{diagrams, space, book, side};
    done();
    return levels;
  }

  void compare(Level from, Level to) {
    const StateSet changed = diagrams_.both(before_.at(from), after_.at(to));
    if (changed == Diagrams::none) return;
    result_.changes.push_back({from, to, diagrams_.count(changed)});
    const DiffLevels& higher = to > from ? after_ : before_;
    const Level level = std::max(from, to);
    for (std::size_t rule = 0; rule < higher.book().rules.size(); ++rule)
      if (higher.book().rules[rule].level == level) add(from, to, rule, 0, diagrams_.both(changed, higher.fires(rule)));
    if (level != Level::Soon) return;
    const StateSet by_default = diagrams_.both(changed, higher.no_rule());
    for (std::size_t line = 0; line < higher.lines(); ++line)
      add(from, to, std::nullopt, line, diagrams_.both(by_default, higher.fails(line)));
  }

  void add(Level from, Level to, std::optional<std::size_t> rule, std::size_t line, StateSet states) {
    if (states == Diagrams::none) return;
    result_.classes.push_back({from, to, rule, line, diagrams_.count(states), smallest_.of(states)});
  }

  void compare_reasons() {
    StateSet same_level = Diagrams::none;
    for (const Level level : most_urgent_first)
      same_level = diagrams_.either(same_level, diagrams_.both(before_.at(level), after_.at(level)));
    const auto add = [&](const std::string& rule, bool after, StateSet states) {
      states = diagrams_.both(states, same_level);
      if (states != Diagrams::none)
        result_.reasons.push_back({rule, after, diagrams_.count(states), smallest_.of(states)});
    };
    const auto compare_rule = [&](const std::string& id) {
      add(id, false, diagrams_.without(fires(before_, id), fires(after_, id)));
      add(id, true, diagrams_.without(fires(after_, id), fires(before_, id)));
    };
    for (const BookRule& rule : after_.book().rules) compare_rule(rule.id);
    for (const BookRule& rule : before_.book().rules)
      if (!has_rule(after_.book(), rule.id)) compare_rule(rule.id);
    add(before_.book().expected.id, false, diagrams_.without(before_.allows(), after_.allows()));
    add(after_.book().expected.id, true, diagrams_.without(after_.allows(), before_.allows()));
  }

  static bool has_rule(const RuleBook& book, const std::string& id) {
    return std::any_of(book.rules.begin(), book.rules.end(), [&](const BookRule& rule) { return rule.id == id; });
  }

  static StateSet fires(const DiffLevels& levels, const std::string& id) {
    for (std::size_t rule = 0; rule < levels.book().rules.size(); ++rule)
      if (levels.book().rules[rule].id == id) return levels.fires(rule);
    return Diagrams::none;
  }

  void compare_asked() {
    for (const SpaceItem& item : space_.items()) {
      std::array<StateSet, 2> asked{};
      for (const Side side : both_sides) {
        const auto place = item.place[static_cast<std::size_t>(side)];
        if (place) asked[static_cast<std::size_t>(side)] = (side == Side::Before ? before_ : after_).asked(*place);
      }
      for (const bool after : {false, true}) {
        const StateSet states = after ? diagrams_.without(asked[1], asked[0]) : diagrams_.without(asked[0], asked[1]);
        if (states != Diagrams::none)
          result_.asked.push_back({item.link_id, after, diagrams_.count(states), smallest_.of(states)});
      }
    }
  }

  const Progress& progress_;
  unsigned done_ = 0;
  DiffSpace space_;
  Diagrams diagrams_;
  DiffLevels before_;
  DiffLevels after_;
  verification::SmallestCases smallest_;
  Difference result_;
};

}  // namespace

std::optional<std::uint32_t> known_answer(const StateAnswer& answer) {
  const auto id = find_item(answer.link_id);
  if (!id || item_of(*id).type != answer.type) return std::nullopt;
  if (answer.number) return static_cast<std::uint32_t>(*answer.number) + 1;
  std::uint32_t chosen = 0;
  for (const std::string& name : answer.options) {
    const auto option = find_option(item_of(*id), name);
    if (!option) return std::nullopt;
    chosen |= 1U << *option;
  }
  return chosen;
}

Situation situation_of(const SmallestCase& smallest) {
  Situation situation;
  situation.answers.session = smallest.session;
  for (const StateAnswer& answer : smallest.answers)
    if (const auto chosen = known_answer(answer); chosen && answer.is_asked())
      situation.answers.choose(*find_item(answer.link_id), *chosen);
  situation.now = smallest.now;
  situation.history = smallest.history;
  return situation;
}

Difference diff(const RuleBook& before, const RuleBook& after, const Progress& progress) {
  return Comparison{before, after, progress}.run();
}

}  // namespace tiredness
