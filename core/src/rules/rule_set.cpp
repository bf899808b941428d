#include "allow_list.hpp"
#include "crisis.hpp"
#include "emergency.hpp"
#include "same_day.hpp"
#include "soon.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/rules_version.hpp"
#include "urgent.hpp"


namespace tiredness {
namespace {

template <class... Tables>
consteval auto concatenate(const Tables&... tables) {
  std::array<Rule, (std::tuple_size_v<Tables> + ...)> all{};
  std::size_t at = 0;
  const auto append = [&](const auto& table) {
    for (const Rule& rule : table) all[at++] = rule;
  };
  (append(tables), ...);
  return all;
}

constexpr auto all_rules =
    concatenate(rules::emergency, rules::crisis, rules::urgent, rules::same_day, rules::soon);
static_assert(all_rules.size() <= most_rules);

constexpr RuleSet shipped{rules_version, all_rules, rules::allow_list, rules::expected, rules::not_on_allow_list};

}  // namespace

const RuleSet& rule_set() { return shipped; }

}  // namespace tiredness
