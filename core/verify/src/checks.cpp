#include "checks.hpp"

#include <algorithm>
#include <iterator>
#ifndef __EMSCRIPTEN__
#include <future>
#endif

namespace tiredness {
namespace {

template <class T>
void append(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Does one thing beside another. A page's Worker has no threads: there one comes after the other.
template <class One, class Other>
void side_by_side(One one, Other other) {
#ifdef __EMSCRIPTEN__
  one();
  other();
#else
  auto beside = std::async(std::launch::async, one);
  other();
  beside.get();
#endif
}

}  // namespace

Verification verify(const RuleSet& rules, const ClinicConfig& config, const Progress& progress) {
  verification::Steps steps{
      progress, verification::Checks::steps_of_grid() + verification::Checks{rules, config}.steps_of_others()};
  verification::Checks grid{rules, config, &steps};
  verification::Checks checks{rules, config, &steps};
  // The grid takes as long as all the others together: two cores, half the time.
  side_by_side([&] { grid.grid(); },
               [&] {
                 checks.worse();
                 checks.danger();
                 checks.course();
                 checks.reachable();
                 checks.settings();
                 checks.together();
                 checks.paging();
               });
  Verification all = grid.take();
  Verification rest = checks.take();
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

Checks::Checks(const RuleSet& rules, const ClinicConfig& config, Steps* steps)
    : rules_(rules), config_(config), steps_(steps) {
  for (const Rule& rule : rules.rules) {
    supported_.push_back({&rule, support_of(rule.when), {}});
    for (Clause& clause : clauses_of(rule.when)) {
      const ItemSet support = support_of(clause);
      supported_.back().clauses.push_back({&rule, std::move(clause), support});
    }
  }
}

/// A step for each rule in `worse` and in `reachable`, one for each setting, and one for what else there is in each of the checks.
unsigned Checks::steps_of_others() const {
  constexpr std::size_t others = 7;
  return static_cast<unsigned>(2 * supported_.size() + level_settings.size() + others);
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

std::vector<const RuleClause*> Checks::clauses_within(ItemSet set) const {
  std::vector<const RuleClause*> within;
  for (const Supported& entry : supported_)
    for (const RuleClause& clause : entry.clauses)
      if ((clause.support & ~set) == 0 && (clause.support & multi_items) == 0) within.push_back(&clause);
  return within;
}

std::vector<Condition> Checks::lines_within(ItemSet set) const {
  std::vector<Condition> within;
  for (const Condition line : lines_of(rules_.allow_list))
    if (const ItemSet support = support_of(line); (support & (~set | multi_items)) == 0) within.push_back(line);
  return within;
}

std::vector<Condition> Checks::conditions_within(ItemSet set, Condition also) const {
  std::vector<Condition> conditions{also};
  for (const RuleClause* clause : clauses_within(set)) conditions.push_back(clause->when());
  for (const Condition line : lines_within(set)) conditions.push_back(line);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if ((set & bit_of(id)) != 0) conditions.push_back(enable_when(id));
  }
  return conditions;
}

bool any_fires(const std::vector<const RuleClause*>& clauses, Level level, const Facts& facts) {
  return std::any_of(clauses.begin(), clauses.end(), [&](const RuleClause* clause) {
    return clause->rule->level >= level && facts.evaluate(clause->when()) == Truth::True;
  });
}

bool any_refuses(const std::vector<Condition>& lines, const Facts& facts) {
  return std::any_of(lines.begin(), lines.end(), [&](Condition line) { return facts.evaluate(line) != Truth::True; });
}

}  // namespace verification
}  // namespace tiredness
