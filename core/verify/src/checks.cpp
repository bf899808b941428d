#include "checks.hpp"

#include <algorithm>
#include <future>
#include <iterator>

namespace tiredness {
namespace {

template <class T>
void append(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Verification verify(const RuleSet& rules, const ClinicConfig& config) {
  // The grid takes as long as all the others together: two cores, half the time.
  auto grid = std::async(std::launch::async, [&] {
    verification::Checks checks{rules, config};
    checks.grid();
    return checks.take();
  });
  verification::Checks checks{rules, config};
  checks.worse();
  checks.danger();
  checks.reachable();
  checks.settings();
  checks.paging();
  Verification rest = checks.take();
  Verification all = grid.get();
  append(all.covered, rest.covered);
  append(all.failures, rest.failures);
  append(all.witnesses, rest.witnesses);
  return all;
}

namespace verification {
namespace {

constexpr ItemSet multi_items = [] {
  ItemSet set = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].type == ItemType::Multi) set |= bit_of(static_cast<ItemId>(i));
  return set;
}();

std::size_t size_of(const std::vector<Situation>& cases) {
  std::size_t size = 0;
  for (const Situation& situation : cases)
    for (std::size_t i = 0; i < items.size(); ++i)
      if (situation.answers.answered(static_cast<ItemId>(i))) ++size;
  return size;
}

}  // namespace

Checks::Checks(const RuleSet& rules, const ClinicConfig& config) : rules_(rules), config_(config) {
  for (const Rule& rule : rules.rules) supported_.push_back({&rule, support_of(rule.when)});
}

void Checks::covered(std::string_view property, std::uint64_t checked, std::string_view what) {
  result_.covered.push_back({std::string(property), checked, std::string(what)});
}

void Checks::failed(std::string_view property, std::string explanation, std::vector<Situation> cases) {
  const auto known = std::find_if(result_.failures.begin(), result_.failures.end(),
                                  [&](const Counterexample& failure) { return failure.property == property; });
  if (known == result_.failures.end())
    result_.failures.push_back({std::string(property), std::move(explanation), std::move(cases)});
  else if (size_of(cases) < size_of(known->cases))
    *known = {std::string(property), std::move(explanation), std::move(cases)};
}

std::vector<const Rule*> Checks::rules_within(ItemSet set) const {
  std::vector<const Rule*> within;
  for (const Supported& entry : supported_)
    if ((entry.support & ~set) == 0 && (entry.support & multi_items) == 0) within.push_back(entry.rule);
  return within;
}

std::vector<Condition> Checks::conditions_within(ItemSet set, Condition also) const {
  std::vector<Condition> conditions{also};
  for (const Rule* rule : rules_within(set)) conditions.push_back(rule->when);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if ((set & bit_of(id)) != 0 && !enable_when(id).empty()) conditions.push_back(enable_when(id));
  }
  return conditions;
}

bool any_fires(const std::vector<const Rule*>& rules, Level level, const Facts& facts) {
  return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
    return rule->level >= level && facts.evaluate(rule->when) == Truth::True;
  });
}

}  // namespace verification
}  // namespace tiredness
