#include "tiredness/review/diff_document.hpp"

#include <cmath>

#include "tiredness/report/condition_words.hpp"
#include "diff_written.hpp"
#include "smallest_case.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {
namespace {

// ---- Words ------------------------------------------------------------------------------------------------------

/// In percent, to hundredths.
std::string share_of(const StateCount& part, const StateCount& all) {
  const auto hundredths = std::llround(part.as_double() / all.as_double() * 10'000);
  if (hundredths == 0) return "under 0.01 %";
  const std::string decimals = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals + " %";
}

/// All digits of a small number, the first two of a great one.
std::string about(const StateCount& count) {
  constexpr std::size_t short_enough = 7;
  const std::string digits = count.digits();
  if (digits.size() <= short_enough) return digits;
  return digits.substr(0, 1) + "." + digits.substr(1, 1) + " × 10^" + std::to_string(digits.size() - 1);
}

// ---- The case ---------------------------------------------------------------------------------------------------

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

/// Answers to questions that this build does not ask: `assess` does not take them.
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

// ---- Both documents ---------------------------------------------------------------------------------------------

/// What is said of a class of answers, whatever about them changes.
class Telling {
 public:
  Telling(const DiffSide& before, const DiffSide& after, const Difference& difference)
      : before_(before), after_(after), difference_(difference), written_(written_changes(before.book, after.book)) {}

 protected:
  [[nodiscard]] const RuleBook& higher(const AnswerClass& entry) const {
    return entry.calmer() ? before_.book : after_.book;
  }
  [[nodiscard]] const std::string& rule_of(const AnswerClass& entry) const {
    return entry.rule ? higher(entry).rules[*entry.rule].id : higher(entry).not_on_allow_list.id;
  }
  /// The condition on account of which the more urgent level is given.
  [[nodiscard]] std::string reason_of(const AnswerClass& entry) const {
    const RuleBook& book = higher(entry);
    if (entry.rule) return in_words(book, book.rules[*entry.rule].when);
    return "not: " + in_words(book, lines_of(book.expected.when)[entry.line]);
  }
  /// The ids of rules, or of the default that decides where none does.
  static std::vector<std::string> ids(const RuleBook& book, const std::vector<std::size_t>& rules, Level level) {
    std::vector<std::string> ids;
    for (const std::size_t rule : rules) ids.push_back(book.rules[rule].id);
    if (ids.empty()) ids.push_back(level == Level::Expected ? book.expected.id : book.not_on_allow_list.id);
    return ids;
  }

  const DiffSide& before_;
  const DiffSide& after_;
  const Difference& difference_;
  std::vector<WrittenChange> written_;
};

class JsonTelling : Telling {
 public:
  using Telling::Telling;

  std::string tell() {
    out_.begin_object();
    side("before", before_);
    side("after", after_);
    out_.key("states").raw(difference_.states.digits());
    list("changes", difference_.changes,
         [&](const LevelChange& change) { this->change(change.from, change.to, change.states); });
    list("written", written_, [&](const WrittenChange& change) {
      out_.member("kind", change.kind)
          .member("id", change.id)
          .member("before", change.before)
          .member("after", change.after);
    });
    list("classes", difference_.classes, [&](const AnswerClass& entry) {
      out_.member("direction", entry.calmer() ? "calmer" : "more-urgent").member("rule", rule_of(entry));
      change(entry.from, entry.to, entry.states);
      out_.member("when", reason_of(entry)).key("smallest").begin_object();
      smallest(entry.smallest);
      decided("before", ids(before_.book, entry.smallest.decided_before, entry.from), entry.from);
      decided("after", ids(after_.book, entry.smallest.decided_after, entry.to), entry.to);
      out_.end_object();
    });
    list("reasons", difference_.reasons, [&](const ReasonChange& change) {
      out_.member("rule", change.rule).member("only", change.after ? "after" : "before");
      out_.key("states").raw(change.states.digits());
      smallest_alone(change.smallest);
    });
    list("asked", difference_.asked, [&](const AskedChange& change) {
      out_.member("linkId", change.link_id).member("only", change.after ? "after" : "before");
      out_.key("states").raw(change.states.digits());
      smallest_alone(change.smallest);
    });
    return out_.end_object().take() + "\n";
  }

 private:
  void side(std::string_view key, const DiffSide& side) {
    out_.key(key).begin_object().member("name", side.name).member("version", side.book.version).end_object();
  }
  template <class Things, class Write>
  void list(std::string_view key, const Things& things, Write write) {
    out_.key(key).begin_array();
    for (const auto& thing : things) {
      out_.begin_object();
      write(thing);
      out_.end_object();
    }
    out_.end_array();
  }
  void change(Level from, Level to, const StateCount& states) {
    out_.member("from", id_of(from)).member("to", id_of(to)).key("states").raw(states.digits());
    out_.member("share", share_of(states, difference_.before.at(from)));
  }
  void smallest(const SmallestCase& smallest) {
    out_.key("case").raw(case_of(smallest));
    if (const std::string others = other_answers(smallest); !others.empty()) out_.key("otherAnswers").raw(others);
    out_.key("changes").integer(static_cast<std::int64_t>(smallest.changes)).member("words", case_in_words(smallest));
  }
  void smallest_alone(const SmallestCase& found) {
    out_.key("smallest").begin_object();
    smallest(found);
    out_.end_object();
  }
  void decided(std::string_view key, const std::vector<std::string>& ids, Level level) {
    out_.key(key).begin_object().member("level", id_of(level)).key("decidedBy").begin_array();
    for (const std::string& id : ids) out_.string(id);
    out_.end_array().end_object();
  }

  Writer out_;
};

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

std::string diff_as_json(const DiffSide& before, const DiffSide& after, const Difference& difference) {
  return JsonTelling{before, after, difference}.tell();
}

std::string diff_as_markdown(const DiffSide& before, const DiffSide& after, const Difference& difference) {
  return MarkdownTelling{before, after, difference}.tell();
}

}  // namespace tiredness::json
