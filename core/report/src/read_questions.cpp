#include "read_questions.hpp"

#include <algorithm>

#include "read_condition.hpp"
#include "tiredness/json/digits.hpp"
#include "tiredness/report/rule_names.hpp"

namespace tiredness::json {
namespace {

constexpr std::size_t most_items = 64;
constexpr std::size_t most_options = 31;  ///< they are bits of a 32-bit number, of which all ones means any answer

void read_options(const Dump& dump, const Value& value, BookItem& entry) {
  if (dump.is(value, Kind::Array))
    for (const Value option : value) {
      const std::string_view id = dump.id_in(option);
      if (std::find(entry.options.begin(), entry.options.end(), id) != entry.options.end())
        dump.error("duplicate-option", option, {"given twice; keep one"});
      entry.options.emplace_back(id);
    }
  const bool has_options = entry.type != ItemType::Integer;
  if (entry.options.size() > most_options || entry.options.empty() == has_options)
    dump.error(
        "options", value,
        {"an integer item has no options, any other 1 to ", Digits{static_cast<std::int64_t>(most_options)}.view()});
}

void read_item(const Dump& dump, const Value& value) {
  BookItem entry;
  if (!dump.has_members(value, {"linkId", "type", "page", "options"})) return;
  entry.link_id = dump.id_in(*value.find("linkId"));
  entry.page = dump.id_in(*value.find("page"));
  const Found type = value.find("type");
  if (const auto known = find_in(type_names, type->text()))
    entry.type = *known;
  else
    dump.error("unknown-type", *type, {"expected choice, multi, integer or dateTime"});
  read_options(dump, *value.find("options"), entry);
  std::vector<BookItem>& items = dump.book().items;
  for (const BookItem& other : items)
    if (other.link_id == entry.link_id) dump.error("duplicate-item", value, {"given twice; keep one"});
  if (items.size() == most_items)
    return dump.error("too-many-items", value,
                      {"more than ", Digits{static_cast<std::int64_t>(most_items)}.view(), " items"});
  items.push_back(std::move(entry));
}

/// The condition of a derived value, which stands on no other.
Nodes read_underived(const Dump& dump, const Value& value) {
  Nodes nodes = read_condition(dump, value);
  if (std::any_of(nodes.begin(), nodes.end(), [](const Node& node) { return is_derived(node.op); }))
    dump.error("derived-twice", value, {"a derived value stands on answers alone"});
  return nodes;
}

void read_counts_as(const Dump& dump, const Value& value) {
  if (!dump.has_members(value, {"linkId", "option", "as", "when"})) return;
  BookCountsAs entry;
  const auto id = dump.item_named(*value.find("linkId"));
  if (!id) return;
  entry.item = *id;
  if (dump.item(*id).type != ItemType::Choice)
    return dump.error("wrong-item", value, {"only an option of a choice may count as another"});
  const auto option = dump.option_named(dump.item(*id), *value.find("option"));
  const auto counts_as = dump.option_named(dump.item(*id), *value.find("as"));
  if (!option || !counts_as) return;
  entry.option = *option;
  entry.counts_as = *counts_as;
  entry.when = read_condition(dump, *value.find("when"));
  dump.book().counts_as.push_back(std::move(entry));
}

/// Whether an item may be asked only where this holds: it reads what is answered before the item, or the item's own answer.
bool reads_only_before(const RuleBook& book, const Node& node, ItemId id) {
  const auto before = [&](const Nodes& nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [&](const Node& part) { return reads_only_before(book, part, id); });
  };
  if (is_group(node.op)) return true;
  if (node.op == Op::Drowsy) return before(book.drowsy);
  if (is_derived(node.op)) return before(book.treatment_day);
  if (node.op == Op::Has && node.item == id) return true;
  return node.item < id && (node.op != Op::Above || static_cast<ItemId>(node.argument) < id);
}

void read_asked_entry(const Dump& dump, const Value& entry) {
  if (!dump.has_members(entry, {"linkId", "when"})) return;
  const auto id = dump.item_named(*entry.find("linkId"));
  if (!id) return;
  Nodes& asked_when = dump.item(*id).asked_when;
  if (!is_always(asked_when)) dump.error("duplicate-item", entry, {"given twice; keep one"});
  Nodes read = read_condition(dump, *entry.find("when"));
  for (const Node& node : read)
    if (!reads_only_before(dump.book(), node, *id))
      dump.error("asked-too-early", *entry.find("when"),
                 {"whether an item is asked hangs on earlier items, and on what it is answered, alone"});
  asked_when = read.empty() ? owned(always) : std::move(read);
}

}  // namespace

void read_items(const Dump& dump, const Value& value) {
  if (!dump.is(value, Kind::Array)) return;
  for (const Value item : value) read_item(dump, item);
  const auto is_session = [](const BookItem& item) { return item.type == ItemType::DateTime; };
  if (std::count_if(dump.book().items.begin(), dump.book().items.end(), is_session) != 1)
    dump.error("no-session", value, {"exactly one item is of the type dateTime: when the session ended"});
}

void read_derived(const Dump& dump, const Value& value) {
  if (!dump.has_members(value, {"treatmentDay", "drowsy", "countsAs"})) return;
  dump.book().treatment_day = read_underived(dump, *value.find("treatmentDay"));
  dump.book().drowsy = read_underived(dump, *value.find("drowsy"));
  const Found counts_as = value.find("countsAs");
  if (dump.is(*counts_as, Kind::Array))
    for (const Value entry : *counts_as) read_counts_as(dump, entry);
}

void read_asked_when(const Dump& dump, const Value& value) {
  if (!dump.is(value, Kind::Array)) return;
  for (const Value entry : value) read_asked_entry(dump, entry);
}

}  // namespace tiredness::json
