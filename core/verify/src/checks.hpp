#pragma once
/// @brief The properties, each in a file of its own.

#include <array>

#include "clauses.hpp"
#include "order.hpp"
#include "space.hpp"
#include "steps.hpp"
#include "tiredness/care.hpp"
#include "tiredness/rule_book.hpp"
#include "tiredness/verify.hpp"

namespace tiredness::verification {

/// The settings that rules, derived values and the questions asked depend on. For each, less is stricter.
inline constexpr std::array level_settings{Setting::ExpectedTirednessHours,  Setting::OtherEffectsHours,
                                           Setting::TreatmentDayHours,       Setting::DissociationHours,
                                           Setting::ModerateScore,           Setting::SevereScore,
                                           Setting::SevereScoreTreatmentDay, Setting::LongFatigueDays};

/// A clause of a rule: wherever it is True, the rule fires. It reads less than the whole rule.
struct RuleClause {
  const Rule* rule;
  Clause nodes;
  ItemSet support;
  [[nodiscard]] Condition when() const { return nodes; }
};

/// What the checks share: the rules, each with its clauses and supports, and where to report.
class Checks {
 public:
  /// @param steps counts what is done; it outlives this
  Checks(const RuleSet& rules, const ClinicConfig& config, Steps* steps = nullptr);

  /// How many steps the grid takes, and all the others together.
  static unsigned steps_of_grid();
  [[nodiscard]] unsigned steps_of_others() const;

  void grid();       ///< checks_grid.cpp: every single-choice combination of the allow-list
  void worse();      ///< checks_worse.cpp: worse is never calmer, for every rule over its whole support
  void danger();     ///< checks_danger.cpp: danger wins, 988 is shown
  void course();     ///< checks_course.cpp: a course of sessions, not only the last one
  void reachable();  ///< checks_reachable.cpp: levels, rules, tips, actions, ordinary cases
  /// checks_settings.cpp: a stricter setting never lowers a level
  void settings(std::uint64_t samples = 500'000);
  void together();  ///< checks_together.cpp: no result asks for two things that may not stand together
  void paging();    ///< checks_paging.cpp: every way through the pages ends

  [[nodiscard]] Verification take() { return std::move(result_); }

 private:
  struct Supported {
    const Rule* rule;
    ItemSet support;
    std::vector<RuleClause> clauses;
  };
  void covered(std::string_view property, std::uint64_t checked, std::string_view what);
  /// Keeps the smallest counterexample of each property.
  void failed(std::string_view property, std::string explanation, std::vector<Situation> cases);
  /// The clauses that read nothing outside the set, and no item with many options: where one is True there, its rule fires
  /// whatever else is answered. They may be counted on where a clause itself stops being True.
  [[nodiscard]] std::vector<const RuleClause*> clauses_within(ItemSet set) const;
  /// Likewise the lines of the allow-list: where one does not hold, the level is `soon` at least.
  [[nodiscard]] std::vector<Condition> lines_within(ItemSet set) const;
  /// Every condition that the enumeration of a set must be able to tell apart.
  [[nodiscard]] std::vector<Condition> conditions_within(ItemSet set, Condition also) const;
  [[nodiscard]] std::uint64_t worse_for(const RuleClause& clause);
  [[nodiscard]] std::uint64_t worse_for_allow_line(Condition line);
  [[nodiscard]] std::uint64_t stricter_for(Condition condition, ItemSet support, const Rule* rule,
                                           const ClinicConfig& loose, const ClinicConfig& strict);
  [[nodiscard]] std::uint64_t at_least_soon(std::string_view property, Condition condition);
  void stricter_samples(std::uint64_t samples);
  [[nodiscard]] std::uint64_t reach_rule(const Supported& entry);
  [[nodiscard]] bool always_with_another(const Supported& entry, std::uint64_t& checked, std::string& other);
  void reach_tips();
  [[nodiscard]] std::uint64_t apart(const Action& one, const Action& other, std::string_view why);
  void ordinary_cases();
  void step(unsigned weight = 1) const {
    if (steps_ != nullptr) steps_->done(weight);
  }

  const RuleSet& rules_;
  const ClinicConfig& config_;
  Steps* steps_;
  std::vector<Supported> supported_;
  Verification result_;
};

/// Whether any of these clauses, of a rule at this level or above, is True.
bool any_fires(const std::vector<const RuleClause*>& clauses, Level level, const Facts& facts);

/// Whether one of these lines of the allow-list does not hold.
bool any_refuses(const std::vector<Condition>& lines, const Facts& facts);

}  // namespace tiredness::verification
