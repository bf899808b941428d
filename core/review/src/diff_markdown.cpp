#include "diff_telling.hpp"

#include <utility>

#include "tiredness/report/condition_words.hpp"

namespace tiredness::json {
namespace {

/// All digits of a small number, the first two of a great one.
std::string about(const StateCount& count) {
  constexpr std::size_t short_enough = 7;
  const std::string digits = count.digits();
  if (digits.size() <= short_enough) return digits;
  return digits.substr(0, 1) + "." + digits.substr(1, 1) + " × 10^" + std::to_string(digits.size() - 1);
}

class MarkdownTelling : Telling {
 public:
  using Telling::Telling;

  std::string tell() {
    line("# What changes: " + side(before_) + " to " + side(after_));
    if (difference_.none()) {
      paragraph(written_.empty() ? "Nothing."
                                 : "Nothing: what is written differently below means the same for all " +
                                       about(difference_.states) + " states.");
      written();
      return std::move(text_);
    }
    paragraph("Compared over all " + about(difference_.states) +
              " states: every answer to every question of either, every class of times. "
              "A state may stand in several classes, where several rules decide.");
    changes();
    classes(true, "## What becomes calmer", "Nothing becomes calmer.");
    classes(false, "## What becomes more urgent", "Nothing becomes more urgent.");
    written();
    reasons();
    asked();
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }
  void paragraph(const std::string& text) { text_ += "\n" + text + "\n"; }
  static std::string side(const DiffSide& side) { return "rules " + side.book.version + " (" + code(side.name) + ")"; }
  [[nodiscard]] std::string amount(Level from, const StateCount& states) const {
    return about(states) + ", " + share_of(states, difference_.before.at(from)) + " of what was " + code(id_of(from));
  }
  static std::string coded(const std::vector<std::string>& ids) {
    std::vector<std::string> codes;
    for (const std::string& id : ids) codes.push_back(code(id));
    return joined(codes, "and");
  }

  void changes() {
    if (difference_.changes.empty()) return paragraph("Every state keeps its level.");
    line("\n| from | to | states |\n|---|---|---|");
    for (const LevelChange& change : difference_.changes)
      line("| " + code(id_of(change.from)) + " | " + code(id_of(change.to)) + " | " +
           amount(change.from, change.states) + " |");
  }

  void classes(bool calmer, const std::string& heading, const std::string& otherwise) {
    paragraph(heading);
    bool any = false;
    for (const AnswerClass& entry : difference_.classes) {
      if (entry.calmer() != calmer) continue;
      if (!any) line("");
      any = true;
      line("- " + code(rule_of(entry)) + ": " + code(id_of(entry.from)) + " to " + code(id_of(entry.to)) + ", " +
           amount(entry.from, entry.states));
      line("  - " + std::string(calmer ? "was decided by: " : "is decided by: ") + reason_of(entry));
      line("  - smallest: " + case_in_words(entry.smallest));
      line("  - before: " + coded(ids(before_.book, entry.smallest.decided_before, entry.from)) +
           "; after: " + coded(ids(after_.book, entry.smallest.decided_after, entry.to)));
      line("  - " + code(case_of(entry.smallest)) + others(entry.smallest));
    }
    if (!any) paragraph(otherwise);
  }

  static std::string others(const SmallestCase& smallest) {
    const std::string others = other_answers(smallest);
    return others.empty() ? "" : ", and to questions that this build does not ask " + code(others);
  }

  void written() {
    if (written_.empty()) return;
    paragraph("## What is written differently");
    line("\n| what | id | before | after |\n|---|---|---|---|");
    for (const WrittenChange& change : written_)
      line("| " + std::string(change.kind) + " | " + (change.kind == "allow-list" ? "" : code(change.id)) + " | " +
           or_none(change.before) + " | " + or_none(change.after) + " |");
  }
  static std::string or_none(const std::string& words) { return words.empty() ? "none" : words; }

  void reasons() {
    if (difference_.reasons.empty()) return;
    paragraph("## The same level, other reasons");
    line("\n| rule | fires only | states | smallest |\n|---|---|---|---|");
    for (const ReasonChange& change : difference_.reasons)
      line("| " + code(change.rule) + " | " + side_of(change.after) + " | " + about(change.states) + " | " +
           case_in_words(change.smallest) + " |");
  }
  void asked() {
    if (difference_.asked.empty()) return;
    paragraph("## What is asked");
    line("\n| question | asked only | states | smallest |\n|---|---|---|---|");
    for (const AskedChange& change : difference_.asked)
      line("| " + code(change.link_id) + " | " + side_of(change.after) + " | " + about(change.states) + " | " +
           case_in_words(change.smallest) + " |");
  }
  static std::string side_of(bool after) { return after ? "after" : "before"; }

  std::string text_;
};

}  // namespace

std::string diff_as_markdown(const DiffSide& before, const DiffSide& after, const Difference& difference) {
  return MarkdownTelling{before, after, difference}.tell();
}

}  // namespace tiredness::json
