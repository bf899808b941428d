#include "clauses.hpp"

#include <algorithm>
#include <cstdlib>

namespace tiredness::verification {
namespace {

using Leaves = std::vector<Node>;

std::vector<Leaves> leaves_of(Condition condition) {
  const Node& head = condition.front();
  if (!is_group(head.op)) return {{head}};
  std::vector<Leaves> all;
  if (head.op == Op::AllOf) all.emplace_back();
  for (std::size_t at = 1; at < head.size; at += condition[at].size) {
    const std::vector<Leaves> part = leaves_of(condition.subspan(at, condition[at].size));
    if (head.op == Op::AnyOf) {
      all.insert(all.end(), part.begin(), part.end());
      continue;
    }
    std::vector<Leaves> both;
    for (const Leaves& before : all)
      for (const Leaves& more : part) {
        both.push_back(before);
        both.back().insert(both.back().end(), more.begin(), more.end());
      }
    all = std::move(both);
  }
  return all;
}

}  // namespace

std::vector<Clause> clauses_of(Condition condition) {
  std::vector<Clause> clauses;
  for (const Leaves& leaves : leaves_of(condition)) {
    if (leaves.size() > 254) std::abort();  // more leaves than a condition can hold: nothing would be proved
    Clause clause{Node{Op::AllOf, static_cast<std::uint8_t>(leaves.size() + 1), {}, 0, 0}};
    clause.insert(clause.end(), leaves.begin(), leaves.end());
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

}  // namespace tiredness::verification
