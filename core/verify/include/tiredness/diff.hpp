#pragma once
/// @brief What changes between two rule sets, or between two clinics' settings: every class of answers whose level is another
/// one, over all answers that there are. docs/proof.md says what "all" means.
///
///     const Difference difference = diff(*read_rules(old_dump, faults), shipped_rule_book());
///     for (const AnswerClass& entry : difference.classes) …entry.rule…entry.smallest…
///
/// It reads no file and writes nothing, so that it can also run in a worker of a page.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tiredness/check_in.hpp"
#include "tiredness/progress.hpp"
#include "tiredness/rule_book.hpp"
#include "tiredness/session_time.hpp"
#include "tiredness/state_count.hpp"
#include "tiredness/verify.hpp"

namespace tiredness {

/// The answer to one question of either rule set.
struct StateAnswer {
  std::string link_id;
  ItemType type = ItemType::Choice;
  std::vector<std::string> options;  ///< chosen; none: not answered
  std::optional<int> number;         ///< of an integer item
  bool asked_before = false;         ///< by the first rule set, with these answers
  bool asked_after = false;
  bool is_calm = true;  ///< as in the calm answers that the case is compared with
  [[nodiscard]] bool is_asked() const { return asked_before || asked_after; }
};

/// Answers that stand for a class: of all its answers, among those in which the fewest differ from calm ones.
struct SmallestCase {
  std::vector<StateAnswer> answers;  ///< in the order in which they are asked, without the session's time
  SessionAnswer session;
  bool session_is_calm = true;
  std::optional<Instant> now;
  std::vector<CheckIn> history;  ///< calm: none
  std::size_t changes = 0;       ///< how many answers are not calm
  /// The rules that decide, as places in each rule set; none: a default does.
  std::vector<std::size_t> decided_before;
  std::vector<std::size_t> decided_after;
};

/// Answers whose level changes in one way, on account of one rule. A state may be in several classes: where several rules decide.
struct AnswerClass {
  Level from{};
  Level to{};
  /// The rule that gives the more urgent of the two levels: a place in the second rule set where the level rises, in the first where
  /// it falls. Nothing where that is no rule, but a line of the allow-list that does not hold.
  std::optional<std::size_t> rule;
  std::size_t line = 0;  ///< that line, in the same rule set
  StateCount states;
  SmallestCase smallest;
  [[nodiscard]] bool calmer() const { return to < from; }
};

/// How many states go from one level to another.
struct LevelChange {
  Level from{};
  Level to{};
  StateCount states;
};

/// Answers that keep their level, and for which a rule fires, or the allow-list holds, in one rule set alone: the result gives other
/// reasons.
struct ReasonChange {
  std::string rule;
  bool after = false;  ///< in the second rule set; otherwise in the first
  StateCount states;
  SmallestCase smallest;
};

/// Answers with which one rule set alone asks a question.
struct AskedChange {
  std::string link_id;
  bool after = false;
  StateCount states;
  SmallestCase smallest;
};

struct Difference {
  StateCount states;                   ///< all there are
  std::map<Level, StateCount> before;  ///< those of each level in the first rule set
  std::vector<LevelChange> changes;    ///< none where every state keeps its level
  std::vector<AnswerClass> classes;    ///< first what becomes calmer, then by level, most urgent first, and rule
  std::vector<ReasonChange> reasons;   ///< in the order of the rules, first those of the second rule set
  std::vector<AskedChange> asked;      ///< in the order of the questions
  [[nodiscard]] bool none() const { return classes.empty() && reasons.empty() && asked.empty(); }
};

/// The answer as this build keeps it; nothing where it does not know the question or an option.
std::optional<std::uint32_t> known_answer(const StateAnswer& answer);

/// The case as this build takes it: without answers that it does not know, and without those to questions that neither asks.
Situation situation_of(const SmallestCase& smallest);

/// Compares, exactly. Takes some seconds.
Difference diff(const RuleBook& before, const RuleBook& after, const Progress& progress = {});

}  // namespace tiredness
