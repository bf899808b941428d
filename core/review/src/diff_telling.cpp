#include "diff_telling.hpp"

#include <cmath>

#include "tiredness/json/writer.hpp"
#include "tiredness/report/condition_words.hpp"

namespace tiredness::json {
namespace {

void write_answer(Writer& out, const StateAnswer& answer) {
  out.key(answer.link_id);
  if (answer.number) {
    out.integer(*answer.number);
  } else if (answer.type == ItemType::Choice) {
    out.string(answer.options.front());
  } else {
    out.begin_array();
    for (const std::string& option : answer.options) out.string(option);
    out.end_array();
  }
}

}  // namespace

std::string share_of(const StateCount& part, const StateCount& all) {
  const auto hundredths = std::llround(part.as_double() / all.as_double() * 10'000);
  if (hundredths == 0) return "under 0.01 %";
  const std::string decimals = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals + " %";
}

std::string other_answers(const SmallestCase& smallest) {
  Writer out;
  bool any = false;
  out.begin_object();
  for (const StateAnswer& answer : smallest.answers) {
    const bool answered = answer.number || !answer.options.empty();
    if (!answered || !answer.is_asked() || known_answer(answer)) continue;
    any = true;
    write_answer(out, answer);
  }
  return any ? out.end_object().take() : "";
}

const RuleBook& Telling::higher(const AnswerClass& entry) const { return entry.calmer() ? before_.book : after_.book; }

const std::string& Telling::rule_of(const AnswerClass& entry) const {
  return entry.rule ? higher(entry).rules[*entry.rule].id : higher(entry).not_on_allow_list.id;
}

std::string Telling::reason_of(const AnswerClass& entry) const {
  const RuleBook& book = higher(entry);
  if (entry.rule) return in_words(book, book.rules[*entry.rule].when);
  return "not: " + in_words(book, lines_of(book.expected.when)[entry.line]);
}

std::vector<std::string> Telling::ids(const RuleBook& book, const std::vector<std::size_t>& rules, Level level) {
  std::vector<std::string> ids;
  for (const std::size_t rule : rules) ids.push_back(book.rules[rule].id);
  if (ids.empty()) ids.push_back(level == Level::Expected ? book.expected.id : book.not_on_allow_list.id);
  return ids;
}

}  // namespace tiredness::json
