#include "diagrams.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiredness::verification {
namespace {

std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 31U)) * 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29U);
}

constexpr std::size_t first_room = 1U << 12U;

}  // namespace

Diagrams::Diagrams(std::vector<unsigned> sizes) : sizes_(std::move(sizes)), known_(first_room), results_(first_room) {
  nodes_.push_back({variables(), 0});  // none
  nodes_.push_back({variables(), 0});  // all
}

std::size_t Diagrams::slot_of(std::uint32_t variable, std::span<const StateSet> branches) const {
  std::uint64_t hash = variable;
  for (const StateSet branch : branches) hash = mixed(hash + branch);
  std::size_t slot = hash & (known_.size() - 1);
  for (; known_[slot] != 0; slot = (slot + 1) & (known_.size() - 1)) {
    const Node& other = nodes_[known_[slot]];
    if (other.variable == variable && std::equal(branches.begin(), branches.end(), branches_.begin() + other.branches))
      break;
  }
  return slot;
}

StateSet Diagrams::node(std::uint32_t variable, std::span<const StateSet> branches) {
  if (std::all_of(branches.begin(), branches.end(), [&](StateSet branch) { return branch == branches.front(); }))
    return branches.front();
  const std::size_t slot = slot_of(variable, branches);
  if (known_[slot] != 0) return known_[slot];
  const auto made = static_cast<StateSet>(nodes_.size());
  nodes_.push_back({variable, static_cast<std::uint32_t>(branches_.size())});
  branches_.insert(branches_.end(), branches.begin(), branches.end());
  known_[slot] = made;
  if (nodes_.size() > known_.size() / 2) make_room();
  return made;
}

void Diagrams::make_room() {
  known_.assign(known_.size() * 2, 0);
  results_.assign(known_.size(), {});
  for (StateSet set = 2; set < nodes_.size(); ++set) {
    const Node& node = nodes_[set];
    known_[slot_of(node.variable, std::span(branches_).subspan(node.branches, sizes_[node.variable]))] = set;
  }
}

StateSet Diagrams::both(StateSet a, StateSet b) {
  if (a == none || b == none) return none;
  if (a == all || a == b) return b;
  if (b == all) return a;
  return combine(Operation::Both, std::min(a, b), std::max(a, b));
}

StateSet Diagrams::either(StateSet a, StateSet b) {
  if (a == all || b == all) return all;
  if (a == none || a == b) return b;
  if (b == none) return a;
  return combine(Operation::Either, std::min(a, b), std::max(a, b));
}

StateSet Diagrams::outside(StateSet a) {
  if (a == none) return all;
  if (a == all) return none;
  return combine(Operation::Outside, a, none);
}

StateSet Diagrams::combine(Operation operation, StateSet a, StateSet b) {
  const std::uint64_t key =
      (std::uint64_t{static_cast<std::uint8_t>(operation)} << 62U) | (std::uint64_t{a} << 31U) | b;
  if (const Entry& known = results_[mixed(key) & (results_.size() - 1)]; known.key == key) return known.result;
  std::uint32_t variable = nodes_[a].variable;
  if (operation != Operation::Outside) variable = std::min(variable, nodes_[b].variable);
  std::vector<StateSet> branches(sizes_[variable]);
  for (unsigned value = 0; value < branches.size(); ++value) {
    const StateSet of_a = branch(a, variable, value);
    if (operation == Operation::Outside)
      branches[value] = outside(of_a);
    else if (operation == Operation::Both)
      branches[value] = both(of_a, branch(b, variable, value));
    else
      branches[value] = either(of_a, branch(b, variable, value));
  }
  const StateSet result = node(variable, branches);
  results_[mixed(key) & (results_.size() - 1)] = {key, result};  // the table may have grown since
  return result;
}

bool Diagrams::contains(StateSet set, const State& state) const {
  while (set != none && set != all) set = branches_[nodes_[set].branches + state[nodes_[set].variable]];
  return set == all;
}

StateCount Diagrams::count(StateSet set) {
  // Of a node: the values of its variable and of those behind it.
  const auto behind = [&](const auto& self, StateSet at) -> StateCount {
    if (at == none) return {};
    if (at == all) return StateCount{1};
    if (const auto known = counts_.find(at); known != counts_.end()) return known->second;
    const Node node = nodes_[at];
    StateCount sum;
    for (unsigned value = 0; value < sizes_[node.variable]; ++value) {
      const StateSet next = branches_[node.branches + value];
      StateCount part = self(self, next);
      for (std::uint32_t skipped = node.variable + 1; skipped < nodes_[next].variable; ++skipped)
        part *= sizes_[skipped];
      sum += part;
    }
    counts_.emplace(at, sum);
    return sum;
  };
  StateCount total = behind(behind, set);
  for (std::uint32_t skipped = 0; skipped < nodes_[set].variable; ++skipped) total *= sizes_[skipped];
  return total;
}

State Diagrams::nearest(StateSet set, const Distance& distance) const {
  constexpr unsigned unreachable = ~0U / 2;
  struct Best {
    unsigned cost;
    unsigned value;
  };
  // Of a node, and whether an earlier variable of its group differs already: then it costs no more.
  std::unordered_map<std::uint64_t, Best> best;
  const auto step = [&](StateSet at, bool paid, unsigned value) {
    const std::uint32_t variable = nodes_[at].variable;
    const bool differs = value != distance.from[variable];
    const StateSet next = branches_[nodes_[at].branches + value];
    const std::uint32_t behind = nodes_[next].variable;
    const bool same_group = behind < variables() && distance.groups[behind] == distance.groups[variable];
    return std::array<unsigned, 3>{next, static_cast<unsigned>(same_group && (paid || differs)),
                                   static_cast<unsigned>(differs && !paid)};
  };
  const auto cost_of = [&](const auto& self, StateSet at, bool paid) -> unsigned {
    if (at == none) return unreachable;
    if (at == all) return 0;
    const std::uint64_t key = (std::uint64_t{at} << 1U) | static_cast<std::uint64_t>(paid);
    if (const auto known = best.find(key); known != best.end()) return known->second.cost;
    const std::uint32_t variable = nodes_[at].variable;
    Best found{unreachable, distance.from[variable]};
    const auto consider = [&](unsigned value) {
      const auto [next, paid_behind, cost] = step(at, paid, value);
      const unsigned whole = std::min(unreachable, cost + self(self, next, paid_behind != 0));
      if (whole < found.cost) found = {whole, value};
    };
    consider(distance.from[variable]);
    for (unsigned value = 0; value < sizes_[variable]; ++value) consider(value);
    best.emplace(key, found);
    return found.cost;
  };
  static_cast<void>(cost_of(cost_of, set, false));
  State state(distance.from.begin(), distance.from.end());
  bool paid = false;
  while (set != all && set != none) {
    const unsigned value = best.at((std::uint64_t{set} << 1U) | static_cast<std::uint64_t>(paid)).value;
    state[nodes_[set].variable] = value;
    const auto [next, paid_behind, cost] = step(set, paid, value);
    set = next;
    paid = paid_behind != 0;
  }
  return state;
}

}  // namespace tiredness::verification
