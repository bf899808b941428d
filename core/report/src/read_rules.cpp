#include <algorithm>

#include "dump.hpp"
#include "read_condition.hpp"
#include "read_questions.hpp"
#include "tiredness/json/digits.hpp"
#include "tiredness/report/rule_names.hpp"
#include "tiredness/report/rules_document.hpp"
#include "tiredness/rules.hpp"

extern const std::string_view rule_set_1_questions;

namespace tiredness::json {
namespace {

constexpr std::size_t dump_limit = std::size_t{256} * 1024;  ///< bytes
constexpr std::size_t longest_version = 80;
constexpr std::int64_t largest_hours = 10'000;

/// Three numbers with dots between them.
bool is_version(std::string_view text) {
  if (text.size() > longest_version) return false;
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

void read_version(const Dump& dump, const Value& value) {
  if (!value.is(Kind::String) || !is_version(value.text()))
    return dump.error("not-a-version", value, {"expected a version such as 1.0.0"});
  dump.book().version = value.text();
}

void read_setting(const Dump& dump, const Value& value) {
  if (!dump.has_members(value, {"id", "default", "least", "most"})) return;
  BookSetting setting;
  setting.id = dump.id_in(*value.find("id"));
  setting.least = dump.number_in(*value.find("least"), 0, largest_hours);
  setting.most = dump.number_in(*value.find("most"), setting.least, largest_hours);
  setting.standard = dump.number_in(*value.find("default"), setting.least, setting.most);
  setting.value = setting.standard;
  std::vector<BookSetting>& settings = dump.book().settings;
  for (const BookSetting& other : settings)
    if (other.id == setting.id) dump.error("duplicate-setting", value, {"given twice; keep one"});
  settings.push_back(std::move(setting));
}

void read_settings(const Dump& dump, const Value& value) {
  if (!dump.is(value, Kind::Array)) return;
  for (const Value setting : value) read_setting(dump, setting);
}

/// Ids with spaces between them.
std::string read_ids(const Dump& dump, const Value& value) {
  std::string ids;
  if (!dump.is(value, Kind::Array)) return ids;
  for (const Value entry : value) ids.append(ids.empty() ? "" : " ").append(dump.id_in(entry));
  return ids;
}

/// Says whether it is a default.
bool read_rule(const Dump& dump, const Value& value, BookRule& rule) {
  if (!dump.has_members(value, {"id", "level", "kind", "sources", "settings", "when"})) return false;
  rule.id = dump.id_in(*value.find("id"));
  const Found level = value.find("level");
  if (const auto known = find_level(level->text()))
    rule.level = *known;
  else
    dump.error("unknown-level", *level, {"no such level"});
  const Found kind = value.find("kind");
  const bool is_default = kind->text() == default_kind;
  if (!is_default && kind->text() != rule_kind) dump.error("unknown-kind", *kind, {"expected rule or default"});
  if (!is_default && rule.level == Level::Expected)
    dump.error("calming-rule", *level, {"no rule gives expected: it is what is left where none fires"});
  rule.sources = read_ids(dump, *value.find("sources"));
  rule.when = read_condition(dump, *value.find("when"));
  // Which settings affect a rule follows from its condition; it is in the dump for people.
  if (const Found settings = value.find("settings"); dump.is(*settings, Kind::Array))
    for (const Value setting : *settings) static_cast<void>(dump.setting_named(setting));
  return is_default;
}

/// The two levels where no rule fires.
void take_defaults(const Dump& dump, const Value& value, std::vector<BookRule> defaults) {
  if (defaults.size() != 2 || defaults[0].level != Level::Expected || defaults[1].level != Level::Soon ||
      defaults[0].when != defaults[1].when)
    return dump.error(
        "no-defaults", value,
        {"the last two are the defaults, of levels expected and soon, with one condition: the allow-list"});
  dump.book().expected = std::move(defaults[0]);
  dump.book().not_on_allow_list = std::move(defaults[1]);
}

void read_rules(const Dump& dump, const Value& value) {
  if (!dump.is(value, Kind::Array)) return;
  std::vector<BookRule>& rules = dump.book().rules;
  std::vector<BookRule> defaults;
  for (const Value entry : value) {
    BookRule rule;
    const bool is_default = read_rule(dump, entry, rule);
    for (const std::vector<BookRule>* known : {&rules, &defaults})
      for (const BookRule& other : *known)
        if (other.id == rule.id) dump.error("duplicate-rule", entry, {"the id is given twice; keep one"});
    if (!is_default && !defaults.empty()) dump.error("rule-after-default", entry, {"the two defaults stand last"});
    (is_default ? defaults : rules).push_back(std::move(rule));
  }
  if (rules.size() > most_rules)
    dump.error("too-many-rules", value, {"more than ", Digits{most_rules}.view(), " rules"});
  take_defaults(dump, value, std::move(defaults));
}

/// The items and derived values of rule set 1, whose dumps tell neither.
void add_questions_of_rule_set_1(RuleBook& book, const Value& settings, const Reporter& settings_report) {
  Diagnostics faults;
  const auto document = Document::parse(rule_set_1_questions, faults);
  const Reporter report{faults, document->root()};
  const Dump dump{book, report};
  read_items(dump, *document->root().find("items"));
  read_derived(dump, *document->root().find("derived"));
  if (faults.has_errors()) settings_report.error("missing-setting", settings, {"rule set 1 had other settings"});
}

void read_document(const Value& root, RuleBook& book, const Reporter& report) {
  const Dump dump{book, report};
  if (!dump.has_members(root, {"version", "rules", "enableWhen", "settings"}, {"items", "derived"})) return;
  read_version(dump, *root.find("version"));
  read_settings(dump, *root.find("settings"));
  const Found items = root.find("items");
  const Found derived = root.find("derived");
  book.tells_items = items || derived;
  if (!book.tells_items && book.version.starts_with("1.")) {
    add_questions_of_rule_set_1(book, *root.find("settings"), report);
  } else {
    // Without them nothing else can be judged.
    const bool has_items = dump.has_member(root, "items");
    if (!dump.has_member(root, "derived") || !has_items) return;
    read_items(dump, *items);
    read_derived(dump, *derived);
  }
  read_asked_when(dump, *root.find("enableWhen"));
  read_rules(dump, *root.find("rules"));
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
