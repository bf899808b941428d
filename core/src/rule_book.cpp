#include "tiredness/rule_book.hpp"

#include <bit>

#include "tiredness/derived.hpp"
#include "tiredness/rules.hpp"

namespace tiredness {
namespace {

/// Dumps of rule set 1 told neither items nor derived values, and their hash is of that.
constexpr std::string_view versions_without_items = "1.";

BookRule owned(const Rule& rule) {
  return {std::string(rule.id), rule.level, std::string(rule.sources), owned(rule.when)};
}

unsigned place_of(std::uint32_t option) { return static_cast<unsigned>(std::countr_zero(option)); }

}  // namespace

RuleBook shipped_rule_book(const ClinicConfig& config) {
  const RuleSet& shipped = rule_set();
  RuleBook book;
  book.version = shipped.version;
  book.tells_items = !shipped.version.starts_with(versions_without_items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    BookItem item{std::string(items[i].link_id),
                  items[i].type,
                  std::string(id_of(items[i].page)),
                  {},
                  owned(enable_when(static_cast<ItemId>(i)))};
    for (const AnswerOption& option : items[i].options) item.options.emplace_back(option.id);
    book.items.push_back(std::move(item));
  }
  book.treatment_day = owned(derived::treatment_day);
  book.drowsy = owned(derived::drowsy);
  constexpr const derived::CountsAs& resting = derived::resting;
  book.counts_as.push_back({resting.item, place_of(resting.given), place_of(resting.counts_as), owned(resting.when)});
  for (const Rule& rule : shipped.rules) book.rules.push_back(owned(rule));
  book.expected = owned(shipped.expected);
  book.not_on_allow_list = owned(shipped.not_on_allow_list);
  for (std::size_t i = 0; i < setting_ranges.size(); ++i) {
    const SettingRange& range = setting_ranges[i];
    book.settings.push_back(
        {std::string(range.id), range.standard, range.least, range.most, config[static_cast<Setting>(i)]});
  }
  return book;
}

int threshold_in(const RuleBook& book, const Node& node) {
  const auto setting = setting_of(node);
  if (!setting) return static_cast<int>(node.argument);
  const int value = book.settings[static_cast<std::size_t>(*setting)].value + (is_one_more(node) ? 1 : 0);
  return counts_days(node) ? value * 24 : value;
}

std::vector<Condition> lines_of(Condition allow_list) {
  if (allow_list.front().op != Op::AllOf) return {allow_list};
  std::vector<Condition> lines;
  for (std::size_t at = 1; at < allow_list.size(); at += allow_list[at].size)
    lines.push_back(allow_list.subspan(at, allow_list[at].size));
  return lines;
}

}  // namespace tiredness
