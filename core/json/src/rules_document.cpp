#include "tiredness/json/rules_document.hpp"

#include <algorithm>

#include "tiredness/care.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/rules_version.hpp"
#include "condition_words.hpp"
#include "content.hpp"
#include "writer.hpp"

namespace tiredness::json {
namespace {

std::string_view name_of(Op op) {
  switch (op) {
    case Op::AllOf: return "allOf";
    case Op::AnyOf: return "anyOf";
    case Op::Has: return "has";
    case Op::Only: return "only";
    case Op::IsNot: return "isNot";
    case Op::CountAtLeast: return "countAtLeast";
    case Op::Missing: return "missing";
    case Op::NotEnabled: return "notEnabled";
    case Op::AtLeast: return "atLeast";
    case Op::Below: return "below";
    case Op::Above: return "above";
    case Op::SessionAtOrAfter: return "sessionAtOrAfter";
    case Op::SessionWithin: return "sessionWithin";
    case Op::SessionWithinKnown: return "sessionWithinKnown";
    case Op::SessionBefore: return "sessionBefore";
    case Op::SessionKnown: return "sessionKnown";
    case Op::SessionUnclear: return "sessionUnclear";
    case Op::SessionNotYet: return "sessionNotYet";
    case Op::TreatmentDay: return "treatmentDay";
    case Op::AfterTreatmentDay: return "afterTreatmentDay";
    case Op::Drowsy: return "drowsy";
    case Op::RoseSinceCheck: return "roseSinceCheck";
    case Op::SameSinceCheck: return "sameSinceCheck";
    case Op::CoursePersistent: return "coursePersistent";
    case Op::CoursePersistentDaily: return "coursePersistentDaily";
  }
  return {};
}

// ---- JSON -------------------------------------------------------------------------------------------------------

void write_condition(Writer& out, Condition condition) {
  const Node& node = condition.front();
  out.begin_object();
  if (is_group(node.op)) {
    out.key(name_of(node.op)).begin_array();
    for_each_part(condition, [&](Condition part) { write_condition(out, part); });
    out.end_array().end_object();
    return;
  }
  out.member("op", name_of(node.op)).member("linkId", item_of(node.item).link_id);
  if (node.op == Op::CountAtLeast) out.key("count").integer(node.count);
  if (is_choice(node.op)) {
    out.key("options").begin_array();
    for (const std::string_view id : options_of(node)) out.string(id);
    out.end_array();
  }
  if (node.op == Op::Above) out.member("other", item_of(static_cast<ItemId>(node.argument)).link_id);
  if (const auto setting = setting_of(node)) out.member("setting", range_of(*setting).id);
  else if (has_threshold(node.op)) out.key("value").integer(node.argument);
  if (is_one_more(node)) out.key("plus").integer(1);
  out.end_object();
}

void collect_settings(Condition condition, std::vector<std::string_view>& found) {
  for (const Node& node : condition) {
    const auto add = [&](std::string_view id) {
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    };
    if (const auto setting = setting_of(node)) add(range_of(*setting).id);
    if (node.op == Op::TreatmentDay || node.op == Op::AfterTreatmentDay)
      add(range_of(Setting::TreatmentDayHours).id);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void write_strings(Writer& out, std::string_view name, const std::vector<std::string_view>& strings) {
  out.key(name).begin_array();
  for (const std::string_view text : strings) out.string(text);
  out.end_array();
}

void write_rule(Writer& out, const Rule& rule, std::string_view kind) {
  out.begin_object().member("id", rule.id).member("level", id_of(rule.level)).member("kind", kind);
  write_strings(out, "sources", words_of(rule.sources));
  std::vector<std::string_view> settings;
  collect_settings(rule.when, settings);
  write_strings(out, "settings", settings);
  out.key("when");
  write_condition(out, rule.when);
  out.end_object();
}

// ---- Markdown ---------------------------------------------------------------------------------------------------

std::string sources_in_words(std::string_view sources) {
  std::vector<std::string> links;
  for (const std::string_view fact : words_of(sources)) {
    const SourceText* source = find_source(fact);
    std::string title = source == nullptr ? "" : " " + source->title;
    if (source != nullptr && !source->url.empty()) title = " [" + source->title + "](" + source->url + ")";
    links.push_back(std::string(fact) + title);
  }
  std::string text;
  for (const std::string& link : links) text += (text.empty() ? "" : "<br>") + link;
  return text;
}

void add_row(std::string& text, const Rule& rule) {
  std::vector<std::string_view> settings;
  collect_settings(rule.when, settings);
  std::vector<std::string> setting_names;
  for (const std::string_view id : settings) setting_names.push_back(code(id));
  const Catalogue* english = find_catalogue("en");
  const std::string key = "rule." + std::string(rule.id);
  const std::string told = english == nullptr ? key : english->text(key, text_arguments(ClinicConfig{}, -1), false);
  text += "| " + code(rule.id) + " | " + in_words(rule.when) + " | " + told + " | " + joined(setting_names, "and") + " | " +
          sources_in_words(rule.sources) + " |\n";
}

constexpr std::string_view table_head =
    "\n| rule | fires when | the visitor reads | settings | sources |\n|---|---|---|---|---|\n";

}  // namespace

std::string rules_as_json() {
  const RuleSet& rules = rule_set();
  Writer out;
  out.begin_object().member("version", rules.version).key("rules").begin_array();
  for (const Rule& rule : rules.rules) write_rule(out, rule, "rule");
  write_rule(out, rules.expected, "default");
  write_rule(out, rules.not_on_allow_list, "default");
  out.end_array().key("enableWhen").begin_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Condition condition = enable_when(static_cast<ItemId>(i));
    if (condition.empty()) continue;
    out.begin_object().member("linkId", items[i].link_id).key("when");
    write_condition(out, condition);
    out.end_object();
  }
  out.end_array().key("settings").begin_array();
  for (const SettingRange& range : setting_ranges) {
    out.begin_object().member("id", range.id).key("default").integer(range.standard);
    out.key("least").integer(range.least).key("most").integer(range.most).end_object();
  }
  return out.end_array().end_object().take() + "\n";
}

std::string rules_as_markdown() {
  const RuleSet& rules = rule_set();
  std::string text = "# The rules\n\nRule set " + std::string(rules.version) + ", SHA-256 " + code(rules_hash) +
                     ". **Not yet approved by a clinician.**\n\n"
                     "Generated by `tiredness-check rules --format markdown` from the rules that ship; do not edit.\n\n"
                     "All rules are evaluated. The most urgent level of a rule that fires is the result; nothing lowers it. "
                     "Where no rule fires, the result is `expected` if every line of the allow-list holds, and `soon` if "
                     "not. A test of time holds where the session's time is not known. An answer that was not given is "
                     "never a \"no\".\n";
  for (const Level level : most_urgent_first) {
    if (level == Level::Expected) continue;
    text += "\n## " + code(id_of(level)) + "\n";
    text += table_head;
    for (const Rule& rule : rules.rules)
      if (rule.level == level) add_row(text, rule);
  }
  text += "\n## Where no rule fires\n\n`expected` is given only where all of these hold; otherwise the result is `soon` "
          "(" + code(rules.not_on_allow_list.id) + ").\n\n";
  for_each_part(rules.allow_list, [&](Condition part) { text += "- " + in_words(part) + "\n"; });
  text += "\nSources of " + code(rules.expected.id) + ": " + sources_in_words(rules.expected.sources) + "\n";
  return text;
}

}  // namespace tiredness::json
