#include "tiredness/deciding_cases.hpp"

#include "smallest_cases.hpp"

namespace tiredness {
namespace {

using verification::Diagrams;
using verification::DiffLevels;
using verification::DiffSpace;
using verification::Side;
using verification::StateSet;

class Search {
 public:
  explicit Search(const RuleBook& book)
      : space_(book, book),
        diagrams_(space_.sizes()),
        levels_(diagrams_, space_, book, Side::After),
        smallest_(diagrams_, space_, levels_, levels_) {}

  DecidingCase of_rule(std::size_t rule) {
    const auto& rules = levels_.book().rules;
    const StateSet decides = diagrams_.both(levels_.at(rules[rule].level), levels_.fires(rule));
    StateSet alone = decides;
    for (std::size_t other = 0; other < rules.size(); ++other)
      if (other != rule && rules[other].level == rules[rule].level)
        alone = diagrams_.without(alone, levels_.fires(other));
    DecidingCase found = chosen(alone, decides);
    found.rule = rule;
    return found;
  }

  DecidingCase of_line(std::size_t line) {
    const StateSet decides = diagrams_.both(levels_.no_rule(), levels_.fails(line));
    StateSet alone = decides;
    for (std::size_t other = 0; other < levels_.lines(); ++other)
      if (other != line) alone = diagrams_.without(alone, levels_.fails(other));
    DecidingCase found = chosen(alone, decides);
    found.line = line;
    return found;
  }

  [[nodiscard]] std::size_t lines() const { return levels_.lines(); }

 private:
  [[nodiscard]] DecidingCase chosen(StateSet alone, StateSet decides) const {
    DecidingCase found;
    found.alone = alone != Diagrams::none;
    const StateSet states = found.alone ? alone : decides;
    if (states != Diagrams::none) found.smallest = smallest_.of(states);
    return found;
  }

  DiffSpace space_;
  Diagrams diagrams_;
  DiffLevels levels_;
  verification::SmallestCases smallest_;
};

}  // namespace

std::vector<DecidingCase> deciding_cases(const RuleBook& book, const Progress& progress) {
  Search search{book};
  std::vector<DecidingCase> cases;
  const std::size_t all = book.rules.size() + search.lines();
  const auto add = [&](DecidingCase found) {
    cases.push_back(std::move(found));
    if (progress) progress(static_cast<unsigned>(cases.size()), static_cast<unsigned>(all));
  };
  for (std::size_t rule = 0; rule < book.rules.size(); ++rule) add(search.of_rule(rule));
  for (std::size_t line = 0; line < search.lines(); ++line) add(search.of_line(line));
  return cases;
}

Situation calm_situation() { return {verification::calm_answers(), std::nullopt, {}}; }

}  // namespace tiredness
