#pragma once
/// @brief Decides what the visitor should do, and why.
///
///     const Assessment result = assess(rule_set(), answers, {config, now, history});

#include <optional>
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

/// Until when what the first hours forbid is forbidden; nothing where no clock time can be told.
struct Waits {
  std::optional<Instant> driving;
  std::optional<Instant> alcohol;
};

struct Assessment {
  Disposition disposition;
  List<const Rule*, most_rules> fired;  ///< in table order; a default rule where no rule fired
  std::vector<Reason> reasons;          ///< at the level (of both, where emergency and crisis fire)
  std::vector<Reason> also_tell;        ///< of lower levels
  ShownActions actions;
  std::optional<Opening> opening;  ///< at `same-day` and `soon`, where it is known
  List<std::string_view, 8> safety;
  bool medicines = false;
  bool contributors = false;
  List<CareAdvice, 16> advice;
  Plan plan;                 ///< none on emergency and crisis
  std::vector<Said> say;     ///< "When you call, say this": at `urgent`, `same-day` and `soon`
  std::optional<Lead> lead;  ///< on expected: to rest, and when driving is safe; on soon: by which day to call
  TimeLine time_line;
  Waits waits;
  std::optional<std::int64_t> call_by;  ///< on soon, with now: the last day to call, in days since 1970-01-01
  List<Instant, 2> recheck_at;          ///< empty without now, and on emergency and crisis
  std::optional<Instant> expires_at;
  Trend trend;
  std::vector<std::optional<NotCompared>> not_compared;  ///< of each check-in given; none without now
};

/// @param asked_through an early result: items of later pages are not asked yet rather than missing.
Assessment assess(const RuleSet& rules, const Answers& answers, const Context& context,
                  std::optional<Page> asked_through = std::nullopt);

}  // namespace tiredness
