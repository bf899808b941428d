#include "tiredness/rules.hpp"

namespace tiredness {

Disposition decide(const RuleSet& rules, const Facts& facts) {
  Disposition result;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (facts.evaluate(rules.rules[i].when) != Truth::True) continue;
    result.fired.set(i);
    result.levels.add(rules.rules[i].level);
  }
  if (result.levels.empty()) {
    const bool earned = facts.evaluate(rules.allow_list) == Truth::True;
    result.levels.add(earned ? Level::Expected : Level::Soon);
  }
  result.level = result.levels.highest();
  return result;
}

const Rule* default_rule(const RuleSet& rules, const Disposition& disposition) {
  if (disposition.fired.any()) return nullptr;
  return disposition.level == Level::Expected ? &rules.expected : &rules.not_on_allow_list;
}

}  // namespace tiredness
