#include "tiredness/diff.hpp"

#include <algorithm>

#include "diff_levels.hpp"

namespace tiredness {
namespace {

using verification::both_sides;
using verification::Diagrams;
using verification::DiffLevels;
using verification::DiffSpace;
using verification::Side;
using verification::SpaceItem;
using verification::State;
using verification::StateSet;

constexpr std::size_t level_count = most_urgent_first.size();

class Comparison {
 public:
  Comparison(const RuleBook& before, const RuleBook& after, const Progress& progress)
      : progress_(progress),
        space_(before, after),
        diagrams_(space_.sizes()),
        before_(told(diagrams_, space_, before, Side::Before)),
        after_(told(diagrams_, space_, after, Side::After)) {}

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
    result_.classes.push_back({from, to, rule, line, diagrams_.count(states), told(smallest_of(states))});
  }

  void compare_reasons() {
    StateSet same_level = Diagrams::none;
    for (const Level level : most_urgent_first)
      same_level = diagrams_.either(same_level, diagrams_.both(before_.at(level), after_.at(level)));
    const auto add = [&](const std::string& rule, bool after, StateSet states) {
      states = diagrams_.both(states, same_level);
      if (states != Diagrams::none) result_.reasons.push_back({rule, after, diagrams_.count(states), told(smallest_of(states))});
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
        if (states != Diagrams::none) result_.asked.push_back({item.link_id, after, diagrams_.count(states), told(smallest_of(states))});
      }
    }
  }

  // ---- The smallest case ----

  struct Nearest {
    State state;
    const State* calm = nullptr;  ///< the calm answers it is nearest to
    std::size_t changes = ~std::size_t{0};
  };

  [[nodiscard]] bool differs(const SpaceItem& item, const State& state, const State& calm) const {
    if (item.type == ItemType::DateTime) return state[item.variable] != calm[item.variable];
    return space_.chosen(item, state) != space_.chosen(item, calm);
  }

  [[nodiscard]] std::size_t changes(const State& state, const State& calm) const {
    const auto& items = space_.items();
    const auto changed = static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const SpaceItem& item) { return differs(item, state, calm); }));
    return changed + static_cast<std::size_t>(state[space_.history_variable()] != calm[space_.history_variable()]);
  }

  Nearest smallest_of(StateSet states) const {
    Nearest best;
    for (const State& calm : space_.calm()) {
      State state = diagrams_.nearest(states, {calm, space_.groups()});
      const std::size_t distance = changes(state, calm);
      if (distance < best.changes) best = {std::move(state), &calm, distance};
    }
    tidy(states, best);
    return best;
  }

  /// Several options are ticked no more than they must: one, if one will do, and `none` beside no other.
  void tidy(StateSet states, Nearest& nearest) const {
    for (const SpaceItem& item : space_.items()) {
      if (item.type != ItemType::Multi || !differs(item, nearest.state, *nearest.calm)) continue;
      const auto stays = [&](std::uint32_t chosen) {
        State other = nearest.state;
        space_.choose(item, chosen, other);
        if (!diagrams_.contains(states, other)) return false;
        nearest.state = std::move(other);
        return true;
      };
      const auto alone = [&](unsigned option) { return stays(1U << option); };
      if (std::any_of(item.ticked.begin(), item.ticked.end(), alone)) continue;
      for (const unsigned option : item.ticked) {
        const std::uint32_t fewer = space_.chosen(item, nearest.state) & ~(1U << option);
        if (fewer != 0) stays(fewer);
      }
    }
  }

  [[nodiscard]] SmallestCase told(const Nearest& nearest) const {
    SmallestCase told;
    const State& state = nearest.state;
    told.changes = changes(state, *nearest.calm);
    for (const SpaceItem& item : space_.items()) {
      const bool is_calm = !differs(item, state, *nearest.calm);
      if (item.type == ItemType::DateTime) {
        const auto& session = space_.sessions()[state[item.variable]];
        told.session = session.session;
        told.session_is_calm = is_calm;
        told.now = session.now;
        continue;
      }
      StateAnswer answer{item.link_id, item.type, {}, {}, is_asked(item, Side::Before, state), is_asked(item, Side::After, state), is_calm};
      const std::uint32_t chosen = space_.chosen(item, state);
      if (item.type == ItemType::Integer && chosen != 0) answer.number = static_cast<int>(chosen) - 1;
      for (unsigned option = 0; option < item.options.size(); ++option)
        if ((chosen & (1U << option)) != 0) answer.options.push_back(item.options[option]);
      told.answers.push_back(std::move(answer));
    }
    told.history = space_.history_of(state);
    // The moment is of no account where nothing is compared with it.
    if (told.history.empty() && told.session.kind != SessionAnswer::Kind::Date) told.now.reset();
    told.decided_before = deciding(before_, state);
    told.decided_after = deciding(after_, state);
    return told;
  }

  [[nodiscard]] bool is_asked(const SpaceItem& item, Side side, const State& state) const {
    const auto place = item.place[static_cast<std::size_t>(side)];
    return place && diagrams_.contains((side == Side::Before ? before_ : after_).asked(*place), state);
  }

  [[nodiscard]] std::vector<std::size_t> deciding(const DiffLevels& levels, const State& state) const {
    std::vector<std::size_t> rules;
    for (std::size_t rule = 0; rule < levels.book().rules.size(); ++rule)
      if (diagrams_.contains(levels.at(levels.book().rules[rule].level), state) && diagrams_.contains(levels.fires(rule), state))
        rules.push_back(rule);
    return rules;
  }

  const Progress& progress_;
  unsigned done_ = 0;
  DiffSpace space_;
  Diagrams diagrams_;
  DiffLevels before_;
  DiffLevels after_;
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
