#include "tiredness/review/review.hpp"

#include <algorithm>

#include "tiredness/report/condition_words.hpp"
#include "smallest_case.hpp"
#include "tiredness/deciding_cases.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/json/result_parts.hpp"
#include "tiredness/json/with_case.hpp"
#include "tiredness/report/explanation_words.hpp"
#include "tiredness/review/diff_document.hpp"
#include "tiredness/review/verify_document.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

constexpr std::string_view english = "en";

/// The reply whose value is JSON already.
std::string replied_json(std::string_view value) {
  return replied([&](Writer& out) { out.raw(value); });
}

/// A document that ends with its line.
std::string replied_line(std::string_view line) { return replied_json(line.substr(0, line.size() - 1)); }

/// Reads the settings and hands them to `write(config)`, which gives the value of the reply.
template <class Write>
std::string with_config(std::string_view text, Write write) {
  Diagnostics faults;
  const ClinicConfig config = load_config(text, faults);
  return faults.has_errors() ? refused(faults) : replied_json(write(config));
}

// ---- Rules ------------------------------------------------------------------------------------------------------

void add(std::vector<std::string_view>& ids, std::string_view id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

/// The questions that a condition reads, and the settings that change it; those of derived values among them.
struct Reads {
  std::vector<std::string_view> items;
  std::vector<std::string_view> settings;

  void of(const RuleBook& book, Condition condition) {
    for (const Node& node : condition) {
      if (is_group(node.op)) continue;
      if (node.op == Op::TreatmentDay || node.op == Op::AfterTreatmentDay) {
        of(book, book.treatment_day);
        continue;
      }
      add(items, item_in(book, node).link_id);
      if (node.op == Op::Above) add(items, book.items[node.argument].link_id);
      if (const BookSetting* setting = setting_in(book, node)) add(settings, setting->id);
    }
  }
};

void write_ids(Writer& out, std::string_view name, const std::vector<std::string_view>& ids) {
  out.key(name).begin_array();
  for (const std::string_view id : ids) out.string(id);
  out.end_array();
}

void write_condition(Writer& out, const RuleBook& book, Condition condition) {
  Reads reads;
  reads.of(book, condition);
  out.member("when", in_words(book, condition));
  write_ids(out, "items", reads.items);
  write_ids(out, "settings", reads.settings);
}

void write_source_texts(Writer& out, std::string_view facts, const Content& content) {
  out.key("sources").begin_array();
  for_each_source(facts, [&](std::string_view fact) {
    out.begin_object().member("id", fact);
    if (const SourceText* source = content.find_source(fact))
      out.member("title", source->title).member("url", source->url);
    out.end_object();
  });
  out.end_array();
}

void write_rule(Writer& out, const RuleBook& book, const BookRule& rule, const Texts& texts, const Content& content) {
  out.begin_object().member("id", rule.id).member("level", id_of(rule.level));
  write_condition(out, book, rule.when);
  texts.member(out, "told", "rule.", rule.id);
  write_source_texts(out, rule.sources, content);
  out.end_object();
}

std::string rules_of(const ClinicConfig& config, const Content& content) {
  const RuleBook book = shipped_rule_book(config);
  const Texts texts{content.find_catalogue(english), config, false};
  Writer out;
  out.begin_object().member("version", book.version).member("hash", rules_hash).key("levels").begin_array();
  for (const Level level : most_urgent_first) {
    Disposition disposition;
    disposition.level = level;
    out.begin_object().member("id", id_of(level)).member("title", texts(title_key(disposition, config))).end_object();
  }
  out.end_array().key("rules").begin_array();
  for (const BookRule& rule : book.rules) write_rule(out, book, rule, texts, content);
  out.end_array().key("allowList").begin_array();
  for (const Condition line : lines_of(book.expected.when)) {
    out.begin_object();
    write_condition(out, book, line);
    out.end_object();
  }
  out.end_array().key("expected");
  write_rule(out, book, book.expected, texts, content);
  out.key("notOnAllowList");
  write_rule(out, book, book.not_on_allow_list, texts, content);
  out.member("treatmentDay", in_words(book, book.treatment_day)).member("drowsy", in_words(book, book.drowsy));
  out.key("settings").begin_array();
  for (const BookSetting& setting : book.settings) {
    out.begin_object()
        .member("id", setting.id)
        .key("default")
        .integer(setting.standard)
        .key("least")
        .integer(setting.least);
    out.key("most").integer(setting.most).key("value").integer(setting.value).end_object();
  }
  return out.end_array().end_object().take();
}

// ---- Cases ------------------------------------------------------------------------------------------------------

std::string cases_of(const ClinicConfig& config, const Progress& progress) {
  const RuleBook book = shipped_rule_book(config);
  Writer out;
  out.begin_array();
  for (const DecidingCase& found : tiredness::deciding_cases(book, progress)) {
    out.begin_object();
    if (found.rule)
      out.member("rule", book.rules[*found.rule].id);
    else
      out.key("line").integer(static_cast<std::int64_t>(found.line));
    out.key("alone").boolean(found.alone);
    if (found.smallest) {
      out.key("case").raw(case_of(*found.smallest)).member("words", case_in_words(*found.smallest));
      out.key("decidedBy").begin_array();
      for (const std::size_t rule : found.smallest->decided_after) out.string(book.rules[rule].id);
      out.end_array();
    }
    out.end_object();
  }
  return out.end_array().take();
}

// ---- The map ----------------------------------------------------------------------------------------------------

constexpr int last_hour = 14 * 24;

/// What decides in one hour: the level, and the rules that give it.
struct Square {
  Level level{};
  std::vector<std::string_view> rules;
  bool operator==(const Square&) const = default;
};

Square square_of(const Facts& facts) {
  const RuleSet& rules = rule_set();
  const Disposition disposition = decide(rules, facts);
  Square square{disposition.level, {}};
  for (std::size_t i = 0; i < rules.rules.size(); ++i)
    if (disposition.fired[i] && rules.rules[i].level == disposition.level) square.rules.push_back(rules.rules[i].id);
  if (const Rule* otherwise = default_rule(rules, disposition)) square.rules.push_back(otherwise->id);
  return square;
}

/// The hours of one score, those next to each other that are alike as one.
void write_row(Writer& out, Request& request, int score) {
  request.answers.set_number(item("tiredness"), score);
  const auto at = [&](int hour) {
    request.answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, hour * seconds_per_hour};
    return square_of(Facts{request.answers, request.context()});
  };
  out.begin_object().key("tiredness").integer(score).key("runs").begin_array();
  Square square = at(0);
  for (int from = 0, hour = 1; hour <= last_hour; ++hour) {
    Square next = hour < last_hour ? at(hour) : Square{};
    if (next == square) continue;
    out.begin_object().key("from").integer(from).key("to").integer(hour).member("level", id_of(square.level));
    write_ids(out, "rules", square.rules);
    out.end_object();
    from = hour;
    square = std::move(next);
  }
  out.end_array().end_object();
}

// ---- Settings ---------------------------------------------------------------------------------------------------

DiffSide read_side(const Value& root, std::string_view name, Diagnostics& faults) {
  DiffSide side{"shipped", {}};
  ClinicConfig config;
  const auto given = root.find(name);
  if (!given) faults.error("missing-config", joined({"/", name}), "there are no settings to compare");
  if (const auto told = given ? given->find("name") : std::nullopt) side.name = told->text();
  if (const auto settings = given ? given->find("config") : std::nullopt)
    read_config(*settings, false, {faults, root}, config);
  side.book = shipped_rule_book(config);
  return side;
}

}  // namespace

std::string rules_in_words(std::string_view config, const Content& content) {
  return with_config(config, [&](const ClinicConfig& given) { return rules_of(given, content); });
}

std::string deciding_cases(std::string_view config, const Progress& progress) {
  return with_config(config, [&](const ClinicConfig& given) { return cases_of(given, progress); });
}

std::string calm_case(std::string_view /*request*/) {
  const Situation calm = calm_situation();
  return replied_json(write_case(calm.answers, calm.now));
}

std::string level_map(std::string_view text) {
  Diagnostics faults;
  const auto map = with_case(text, nullptr, "", faults, [](const Request& request, const Facts&, const Texts&) {
    Request other = request;
    Writer out;
    out.begin_array();
    for (int score = 0; score <= highest_score; ++score) write_row(out, other, score);
    return out.end_array().take();
  });
  return map ? replied_json(*map) : refused(faults);
}

std::string explain_in_words(std::string_view text, const Content& content) {
  Diagnostics faults;
  const auto words = explain_case(text, content, faults);
  if (!words) return refused(faults);
  return replied([&](Writer& out) { out.string(*words); });
}

std::string diff_settings(std::string_view text, const Progress& progress) {
  Diagnostics faults;
  const auto document = Document::parse(text, faults);
  if (!document) return refused(faults);
  const DiffSide before = read_side(document->root(), "before", faults);
  const DiffSide after = read_side(document->root(), "after", faults);
  if (faults.has_errors()) return refused(faults);
  return replied_line(diff_as_json(before, after, diff(before.book, after.book, progress)));
}

std::string verify_settings(std::string_view text, const Progress& progress) {
  Diagnostics faults;
  const ClinicConfig config = load_config(text, faults);
  if (faults.has_errors()) return refused(faults);
  return replied_line(proof_as_json(prove(config, text, progress), config));
}

}  // namespace tiredness::json
