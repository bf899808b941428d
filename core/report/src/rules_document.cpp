#include "tiredness/report/rules_document.hpp"

#include <algorithm>

#include "tiredness/care.hpp"
#include "tiredness/json/content.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/report/condition_words.hpp"
#include "tiredness/json/texts.hpp"
#include "tiredness/report/rule_names.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {
namespace {

/// The settings that affect a condition, the treatment day's among them.
void collect_settings(const RuleBook& book, Condition condition, std::vector<std::string_view>& found) {
  for (const Node& node : condition) {
    if (const BookSetting* setting = setting_in(book, node))
      if (std::find(found.begin(), found.end(), setting->id) == found.end()) found.emplace_back(setting->id);
    if (node.op == Op::TreatmentDay || node.op == Op::AfterTreatmentDay)
      collect_settings(book, book.treatment_day, found);
  }
}

std::vector<std::string_view> facts_of(std::string_view sources) {
  std::vector<std::string_view> facts;
  for_each_source(sources, [&](std::string_view fact) { facts.push_back(fact); });
  return facts;
}

void write_strings(Writer& out, std::string_view name, const std::vector<std::string_view>& strings) {
  out.key(name).begin_array();
  for (const std::string_view text : strings) out.string(text);
  out.end_array();
}

// ---- JSON -------------------------------------------------------------------------------------------------------

void write_condition(Writer& out, const RuleBook& book, Condition condition) {
  const Node& node = condition.front();
  out.begin_object();
  if (is_group(node.op)) {
    out.key(name_in(op_names, node.op)).begin_array();
    for_each_part(condition, [&](Condition part) { write_condition(out, book, part); });
    out.end_array().end_object();
    return;
  }
  out.member("op", name_in(op_names, node.op)).member("linkId", item_in(book, node).link_id);
  if (node.op == Op::CountAtLeast) out.key("count").integer(node.count);
  if (is_choice(node.op)) write_strings(out, "options", options_of(book, node));
  if (node.op == Op::Above) out.member("other", book.items[node.argument].link_id);
  if (const BookSetting* setting = setting_in(book, node))
    out.member("setting", setting->id);
  else if (has_threshold(node.op))
    out.key("value").integer(node.argument);
  if (is_one_more(node)) out.key("plus").integer(1);
  out.end_object();
}

void write_rule(Writer& out, const RuleBook& book, const BookRule& rule, std::string_view kind) {
  out.begin_object().member("id", rule.id).member("level", id_of(rule.level)).member("kind", kind);
  write_strings(out, "sources", facts_of(rule.sources));
  std::vector<std::string_view> settings;
  collect_settings(book, rule.when, settings);
  write_strings(out, "settings", settings);
  write_condition(out.key("when"), book, rule.when);
  out.end_object();
}

void write_items(Writer& out, const RuleBook& book) {
  out.key("items").begin_array();
  for (const BookItem& item : book.items) {
    out.begin_object()
        .member("linkId", item.link_id)
        .member("type", name_in(type_names, item.type))
        .member("page", item.page);
    write_strings(out, "options", {item.options.begin(), item.options.end()});
    out.end_object();
  }
  out.end_array();
}

void write_derived(Writer& out, const RuleBook& book) {
  write_condition(out.key("derived").begin_object().key("treatmentDay"), book, book.treatment_day);
  write_condition(out.key("drowsy"), book, book.drowsy);
  out.key("countsAs").begin_array();
  for (const BookCountsAs& entry : book.counts_as) {
    const BookItem& item = book.items[static_cast<std::size_t>(entry.item)];
    out.begin_object().member("linkId", item.link_id).member("option", item.options[entry.option]);
    write_condition(out.member("as", item.options[entry.counts_as]).key("when"), book, entry.when);
    out.end_object();
  }
  out.end_array().end_object();
}

// ---- Markdown ---------------------------------------------------------------------------------------------------

std::string sources_in_words(std::string_view sources, const Content& content) {
  std::vector<std::string> links;
  for (const std::string_view fact : facts_of(sources)) {
    const SourceText* source = content.find_source(fact);
    std::string title = source == nullptr ? "" : " " + source->title;
    if (source != nullptr && !source->url.empty()) title = " [" + source->title + "](" + source->url + ")";
    links.push_back(std::string(fact) + title);
  }
  std::string text;
  for (const std::string& link : links) text += (text.empty() ? "" : "<br>") + link;
  return text;
}

void add_row(std::string& text, const BookRule& rule, const Content& content) {
  std::vector<std::string_view> settings;
  collect_settings(shipped_book(), rule.when, settings);
  std::vector<std::string> setting_names;
  for (const std::string_view id : settings) setting_names.push_back(code(id));
  const ClinicConfig standard;
  const std::string told = Texts{content.find_catalogue("en"), standard, false}("rule.", rule.id);
  text += "| " + code(rule.id) + " | " + in_words(shipped_book(), rule.when) + " | " + told + " | " +
          joined(setting_names, "and") + " | " + sources_in_words(rule.sources, content) + " |\n";
}

constexpr std::string_view table_head =
    "\n| rule | fires when | the visitor reads | settings | sources |\n|---|---|---|---|---|\n";

}  // namespace

std::string rules_as_json() { return rules_as_json(shipped_book()); }

std::string rules_as_json(const RuleBook& book) {
  Writer out;
  out.begin_object().member("version", book.version).key("rules").begin_array();
  for (const BookRule& rule : book.rules) write_rule(out, book, rule, rule_kind);
  write_rule(out, book, book.expected, default_kind);
  write_rule(out, book, book.not_on_allow_list, default_kind);
  out.end_array().key("enableWhen").begin_array();
  for (const BookItem& item : book.items) {
    if (is_always(item.asked_when)) continue;
    write_condition(out.begin_object().member("linkId", item.link_id).key("when"), book, item.asked_when);
    out.end_object();
  }
  out.end_array();
  if (book.tells_items) write_items(out, book);
  if (book.tells_items) write_derived(out, book);
  out.key("settings").begin_array();
  for (const BookSetting& setting : book.settings) {
    out.begin_object().member("id", setting.id).key("default").integer(setting.standard);
    out.key("least").integer(setting.least).key("most").integer(setting.most).end_object();
  }
  return out.end_array().end_object().take() + "\n";
}

std::string rules_as_markdown(const Content& content) {
  const RuleBook& rules = shipped_book();
  std::string text =
      "# The rules\n\nRule set " + rules.version + ", SHA-256 " + code(rules_hash) + ": **" +
      std::string(approval_in_words) +
      ".**\n\n"
      "Generated by `tiredness-check rules --format markdown` from the rules that ship; do not edit.\n\n"
      "All rules are evaluated. The most urgent level of a rule that fires is the result; nothing lowers it. "
      "Where no rule fires, the result is `expected` if every line of the allow-list holds, and `soon` if "
      "not. A test of time holds where the session's time is not known. An answer that was not given is "
      "never a \"no\".\n";
  for (const Level level : most_urgent_first) {
    if (level == Level::Expected) continue;
    text += "\n## " + code(id_of(level)) + "\n";
    text += table_head;
    for (const BookRule& rule : rules.rules)
      if (rule.level == level) add_row(text, rule, content);
  }
  text +=
      "\n## Where no rule fires\n\n`expected` is given only where all of these hold; otherwise the result is `soon` "
      "(" +
      code(rules.not_on_allow_list.id) + ").\n\n";
  for (const Condition line : lines_of(rules.expected.when)) text += "- " + in_words(rules, line) + "\n";
  text += "\nSources of " + code(rules.expected.id) + ": " + sources_in_words(rules.expected.sources, content) + "\n";
  return text;
}

}  // namespace tiredness::json
