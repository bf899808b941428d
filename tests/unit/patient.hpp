#pragma once
/// @brief People to test with: a few who are calm to begin with, and what is changed about them, in words of the ids.
///
///     calm().with("body-symptoms", {"fever"}).hours(30)
///
/// The people are those of tests/cases/README.md. Every change gives a new person; an unknown id fails the test.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/assessment.hpp"
#include "tiredness/paging.hpp"

namespace tiredness::test {

using Ids = std::vector<std::string>;

class Patient {
 public:
  explicit Patient(std::string_view told) : told_(told) {}

  /// The answer to a choice or multi item, in place of the one before.
  [[nodiscard]] Patient with(std::string_view link_id, std::initializer_list<std::string_view> options) const;
  [[nodiscard]] Patient with(std::string_view link_id, std::string_view option) const;
  /// The answer to an integer item.
  [[nodiscard]] Patient with(std::string_view link_id, int number) const;
  /// One more option beside those chosen, instead of `none`; for a choice item the same as `with`.
  [[nodiscard]] Patient also(std::string_view link_id, std::string_view option) const;
  [[nodiscard]] Patient without(std::string_view link_id) const;
  [[nodiscard]] Patient score(int tiredness) const { return with("tiredness", tiredness); }

  [[nodiscard]] Patient hours(int hours) const { return seconds(hours * seconds_per_hour); }
  [[nodiscard]] Patient just_under(int hours) const { return seconds(hours * seconds_per_hour - 1); }
  [[nodiscard]] Patient just_over(int hours) const { return seconds(hours * seconds_per_hour + 1); }
  [[nodiscard]] Patient seconds(std::int64_t since_session) const;
  /// `unknown`, `not-yet`, `two-weeks-or-more`, a date or a timestamp.
  [[nodiscard]] Patient session(std::string_view answer) const;

  [[nodiscard]] Patient at(std::string_view now) const;
  /// An earlier check-in of the present session, this long ago. @pre `at`, and a session time.
  [[nodiscard]] Patient checked_in(std::int64_t seconds_ago, int tiredness) const;
  [[nodiscard]] Patient checked_in(const CheckIn& record) const;

  [[nodiscard]] Patient setting(Setting setting, int value) const;
  [[nodiscard]] Patient setting(ClinicText text, std::string_view value) const;

  [[nodiscard]] const Answers& answers() const { return answers_; }
  [[nodiscard]] const ClinicConfig& config() const { return config_; }
  [[nodiscard]] const std::vector<CheckIn>& history() const { return history_; }
  [[nodiscard]] std::optional<Instant> now() const { return now_; }
  /// Facts refer to the person's config, who therefore has to outlive them.
  [[nodiscard]] Facts facts() const& { return {answers_, context()}; }
  Facts facts() && = delete;

  [[nodiscard]] Assessment assess(std::optional<Page> asked_through = std::nullopt) const;
  [[nodiscard]] Disposition decide() const;
  [[nodiscard]] Level level() const { return decide().level; }
  [[nodiscard]] Context context() const { return {config_, now_, history_}; }

  /// Who this is and all that was changed, for the message of a failing check.
  [[nodiscard]] const std::string& told() const { return told_; }

 private:
  Patient& tell(std::string_view what);

  std::string told_;
  Answers answers_;
  ClinicConfig config_;
  std::optional<Instant> now_;
  std::vector<CheckIn> history_;
};

/// Somebody who has answered nothing.
Patient nobody();
Patient first_afternoon();  ///< 5 h, score 4, not slept yet, an adult is there, resting, too soon to tell
Patient next_morning();     ///< 20 h, score 3, slept, usual, better
Patient calm();             ///< the day after: 30 h, score 3, slept, usual, better
Patient third_day();        ///< 50 h, score 2, slept, some, better
Patient past_third_day();   ///< 80 h, score 0, slept, usual, better
Patient fifth_day();        ///< 120 h, score 0, usual, better
Patient time_unknown();     ///< score 0, slept, usual, better
Patient no_session_yet();   ///< score 2, some

/// Ids of the rules.
Ids ids_of(std::span<const Rule* const> rules);
Ids ids_of(const std::vector<Reason>& reasons);
Ids ids_of(std::span<const ShownAction> actions);
Ids ids_of(std::span<const CareAdvice> advice);
Ids link_ids(std::span<const ItemId> items);
bool contains(const Ids& ids, std::string_view id);

/// The item and the bits of its options, found while running.
ItemId item_named(std::string_view link_id);
std::uint32_t options_named(std::string_view link_id, std::initializer_list<std::string_view> options);

Instant instant(std::string_view timestamp);

}  // namespace tiredness::test
