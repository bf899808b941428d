#include <algorithm>
#include <initializer_list>

#include "condition_words.hpp"
#include "digits.hpp"
#include "reporter.hpp"
#include "rule_names.hpp"
#include "tiredness/report/rules_document.hpp"
#include "tiredness/rules.hpp"

extern const std::string_view rule_set_1_questions;

namespace tiredness::json {
namespace {

constexpr std::size_t dump_limit = std::size_t{256} * 1024;  ///< bytes
constexpr std::size_t most_items = 64;
constexpr std::size_t most_options = 31;  ///< they are bits of a 32-bit number, of which all ones means any answer
constexpr std::size_t most_nodes = 255;
constexpr std::size_t longest_id = 80;
constexpr std::int64_t largest_threshold = 1'000'000;
constexpr std::int64_t largest_hours = 10'000;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

/// Three numbers with dots between them.
bool is_version(std::string_view text) {
  if (text.size() > longest_id) return false;
  int numbers = 1;
  bool digit = false;
  for (const char c : text) {
    if (c == '.' && !digit) return false;
    if (c != '.' && (c < '0' || c > '9')) return false;
    if (c == '.') ++numbers;
    digit = c != '.';
  }
  return numbers == 3 && digit;
}

/// A setting counted in days is known by its name.
bool is_in_days(std::string_view setting) { return setting.ends_with("Days"); }

bool is_derived(Op op) { return op == Op::TreatmentDay || op == Op::AfterTreatmentDay || op == Op::Drowsy; }

/// The type that the item of an operator has; nothing where any will do.
std::optional<ItemType> type_for(Op op) {
  switch (op) {
    case Op::AtLeast:
    case Op::Below:
    case Op::Above:
    case Op::RoseSinceCheck:
    case Op::SameSinceCheck:
    case Op::CoursePersistent:
    case Op::CoursePersistentDaily: return ItemType::Integer;
    case Op::SessionKnown:
    case Op::SessionUnclear:
    case Op::SessionNotYet:
    case Op::TreatmentDay:
    case Op::AfterTreatmentDay: return ItemType::DateTime;
    default: return counts_hours(op) ? std::optional{ItemType::DateTime} : std::nullopt;
  }
}

/// Reads the parts of a dump into a book; every fault is noted and reading goes on.
class RulesReader {
 public:
  RulesReader(RuleBook& book, const Reporter& report) : book_(book), report_(report) {}

  void read_items(const Value& value) {
    if (!is(value, Kind::Array)) return;
    for (const Value item : value) read_item(item);
    if (std::count_if(book_.items.begin(), book_.items.end(),
                      [](const BookItem& item) { return item.type == ItemType::DateTime; }) != 1)
      report_.error("no-session", value, {"exactly one item is of the type dateTime: when the session ended"});
  }

  void read_derived(const Value& value) {
    if (!has_members(value, {"treatmentDay", "drowsy", "countsAs"})) return;
    read_underived(*value.find("treatmentDay"), book_.treatment_day);
    read_underived(*value.find("drowsy"), book_.drowsy);
    const Found counts_as = value.find("countsAs");
    if (is(*counts_as, Kind::Array))
      for (const Value entry : *counts_as) read_counts_as(entry);
  }

  void read_settings(const Value& value) {
    if (!is(value, Kind::Array)) return;
    for (const Value setting : value) read_setting(setting);
  }

  void read_asked_when(const Value& value) {
    if (!is(value, Kind::Array)) return;
    for (const Value entry : value) {
      if (!has_members(entry, {"linkId", "when"})) continue;
      const auto id = item_named(*entry.find("linkId"));
      if (!id) continue;
      Nodes& nodes = item(*id).asked_when;
      if (!nodes.empty()) report_.error("duplicate-item", entry, {"given twice; keep one"});
      read_condition(*entry.find("when"), nodes);
      for (const Node& node : nodes)
        if (!reads_only_before(node, *id))
          report_.error("asked-too-early", *entry.find("when"),
                        {"whether an item is asked hangs on earlier items, and on what it is answered, alone"});
    }
  }

  void read_rules(const Value& value) {
    if (!is(value, Kind::Array)) return;
    std::vector<BookRule> defaults;
    for (const Value entry : value) {
      BookRule rule;
      const bool is_default = read_rule(entry, rule);
      for (const std::vector<BookRule>* known : {&book_.rules, &defaults})
        for (const BookRule& other : *known)
          if (other.id == rule.id) report_.error("duplicate-rule", entry, {"the id is given twice; keep one"});
      if (!is_default && !defaults.empty()) report_.error("rule-after-default", entry, {"the two defaults stand last"});
      (is_default ? defaults : book_.rules).push_back(std::move(rule));
    }
    if (book_.rules.size() > most_rules)
      report_.error("too-many-rules", value, {"more than ", Digits{most_rules}.view(), " rules"});
    if (defaults.size() != 2 || defaults[0].level != Level::Expected || defaults[1].level != Level::Soon ||
        defaults[0].when != defaults[1].when)
      return report_.error(
          "no-defaults", value,
          {"the last two are the defaults, of levels expected and soon, with one condition: the allow-list"});
    book_.expected = std::move(defaults[0]);
    book_.not_on_allow_list = std::move(defaults[1]);
  }

  void read_version(const Value& value) {
    if (!value.is(Kind::String) || !is_version(value.text()))
      return report_.error("not-a-version", value, {"expected a version such as 1.0.0"});
    book_.version = value.text();
  }

  /// An object with these members, all of them and no others: what is not known could change a level.
  bool has_members(const Value& value, std::initializer_list<std::string_view> needed,
                   std::initializer_list<std::string_view> allowed = {}) const {
    if (!is(value, Kind::Object)) return false;
    const auto is_in = [](std::initializer_list<std::string_view> names, std::string_view name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    bool all = true;
    for (const Value member : value)
      if (!is_in(needed, member.key()) && !is_in(allowed, member.key()))
        report_.error("unknown-member", member, {"not known to this build, and it could change a level"});
    for (const std::string_view name : needed) all = has_member(value, name) && all;
    return all;
  }

  bool has_member(const Value& value, std::string_view name) const {
    const bool has = static_cast<bool>(value.find(name));
    if (!has) report_.error("missing-member", value, {"'", name, "' is missing"});
    return has;
  }

 private:
  BookItem& item(ItemId id) { return book_.items[static_cast<std::size_t>(id)]; }

  bool is(const Value& value, Kind kind) const {
    if (!value.is(kind)) report_.wrong_type(value, name_of(kind));
    return value.is(kind);
  }

  /// The text of an id; empty where it is none.
  std::string_view id_in(const Value& value) const {
    if (!is(value, Kind::String)) return {};
    if (!is_id(value.text())) {
      report_.error("not-an-id", value, {"expected an id: letters, digits, hyphens and dots"});
      return {};
    }
    return value.text();
  }

  int number_in(const Value& value, std::int64_t least, std::int64_t most) const {
    if (!is(value, Kind::Integer)) return static_cast<int>(least);
    if (value.integer() < least || value.integer() > most) {
      report_.error("out-of-range", value,
                    {"expected a whole number from ", Digits{least}.view(), " to ", Digits{most}.view()});
      return static_cast<int>(least);
    }
    return static_cast<int>(value.integer());
  }

  std::optional<ItemId> item_named(const Value& value) const {
    const std::string_view id = id_in(value);
    for (std::size_t i = 0; i < book_.items.size(); ++i)
      if (book_.items[i].link_id == id) return static_cast<ItemId>(i);
    if (!id.empty()) report_.error("unknown-item", value, {"no such item in this dump"});
    return std::nullopt;
  }

  std::optional<unsigned> option_named(const BookItem& of, const Value& value) const {
    const std::string_view id = id_in(value);
    for (unsigned i = 0; i < of.options.size(); ++i)
      if (of.options[i] == id) return i;
    if (!id.empty()) report_.error("unknown-option", value, {"'", of.link_id, "' has no such option in this dump"});
    return std::nullopt;
  }

  std::optional<Setting> setting_named(const Value& value) const {
    const std::string_view id = id_in(value);
    for (std::size_t i = 0; i < book_.settings.size(); ++i)
      if (book_.settings[i].id == id) return static_cast<Setting>(i);
    if (!id.empty()) report_.error("unknown-setting", value, {"no such setting in this dump"});
    return std::nullopt;
  }

  void read_item(const Value& value) {
    BookItem entry;
    if (!has_members(value, {"linkId", "type", "page", "options"})) return;
    entry.link_id = id_in(*value.find("linkId"));
    entry.page = id_in(*value.find("page"));
    const Found type = value.find("type");
    if (const auto known = find_in(type_names, type->text()))
      entry.type = *known;
    else
      report_.error("unknown-type", *type, {"expected choice, multi, integer or dateTime"});
    const Found options = value.find("options");
    if (is(*options, Kind::Array))
      for (const Value option : *options) {
        const std::string_view id = id_in(option);
        if (std::find(entry.options.begin(), entry.options.end(), id) != entry.options.end())
          report_.error("duplicate-option", option, {"given twice; keep one"});
        entry.options.emplace_back(id);
      }
    const bool has_options = entry.type != ItemType::Integer;
    if (entry.options.size() > most_options || entry.options.empty() == has_options)
      report_.error(
          "options", *options,
          {"an integer item has no options, any other 1 to ", Digits{static_cast<std::int64_t>(most_options)}.view()});
    for (const BookItem& other : book_.items)
      if (other.link_id == entry.link_id) report_.error("duplicate-item", value, {"given twice; keep one"});
    if (book_.items.size() == most_items)
      return report_.error("too-many-items", value,
                           {"more than ", Digits{static_cast<std::int64_t>(most_items)}.view(), " items"});
    book_.items.push_back(std::move(entry));
  }

  void read_counts_as(const Value& value) {
    if (!has_members(value, {"linkId", "option", "as", "when"})) return;
    BookCountsAs entry;
    const auto id = item_named(*value.find("linkId"));
    if (!id) return;
    entry.item = *id;
    if (item(*id).type != ItemType::Choice)
      return report_.error("wrong-item", value, {"only an option of a choice may count as another"});
    const auto option = option_named(item(*id), *value.find("option"));
    const auto counts_as = option_named(item(*id), *value.find("as"));
    if (!option || !counts_as) return;
    entry.option = *option;
    entry.counts_as = *counts_as;
    read_condition(*value.find("when"), entry.when);
    book_.counts_as.push_back(std::move(entry));
  }

  void read_setting(const Value& value) {
    if (!has_members(value, {"id", "default", "least", "most"})) return;
    BookSetting setting;
    setting.id = id_in(*value.find("id"));
    setting.least = number_in(*value.find("least"), 0, largest_hours);
    setting.most = number_in(*value.find("most"), setting.least, largest_hours);
    setting.standard = number_in(*value.find("default"), setting.least, setting.most);
    setting.value = setting.standard;
    for (const BookSetting& other : book_.settings)
      if (other.id == setting.id) report_.error("duplicate-setting", value, {"given twice; keep one"});
    book_.settings.push_back(std::move(setting));
  }

  /// Says whether it is a default.
  bool read_rule(const Value& value, BookRule& rule) {
    if (!has_members(value, {"id", "level", "kind", "sources", "settings", "when"})) return false;
    rule.id = id_in(*value.find("id"));
    const Found level = value.find("level");
    if (const auto known = find_level(level->text()))
      rule.level = *known;
    else
      report_.error("unknown-level", *level, {"no such level"});
    const Found kind = value.find("kind");
    const bool is_default = kind->text() == default_kind;
    if (!is_default && kind->text() != rule_kind) report_.error("unknown-kind", *kind, {"expected rule or default"});
    if (!is_default && rule.level == Level::Expected)
      report_.error("calming-rule", *level, {"no rule gives expected: it is what is left where none fires"});
    rule.sources = read_ids(*value.find("sources"));
    read_condition(*value.find("when"), rule.when);
    // Which settings affect a rule follows from its condition; it is in the dump for people.
    if (const Found settings = value.find("settings"); is(*settings, Kind::Array))
      for (const Value setting : *settings) static_cast<void>(setting_named(setting));
    return is_default;
  }

  /// Ids with spaces between them.
  std::string read_ids(const Value& value) const {
    std::string ids;
    if (!is(value, Kind::Array)) return ids;
    for (const Value entry : value) ids.append(ids.empty() ? "" : " ").append(id_in(entry));
    return ids;
  }

  /// The condition of a derived value, which stands on no other.
  void read_underived(const Value& value, Nodes& nodes) {
    read_condition(value, nodes);
    for (const Node& node : nodes)
      if (is_derived(node.op))
        return report_.error("derived-twice", value, {"a derived value stands on answers alone"});
  }

  void read_condition(const Value& value, Nodes& nodes) {
    nodes.clear();
    if (!read_node(value, nodes)) nodes.clear();
  }

  /// Says whether it is whole: a condition with a fault in it is not used any more.
  bool read_node(const Value& value, Nodes& nodes) {
    if (!is(value, Kind::Object)) return false;
    for (const Op group : {Op::AllOf, Op::AnyOf})
      if (const Found parts = value.find(name_in(op_names, group))) return read_group(value, group, *parts, nodes);
    return read_leaf(value, nodes);
  }

  bool read_group(const Value& value, Op op, const Value& parts, Nodes& nodes) {
    if (!has_members(value, {name_in(op_names, op)}) || !is(parts, Kind::Array)) return false;
    if (parts.empty()) {
      report_.error("no-parts", parts, {"a group has at least one part"});
      return false;
    }
    const std::size_t head = nodes.size();
    nodes.push_back({op, 1, {}, 0, 0});
    bool whole = true;
    for (const Value part : parts) whole = read_node(part, nodes) && whole;
    if (nodes.size() > most_nodes) {
      report_.error("too-long", value,
                    {"more than ", Digits{static_cast<std::int64_t>(most_nodes)}.view(), " parts; split the rule"});
      return false;
    }
    nodes[head].size = static_cast<std::uint8_t>(nodes.size() - head);
    return whole;
  }

  bool read_leaf(const Value& value, Nodes& nodes) {
    const Found name = value.find("op");
    if (!name) return has_members(value, {"op", "linkId"});
    const auto op = find_in(op_names, name->text());
    if (!op || is_group(*op)) {
      report_.error("unknown-operator", *name, {"not known to this build, and it could change a level"});
      return false;
    }
    Node node{*op, 1, {}, 0, 0};
    if (!has_members_of(*op, value)) return false;
    const auto id = item_named(*value.find("linkId"));
    if (!id) return false;
    node.item = *id;
    if (!fits(*op, item(*id), *value.find("linkId"))) return false;
    if (is_choice(*op) && !read_options(value, node)) return false;
    if (*op == Op::Above && !read_other(*value.find("other"), node)) return false;
    if (has_threshold(*op) && !read_threshold(value, node)) return false;
    nodes.push_back(node);
    return true;
  }

  bool has_members_of(Op op, const Value& value) const {
    if (op == Op::CountAtLeast) return has_members(value, {"op", "linkId", "count", "options"});
    if (is_choice(op)) return has_members(value, {"op", "linkId", "options"});
    if (op == Op::Above) return has_members(value, {"op", "linkId", "other"});
    if (has_threshold(op)) return has_members(value, {"op", "linkId"}, {"setting", "value", "plus"});
    return has_members(value, {"op", "linkId"});
  }

  bool fits(Op op, const BookItem& of, const Value& at) const {
    const auto type = type_for(op);
    if (!type || *type == of.type) return true;
    report_.error("wrong-item", at, {"this operator reads an item of the type ", name_in(type_names, *type)});
    return false;
  }

  bool read_options(const Value& value, Node& node) {
    const BookItem& of = item(node.item);
    const Found options = value.find("options");
    if (!is(*options, Kind::Array)) return false;
    if (options->empty()) {
      if (node.op != Op::Has) report_.error("no-options", *options, {"at least one option is needed"});
      node.argument = ~0U;  // answered with anything
      return node.op == Op::Has;
    }
    for (const Value option : *options) {
      const auto place = option_named(of, option);
      if (!place) return false;
      node.argument |= 1U << *place;
    }
    if (node.op == Op::CountAtLeast)
      node.count =
          static_cast<std::uint8_t>(number_in(*value.find("count"), 1, static_cast<std::int64_t>(of.options.size())));
    return true;
  }

  bool read_other(const Value& value, Node& node) {
    const auto other = item_named(value);
    if (!other || !fits(node.op, item(*other), value)) return false;
    node.argument = static_cast<std::uint32_t>(*other);
    return true;
  }

  bool read_threshold(const Value& value, Node& node) {
    const Found setting = value.find("setting");
    const Found fixed = value.find("value");
    if (static_cast<bool>(setting) == static_cast<bool>(fixed)) {
      report_.error("no-threshold", value, {"either 'setting' or 'value' is needed"});
      return false;
    }
    if (fixed) {
      if (const Found plus = value.find("plus")) report_.error("no-threshold", *plus, {"'plus' goes with 'setting'"});
      node.argument = static_cast<std::uint32_t>(number_in(*fixed, 0, largest_threshold));
      return true;
    }
    const auto known = setting_named(*setting);
    if (!known) return false;
    const bool days = counts_hours(node.op) && is_in_days(setting->text());
    const Found plus = value.find("plus");
    if (plus) static_cast<void>(number_in(*plus, 1, 1));
    Threshold threshold = days ? in_days(*known) : Threshold{*known};
    if (plus) threshold = one_more_than(threshold);
    node.argument = threshold.raw;
    return true;
  }

  [[nodiscard]] bool reads_only_before(const Node& node, ItemId id) const {
    const auto before = [&](const Nodes& nodes) {
      return std::all_of(nodes.begin(), nodes.end(), [&](const Node& part) { return reads_only_before(part, id); });
    };
    if (is_group(node.op)) return true;
    if (node.op == Op::Drowsy) return before(book_.drowsy);
    if (is_derived(node.op)) return before(book_.treatment_day);
    if (node.op == Op::Has && node.item == id) return true;
    return node.item < id && (node.op != Op::Above || static_cast<ItemId>(node.argument) < id);
  }

  RuleBook& book_;
  const Reporter& report_;
};

/// The items and derived values of rule set 1, whose dumps tell neither.
void add_questions_of_rule_set_1(RuleBook& book, const Value& settings, const Reporter& settings_report) {
  Diagnostics faults;
  const auto document = Document::parse(rule_set_1_questions, faults);
  const Reporter report{faults, document->root()};
  RulesReader reader{book, report};
  reader.read_items(*document->root().find("items"));
  reader.read_derived(*document->root().find("derived"));
  if (faults.has_errors()) settings_report.error("missing-setting", settings, {"rule set 1 had other settings"});
}

void read_document(const Value& root, RuleBook& book, const Reporter& report) {
  RulesReader reader{book, report};
  if (!reader.has_members(root, {"version", "rules", "enableWhen", "settings"}, {"items", "derived"})) return;
  reader.read_version(*root.find("version"));
  reader.read_settings(*root.find("settings"));
  const Found items = root.find("items");
  const Found derived = root.find("derived");
  book.tells_items = items || derived;
  if (!book.tells_items && book.version.starts_with("1.")) {
    add_questions_of_rule_set_1(book, *root.find("settings"), report);
  } else {
    // Without them nothing else can be judged.
    const bool has_items = reader.has_member(root, "items");
    if (!reader.has_member(root, "derived") || !has_items) return;
    reader.read_items(*items);
    reader.read_derived(*derived);
  }
  reader.read_asked_when(*root.find("enableWhen"));
  reader.read_rules(*root.find("rules"));
}

}  // namespace

std::optional<RuleBook> read_rules(std::string_view text, Diagnostics& faults) {
  const auto document = Document::parse(text, faults, dump_limit);
  if (!document) return std::nullopt;
  RuleBook book;
  read_document(document->root(), book, {faults, document->root()});
  if (faults.has_errors()) return std::nullopt;
  return book;
}

bool looks_like_rules(std::string_view text) {
  Diagnostics faults;
  const auto document = Document::parse(text, faults, dump_limit);
  return document && document->root().find("rules");
}

}  // namespace tiredness::json
