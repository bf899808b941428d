#include "diff_written.hpp"

#include <algorithm>

#include "tiredness/report/condition_words.hpp"
#include "tiredness/report/rule_names.hpp"

namespace tiredness::json {
namespace {

/// Things by their id, in their order.
using Said = std::vector<std::pair<std::string, std::string>>;

std::string asked_in_words(const RuleBook& book, const Nodes& nodes) {
  return is_always(nodes) ? "always" : "when " + in_words(book, nodes);
}

Said rules_of(const RuleBook& book) {
  Said said;
  for (const BookRule& rule : book.rules)
    said.emplace_back(rule.id, code(id_of(rule.level)) + ": " + in_words(book, rule.when));
  return said;
}

/// A line of the allow-list is known by what it says.
Said lines_in_words(const RuleBook& book) {
  Said said;
  for (const Condition line : lines_of(book.expected.when)) {
    const std::string words = in_words(book, line);
    said.emplace_back(words, words);
  }
  return said;
}

Said questions_of(const RuleBook& book) {
  Said said;
  for (const BookItem& item : book.items) {
    std::vector<std::string> options;
    for (const std::string& option : item.options) options.push_back(code(option));
    std::string words{name_in(type_names, item.type)};
    if (!options.empty()) words += ": " + joined(options, "or");
    said.emplace_back(item.link_id, std::move(words));
  }
  return said;
}

Said asked_of(const RuleBook& book) {
  Said said;
  for (const BookItem& item : book.items) said.emplace_back(item.link_id, asked_in_words(book, item.asked_when));
  return said;
}

Said derived_of(const RuleBook& book) {
  Said said{{"treatmentDay", in_words(book, book.treatment_day)}, {"drowsy", in_words(book, book.drowsy)}};
  for (const BookCountsAs& entry : book.counts_as) {
    const BookItem& item = book.items[static_cast<std::size_t>(entry.item)];
    const std::string& option = item.options[entry.option];
    said.emplace_back(item.link_id + "." + option, code(option) + " counts as " + code(item.options[entry.counts_as]) +
                                                       " when " + in_words(book, entry.when));
  }
  return said;
}

Said settings_of(const RuleBook& book) {
  Said said;
  for (const BookSetting& setting : book.settings)
    said.emplace_back(setting.id, std::to_string(setting.value) + " (" + std::to_string(setting.least) + " to " +
                                      std::to_string(setting.most) + ")");
  return said;
}

const std::string* find(const Said& said, const std::string& id) {
  const auto found = std::find_if(said.begin(), said.end(), [&](const auto& entry) { return entry.first == id; });
  return found == said.end() ? nullptr : &found->second;
}

void compare(std::string_view kind, const Said& before, const Said& after, std::vector<WrittenChange>& changes) {
  for (const auto& [id, words] : after) {
    const std::string* old = find(before, id);
    if (old == nullptr || *old != words) changes.push_back({kind, id, old == nullptr ? "" : *old, words});
  }
  for (const auto& [id, words] : before)
    if (find(after, id) == nullptr) changes.push_back({kind, id, words, ""});
}

}  // namespace

std::vector<WrittenChange> written_changes(const RuleBook& before, const RuleBook& after) {
  std::vector<WrittenChange> changes;
  compare("rule", rules_of(before), rules_of(after), changes);
  compare("allow-list", lines_in_words(before), lines_in_words(after), changes);
  compare("question", questions_of(before), questions_of(after), changes);
  compare("asked", asked_of(before), asked_of(after), changes);
  compare("derived", derived_of(before), derived_of(after), changes);
  compare("setting", settings_of(before), settings_of(after), changes);
  return changes;
}

}  // namespace tiredness::json
