#pragma once
/// @brief Decides what the visitor should do, and why.
///
///     const Assessment result = assess(rule_set(), answers, {config, now, history});

#include <optional>
#include <span>
#include <vector>

#include "tiredness/care.hpp"
#include "tiredness/plan.hpp"
#include "tiredness/reason.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/say.hpp"
#include "tiredness/timeline.hpp"

namespace tiredness {

/// What the card of a result says first: what to do, with its time. Message `lead.<id>`.
struct Lead {
  std::string_view id;
  std::optional<Instant> at;
};

/// By when somebody is to be reached, and when it is time for the next way; nothing where it is not known what time it is.
struct Deadlines {
  std::optional<Instant> reach;      ///< at `urgent` and `same-day`
  std::optional<Instant> no_answer;  ///< at `urgent`
};

struct Assessment {
  Disposition disposition;
  List<const Rule*, most_rules> fired;  ///< in table order; a default rule where no rule fired
  std::vector<Reason> reasons;          ///< at the level (of both, where emergency and crisis fire)
  std::vector<Reason> also_tell;        ///< of lower levels
  ShownActions actions;
  std::optional<Opening> opening;  ///< at `same-day` and `soon`, where it is known
  List<ShownSafetyLine, 8> safety;
  bool medicines = false;
  bool contributors = false;
  List<CareAdvice, 16> advice;
  Plan plan;              ///< none on emergency and crisis
  std::vector<Said> say;  ///< "When you call, say this": none on expected
  /// What the card says below its button, at `urgent` and `same-day`: message `card.<id>`.
  List<std::string_view, 3> card;
  Deadlines deadlines;
  std::optional<Lead> lead;  ///< on expected: to rest, and when driving is safe; on soon: by which day to call
  TimeLine time_line;
  std::optional<std::int64_t> call_by;  ///< on soon, with now: the last day to call, in days since 1970-01-01
  List<Instant, 2> recheck_at;          ///< empty without now, and on emergency and crisis
  std::optional<Instant> expires_at;
  std::optional<Instant> session_ended;  ///< the earliest that it can be; nothing without now, or where it is not known
  Trend trend;
  std::vector<std::optional<NotCompared>> not_compared;  ///< of each check-in given; none without now
};

/// The lines that a card may say below its button.
std::span<const std::string_view> all_card_lines();

/// @param asked_through an early result: items of later pages are not asked yet rather than missing.
Assessment assess(const RuleSet& rules, const Answers& answers, const Context& context,
                  std::optional<Page> asked_through = std::nullopt);

}  // namespace tiredness
