#pragma once
/// @brief The properties, each in a file of its own.

#include <array>

#include "order.hpp"
#include "space.hpp"
#include "tiredness/rule_book.hpp"
#include "tiredness/verify.hpp"

namespace tiredness::verification {

/// The settings that rules, derived values and the questions asked depend on. For each, less is stricter.
inline constexpr std::array level_settings{Setting::ExpectedTirednessHours, Setting::OtherEffectsHours, Setting::TreatmentDayHours,
                                    Setting::DissociationHours,      Setting::ModerateScore,     Setting::SevereScore,
                                    Setting::SevereScoreTreatmentDay, Setting::LongFatigueDays};

/// What the checks share: the rules, each with its support, and where to report.
class Checks {
 public:
  Checks(const RuleSet& rules, const ClinicConfig& config);

  void grid();           ///< checks_grid.cpp: every single-choice combination of the allow-list
  void worse();          ///< checks_worse.cpp: worse is never calmer, for every rule over its whole support
  void danger();         ///< checks_danger.cpp: danger wins, 988 is shown
  void reachable();      ///< checks_reachable.cpp: levels, rules, tips, actions, ordinary cases
  /// checks_settings.cpp: a stricter setting never lowers a level
  void settings(std::uint64_t samples = 500'000);
  void paging();         ///< checks_paging.cpp: every way through the pages ends

  [[nodiscard]] Verification take() { return std::move(result_); }

 private:
  struct Supported {
    const Rule* rule;
    ItemSet support;
  };
  void covered(std::string_view property, std::uint64_t checked, std::string_view what);
  /// Keeps the smallest counterexample of each property.
  void failed(std::string_view property, std::string explanation, std::vector<Situation> cases);
  /// The rules that read nothing outside the set, and no item with many options: what they give there, they give whatever
  /// else is answered. They may be counted on where a rule itself stops firing.
  [[nodiscard]] std::vector<const Rule*> rules_within(ItemSet set) const;
  /// Every condition that the enumeration of a set must be able to tell apart.
  [[nodiscard]] std::vector<Condition> conditions_within(ItemSet set, Condition also) const;
  [[nodiscard]] std::uint64_t worse_for(const Rule& rule, ItemSet support);
  [[nodiscard]] std::uint64_t worse_for_allow_line(Condition line);
  [[nodiscard]] std::uint64_t stricter_for(Condition condition, ItemSet support, const Rule* rule,
                                           const ClinicConfig& loose, const ClinicConfig& strict);
  void stricter_samples(std::uint64_t samples);
  [[nodiscard]] std::uint64_t reach_rule(const Supported& entry);
  [[nodiscard]] bool always_with_another(const Supported& entry, std::uint64_t& checked, std::string& other);
  void reach_tips();
  void ordinary_cases();

  const RuleSet& rules_;
  const ClinicConfig& config_;
  std::vector<Supported> supported_;
  Verification result_;
};

/// Whether any of these rules, at this level or above, fires.
bool any_fires(const std::vector<const Rule*>& rules, Level level, const Facts& facts);

}  // namespace tiredness::verification
