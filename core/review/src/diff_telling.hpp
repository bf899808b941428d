#pragma once
/// @brief What a difference between two rule sets is told from, as JSON and as Markdown.

#include <string>
#include <vector>

#include "diff_written.hpp"
#include "smallest_case.hpp"
#include "tiredness/review/diff_document.hpp"

namespace tiredness::json {

/// In percent, to hundredths.
std::string share_of(const StateCount& part, const StateCount& all);

/// As JSON, the answers to questions that this build does not ask: `assess` does not take them. Empty where there are none.
std::string other_answers(const SmallestCase& smallest);

/// What is said of a class of answers, whatever about them changes.
class Telling {
 public:
  Telling(const DiffSide& before, const DiffSide& after, const Difference& difference)
      : before_(before), after_(after), difference_(difference), written_(written_changes(before.book, after.book)) {}

 protected:
  [[nodiscard]] const std::string& rule_of(const AnswerClass& entry) const;
  /// The condition on account of which the more urgent level is given.
  [[nodiscard]] std::string reason_of(const AnswerClass& entry) const;
  /// The ids of rules, or of the default that decides where none does.
  static std::vector<std::string> ids(const RuleBook& book, const std::vector<std::size_t>& rules, Level level);

  const DiffSide& before_;
  const DiffSide& after_;
  const Difference& difference_;
  std::vector<WrittenChange> written_;

 private:
  [[nodiscard]] const RuleBook& higher(const AnswerClass& entry) const;
};

}  // namespace tiredness::json
