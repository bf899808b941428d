#include "checks.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view never_clears = "tiredness that never clears is never expected, however recent the session";
constexpr std::string_view outlasts =
    "tiredness that outlasts kept check-ins is never expected from a day after the session on";
constexpr std::string_view outlasts_daily =
    "tiredness that outlasts kept check-ins is never expected with a dose every day";
constexpr std::string_view no_day = "with a dose every day there is no treatment day";

constexpr auto daily = any_of(has("daily-dose", "yes", "unsure"), missing("daily-dose"));
constexpr auto tired = at_least("tiredness", Setting::ModerateScore);

}  // namespace

/// Wherever the condition is True, some rule fires that reads nothing else: so nothing else can undo it.
std::uint64_t Checks::at_least_soon(std::string_view property, Condition condition) {
  const ItemSet support = support_of(condition);
  const auto within = clauses_within(support);
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{support, conditions_within(support, condition), configs};
  Scene scene{config_};
  std::uint64_t held = 0;
  all.for_each(scene, all.items().size(), [&](const auto&) {
    const Facts facts = scene.facts();
    if (facts.evaluate(condition) != Truth::True) return;
    ++held;
    if (!any_fires(within, Level::Soon, facts)) failed(property, "no rule fires", {scene.situation()});
  });
  if (held == 0) failed(property, "nothing was there to check", {});
  return held;
}

/// Principle 7a: sessions come in series, and the clock starts again with each.
void Checks::course() {
  constexpr Condition stays =
      when<all_of(has("between-sessions", "stays"), any_of(at_least("tiredness", 1), missing("tiredness")))>();
  constexpr Condition outlasted =
      when<all_of(course_persistent(Setting::ModerateScore), tired, session_at_or_after(24))>();
  constexpr Condition outlasted_daily =
      when<all_of(any_of(course_persistent(Setting::ModerateScore), course_persistent_daily(Setting::ModerateScore)),
                  tired, daily)>();
  covered(never_clears, at_least_soon(never_clears, stays), "states in which it never clears");
  covered(outlasts, at_least_soon(outlasts, outlasted), "states in which check-ins show it");
  covered(outlasts_daily, at_least_soon(outlasts_daily, outlasted_daily), "states in which check-ins show it");

  constexpr Condition day = when<all_of(daily, treatment_day())>();
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{support_of(day), configs};
  Scene scene{config_};
  std::uint64_t states = 0;
  all.for_each(scene, all.items().size(), [&](const auto&) {
    ++states;
    if (scene.facts().evaluate(day) == Truth::True) failed(no_day, "it is the treatment day", {scene.situation()});
  });
  covered(no_day, states, "states of session, place, doses and sleep");
  step();
}

}  // namespace tiredness::verification
