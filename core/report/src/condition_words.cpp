#include "tiredness/report/condition_words.hpp"

namespace tiredness::json {

const RuleBook& shipped_book() {
  static const RuleBook book = shipped_rule_book();
  return book;
}

const BookItem& item_in(const RuleBook& book, const Node& node) {
  return book.items[static_cast<std::size_t>(node.item)];
}

const BookSetting* setting_in(const RuleBook& book, const Node& node) {
  const auto setting = setting_of(node);
  return setting ? &book.settings[static_cast<std::size_t>(*setting)] : nullptr;
}

std::vector<std::string_view> options_of(const RuleBook& book, const Node& node) {
  std::vector<std::string_view> ids;
  const BookItem& question = item_in(book, node);
  if (node.argument == ~0U) return ids;  // answered with anything
  for (unsigned i = 0; i < question.options.size(); ++i)
    if ((node.argument & (1U << i)) != 0) ids.push_back(question.options[i]);
  return ids;
}

std::string code(std::string_view id) { return "`" + std::string(id) + "`"; }

std::string joined(const std::vector<std::string>& parts, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " " + std::string(last) + " " : ", ";
    text += parts[i];
  }
  return text;
}

namespace {

std::string threshold_in_words(const RuleBook& book, const Node& node) {
  std::string unit;
  if (counts_hours(node.op)) unit = counts_days(node) ? " days" : " h";
  if (const BookSetting* setting = setting_in(book, node)) {
    const bool one_more = is_one_more(node);
    return std::to_string(setting->value + (one_more ? 1 : 0)) + unit + " (" + code(setting->id) +
           (one_more ? " and one more)" : ")");
  }
  return std::to_string(node.argument) + unit;
}

std::string choice_in_words(const RuleBook& book, const Node& node) {
  std::vector<std::string> ids;
  for (const std::string_view id : options_of(book, node)) ids.push_back(code(id));
  const std::string question = code(item_in(book, node).link_id);
  if (ids.empty()) return question + " is answered";
  switch (node.op) {
    case Op::Only: return question + " is " + joined(ids, "and") + " alone";
    case Op::IsNot: return question + " is not " + joined(ids, "or");
    case Op::CountAtLeast:
      return question + " has at least " + std::to_string(node.count) + " of " + joined(ids, "and");
    default: return question + (item_in(book, node).type == ItemType::Multi ? " has " : " is ") + joined(ids, "or");
  }
}

std::string leaf_in_words(const RuleBook& book, const Node& node) {
  const std::string question = code(item_in(book, node).link_id);
  switch (node.op) {
    case Op::Missing: return question + " is not answered";
    case Op::NotEnabled: return question + " is not asked";
    case Op::AtLeast: return question + " is " + threshold_in_words(book, node) + " or more";
    case Op::Below: return question + " is below " + threshold_in_words(book, node);
    case Op::Above: return question + " is above " + code(book.items[node.argument].link_id);
    case Op::SessionAtOrAfter: return "session " + threshold_in_words(book, node) + " ago or more, or not known";
    case Op::SessionWithin: return "session less than " + threshold_in_words(book, node) + " ago, or not known";
    case Op::SessionWithinKnown: return "session known, less than " + threshold_in_words(book, node) + " ago";
    case Op::SessionBefore: return "session known, for certain less than " + threshold_in_words(book, node) + " ago";
    case Op::SessionKnown: return "session time is known";
    case Op::SessionUnclear: return "session time is not known";
    case Op::SessionNotYet: return "there was no session yet";
    case Op::TreatmentDay: return "on the treatment day";
    case Op::AfterTreatmentDay: return "not on the treatment day";
    case Op::Drowsy: return "drowsy (or " + question + " unsure or not answered)";
    case Op::RoseSinceCheck: return "an earlier check-in of this session, 6 to 36 h old, had less tiredness";
    case Op::SameSinceCheck: return "an earlier check-in of this session, 6 to 36 h old, had the same tiredness";
    case Op::CoursePersistent:
      return "kept check-ins show " + question + " " + threshold_in_words(book, node) +
             " or more: two or more in the last 14 days, each 24 h or more after its own session (or of no known "
             "session), "
             "the oldest 7 days old, none lower since";
    case Op::CoursePersistentDaily:
      return "kept check-ins show " + question + " " + threshold_in_words(book, node) +
             " or more: two or more in the last 14 days, made at any time, the oldest 7 days old, none lower since";
    default: return choice_in_words(book, node);
  }
}

}  // namespace

std::string in_words(const RuleBook& book, Condition condition, bool nested) {
  const Node& node = condition.front();
  if (!is_group(node.op)) return leaf_in_words(book, node);
  std::vector<std::string> parts;
  for_each_part(condition, [&](Condition part) { parts.push_back(in_words(book, part, true)); });
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += node.op == Op::AllOf ? " **and** " : " **or** ";
    text += parts[i];
  }
  return nested ? "(" + text + ")" : text;
}

}  // namespace tiredness::json
