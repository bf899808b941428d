#include "smallest_cases.hpp"

#include <algorithm>

namespace tiredness::verification {

SmallestCase SmallestCases::of(StateSet states) const { return told(nearest(states)); }

bool SmallestCases::differs(const SpaceItem& item, const State& state, const State& calm) const {
  if (item.type == ItemType::DateTime) return state[item.variable] != calm[item.variable];
  return space_.chosen(item, state) != space_.chosen(item, calm);
}

std::size_t SmallestCases::changes(const State& state, const State& calm) const {
  const auto& items = space_.items();
  const auto changed = static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [&](const SpaceItem& item) { return differs(item, state, calm); }));
  return changed + static_cast<std::size_t>(state[space_.history_variable()] != calm[space_.history_variable()]);
}

SmallestCases::Nearest SmallestCases::nearest(StateSet states) const {
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
void SmallestCases::tidy(StateSet states, Nearest& nearest) const {
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

SmallestCase SmallestCases::told(const Nearest& nearest) const {
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
    StateAnswer answer{
        item.link_id, item.type, {}, {}, is_asked(item, Side::Before, state), is_asked(item, Side::After, state),
        is_calm};
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

bool SmallestCases::is_asked(const SpaceItem& item, Side side, const State& state) const {
  const auto place = item.place[static_cast<std::size_t>(side)];
  return place && diagrams_.contains((side == Side::Before ? before_ : after_).asked(*place), state);
}

std::vector<std::size_t> SmallestCases::deciding(const DiffLevels& levels, const State& state) const {
  std::vector<std::size_t> rules;
  for (std::size_t rule = 0; rule < levels.book().rules.size(); ++rule)
    if (diagrams_.contains(levels.at(levels.book().rules[rule].level), state) &&
        diagrams_.contains(levels.fires(rule), state))
      rules.push_back(rule);
  return rules;
}

}  // namespace tiredness::verification
