#include <algorithm>
#include <array>

#include "tiredness/care.hpp"
#include "tiredness/plan.hpp"

namespace tiredness {
namespace {

/// Until the hours are over, and slept, and fully alert (K03, K15): all three are needed.
template <Expression Hours>
inline constexpr Condition until_over_and_slept_and_alert = when<all_of(
    is_not("session-ended", "not-yet"), any_of(Hours, drowsy(), has("alertness", "cannot-stay-awake", "not-checked"),
                                               has("slept", "no", "unsure"), missing("slept")))>();

constexpr Condition first_day = until_over_and_slept_and_alert<session_within(24)>;

/// A line whose hours the clinic sets.
template <Setting Hours>
constexpr SafetyLine for_hours(std::string_view id) {
  return {id, until_over_and_slept_and_alert<session_within(Hours)>, Hours};
}

constexpr std::array safety_lines{
    for_hours<Setting::NoDrivingHours>("no-driving"),
    for_hours<Setting::NoAlcoholHours>("no-alcohol"),
    SafetyLine{"no-decisions", first_day},
    SafetyLine{"no-hazards", first_day},
    SafetyLine{"no-caring-alone", first_day},
    SafetyLine{"no-sleep-pills", first_day},
    SafetyLine{"stand-slowly", first_day},
    SafetyLine{"door-phone", first_day},
};
static_assert(std::none_of(safety_lines.begin(), safety_lines.end(),
                           [](const SafetyLine& one) { return one.when.empty(); }));

/// Facts, not causes (S11 S12 S13 S40).
constexpr std::array<std::string_view, 6> contributors{"dose", "closeness", "sleep", "stress", "health", "medicines"};

constexpr Condition any_medicine =
    when<any_of(has("medicine-changes", "new-medicine", "stopped-medicine", "stopped-sedative"),
                has("taken-today", "antihistamine", "benzodiazepine", "sedating-antidepressant", "opioid",
                    "gabapentinoid", "muscle-relaxant", "antipsychotic", "other-drugs", "sedative-extra",
                    "unknown-pills", "stimulant-or-maoi", "diabetes-medicine", "unsure"))>();

constexpr std::array<std::string_view, 9> safety_net{
    "emergency", "crisis", "clinic", "clinic-hours", "clinic-no-phone", "on-call", "changes", "sooner", "worse-fast"};

/// At most seven: a longer list is not read (CDC Clear Communication Index, item 8).
constexpr std::array<std::string_view, 7> net_signs{"breathing", "lips",     "chest", "fainting",
                                                    "seizure",   "weakness", "wake"};

/// What to do when it gets worse: nobody can call sooner than now, and nobody waits where it gets worse before the call.
constexpr std::string_view when_worse(Level level) {
  if (level >= Level::SameDay) return "worse-fast";
  return level == Level::Soon ? "sooner" : "changes";
}

}  // namespace

std::span<const SafetyLine> all_safety_lines() { return safety_lines; }
std::span<const std::string_view> all_contributors() { return contributors; }
std::span<const std::string_view> all_safety_net_ids() { return safety_net; }
std::span<const std::string_view> all_net_signs() { return net_signs; }

List<ShownSafetyLine, 8> safety_lines_for(const Facts& facts, const std::optional<Instant>& now) {
  List<ShownSafetyLine, 8> lines;
  static_assert(safety_lines.size() <= 8);
  for (const SafetyLine& line : safety_lines) {
    if (facts.evaluate(line.when) == Truth::False) continue;
    const auto until = line.hours ? clock_time_after(facts.config()[*line.hours], facts, now) : std::nullopt;
    lines.push_back({line.id, until, until && until->unix_seconds <= now->unix_seconds});
  }
  return lines;
}

bool mentions_medicine(const Facts& facts) { return facts.evaluate(any_medicine) == Truth::True; }

std::vector<SafetyNetLine> safety_net_for(Level level, const ClinicConfig& config) {
  if (level >= Level::Crisis) return {};
  std::string_view clinic = "clinic-no-phone";
  if (!config[ClinicText::Phone].empty()) clinic = config[ClinicText::Hours].empty() ? "clinic" : "clinic-hours";
  std::vector<SafetyNetLine> lines{
      {"emergency", Dial::EmergencyLine}, {"crisis", Dial::CrisisLine}, {clinic, Dial::Clinic}};
  // From same-day up it is always among the actions.
  if (level < Level::SameDay && !config[ClinicText::OnCallPhone].empty()) lines.push_back({"on-call", Dial::OnCall});
  lines.push_back({when_worse(level), Dial::Nobody});
  return lines;
}

CallToAction call_to_action_for(Level level, const ClinicConfig& config) {
  const bool phone = !config[ClinicText::Phone].empty();
  if (level >= Level::Urgent)
    return phone ? CallToAction{"once-safe-call", Dial::Clinic, false, true}
                 : CallToAction{"once-safe", Dial::Nobody, false, false};
  if (!config[ClinicText::BookingUrl].empty()) return {"book-online", Dial::Clinic, true, true};
  // Where somebody is to be called anyway, a second reason to call is none.
  if (phone && level > Level::Expected) return {"same-call", Dial::Nobody, false, false};
  if (phone) return {"call", Dial::Clinic, false, true};
  return {"usual-contact", Dial::Nobody, false, false};
}

}  // namespace tiredness
