#include "tiredness/explain.hpp"

namespace tiredness {
namespace {

/// Tries other answers to one item at a time.
class WhatIfSearch {
 public:
  WhatIfSearch(const RuleSet& rules, const Answers& answers, const Context& context, Level level)
      : rules_(rules), answers_(answers), context_(context), facts_(answers, context), level_(level) {}

  std::vector<WhatIf> run() {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto id = static_cast<ItemId>(i);
      if (!facts_.enabled(id)) continue;
      if (items[i].type == ItemType::Choice) try_choices(id);
      if (items[i].type == ItemType::Multi) try_options(id);
      if (items[i].type == ItemType::Integer) try_numbers(id);
    }
    return std::move(found_);
  }

 private:
  void try_choices(ItemId id) {
    for (unsigned option = 0; option < item_of(id).options.size(); ++option)
      if (facts_.offers(item_of(id).options[option])) try_value(id, 1U << option);
  }

  /// Every option taken away, and every one added.
  void try_options(ItemId id) {
    const std::uint32_t chosen = answers_.chosen(id);
    std::uint32_t exclusive = 0;
    for (unsigned option = 0; option < item_of(id).options.size(); ++option)
      if (item_of(id).options[option].exclusive) exclusive |= 1U << option;
    for (unsigned option = 0; option < item_of(id).options.size(); ++option) {
      const std::uint32_t bit = 1U << option;
      if ((exclusive & bit) != 0)
        try_value(id, bit);
      else if ((chosen & bit) == 0)
        try_value(id, (chosen & ~exclusive) | bit);
      else if (chosen != bit)
        try_value(id, chosen & ~bit);
    }
  }

  void try_numbers(ItemId id) {
    for (int value = 0; value <= highest_score; ++value) try_value(id, static_cast<std::uint32_t>(value) + 1);
  }

  void try_value(ItemId id, std::uint32_t value) {
    if (value == answers_.chosen(id)) return;
    Answers other = answers_;
    other.choose(id, value);
    const Level level = decide(rules_, Facts{other, context_}).level;
    if (level != level_) found_.push_back({id, value, level});
  }

  const RuleSet& rules_;
  const Answers& answers_;
  const Context& context_;
  Facts facts_;
  Level level_;
  std::vector<WhatIf> found_;
};

}  // namespace

Explanation explain(const RuleSet& rules, const Answers& answers, const Context& context,
                    std::optional<Page> asked_through) {
  Explanation result{assess(rules, answers, context, asked_through), {}, {}};
  const Facts facts{answers, context};
  for (const Rule& rule : rules.rules) result.trace.push_back({&rule, facts.evaluate(rule.when)});
  result.what_if = WhatIfSearch{rules, answers, context, result.assessment.disposition.level}.run();
  return result;
}

}  // namespace tiredness
