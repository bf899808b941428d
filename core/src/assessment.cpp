#include "tiredness/assessment.hpp"

namespace tiredness {
namespace {

Instant later(Instant now, std::int64_t seconds) { return {now.unix_seconds + seconds, now.offset_minutes}; }

/// After the set hours; for `expected` also when the usual time is over, if that is still to come.
List<Instant, 2> recheck_times(Level level, const Facts& facts, Instant now) {
  const Instant usual{
      facts.session().ended.value_or(0) + facts.config()[Setting::ExpectedTirednessHours] * seconds_per_hour,
      now.offset_minutes};
  const Instant set = later(now, facts.config()[Setting::RecheckHours] * seconds_per_hour);
  const bool still_to_come = level == Level::Expected && facts.session().ended && usual.unix_seconds > now.unix_seconds;
  List<Instant, 2> times;
  if (still_to_come && usual.unix_seconds < set.unix_seconds) times.push_back(usual);
  times.push_back(set);
  if (still_to_come && usual.unix_seconds > set.unix_seconds) times.push_back(usual);
  return times;
}

/// Whether the clinic is open, where the call can wait for that.
std::optional<Opening> opening_for(Level level, const Context& context) {
  if (level != Level::SameDay && level != Level::Soon) return std::nullopt;
  const auto hours = OpeningHours::parse(context.config[ClinicText::OpeningHours]);
  if (!hours || !context.clinic_now) return std::nullopt;
  Opening opening = hours->at(*context.clinic_now);
  opening.elsewhere = context.now && context.now->offset_minutes != context.clinic_now->offset_minutes;
  return opening;
}

std::optional<std::int64_t> call_by(Level level, const Facts& facts, const std::optional<Instant>& now) {
  if (level != Level::Soon || !now) return std::nullopt;
  return business_day_after(day_of(*now), facts.config()[Setting::SoonBusinessDays]);
}

/// The plan says when driving is safe; each state of its line has words that never promise more.
std::optional<Lead> lead_for(Level level, const Plan& plan, bool has_call_day) {
  if (level == Level::Soon && has_call_day) return Lead{"call-by", {}};
  if (level != Level::Expected) return std::nullopt;
  const PlanLine& driving = plan[driving_line];
  return Lead{id_of(driving.state), driving.state == PlanState::Later ? driving.at : std::nullopt};
}

Deadlines deadlines_for(Level level, const ClinicConfig& config, const std::optional<Instant>& now) {
  constexpr std::int64_t minute = 60;
  if (!now) return {};
  if (level == Level::SameDay) return {later(*now, config[Setting::SameDayHours] * seconds_per_hour), {}};
  if (level != Level::Urgent) return {};
  return {later(*now, config[Setting::UrgentMinutes] * minute), later(*now, config[Setting::NoAnswerMinutes] * minute)};
}

constexpr std::string_view no_driving = "no-driving";
constexpr std::string_view not_alone = "not-alone";
constexpr std::string_view no_answer = "no-answer";
constexpr std::string_view no_answer_today = "no-answer-today";
constexpr std::string_view no_answer_on_call = "no-answer-on-call";
constexpr std::array card_lines{no_driving, not_alone, no_answer, no_answer_today, no_answer_on_call};

/// Whether the plan says that it must wait, or be asked about first. With a dose every day it depends on the hour.
bool must_wait(const PlanLine& line) { return line.state != PlanState::Now && line.state != PlanState::AskHours; }

/// In short what else must be known before anything is read: of the plan and the actions, and never more than they say.
List<std::string_view, 3> card_for(Level level, const Assessment& result, const ClinicConfig& config) {
  List<std::string_view, 3> card;
  if (level != Level::Urgent && level != Level::SameDay) return card;
  if (must_wait(result.plan[driving_line])) card.push_back(no_driving);
  if (must_wait(result.plan[alone_line])) card.push_back(not_alone);
  if (level == Level::Urgent) {
    if (result.deadlines.no_answer) card.push_back(no_answer);
    return card;
  }
  // Of a closed clinic the first thing to do is the on-call line or, without one, all that is left.
  const bool closed = result.opening && !result.opening->open;
  const bool on_call = !config[ClinicText::OnCallPhone].empty();
  if (on_call && !closed)
    card.push_back(no_answer_on_call);
  else if (on_call || !closed)
    card.push_back(no_answer_today);
  return card;
}

/// The levels whose reasons are shown: the highest, and crisis beside emergency.
Levels shown_levels(const Disposition& disposition) {
  Levels shown{disposition.level};
  if (disposition.level == Level::Emergency && disposition.levels.has(Level::Crisis)) shown.add(Level::Crisis);
  return shown;
}

void collect_rules(Assessment& result, const RuleSet& rules, const Facts& facts, const Facts& asked) {
  const Levels shown = shown_levels(result.disposition);
  if (const Rule* fallback = default_rule(rules, result.disposition)) {
    result.fired.push_back(fallback);
    result.reasons.push_back({fallback, deciding_answers(fallback->when, facts)});
  }
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (!result.disposition.fired[i]) continue;
    const Rule& rule = rules.rules[i];
    result.fired.push_back(&rule);
    const bool is_shown = shown.has(rule.level);
    if (!is_shown && asked.evaluate(rule.when) != Truth::True) continue;  // only because something was not asked yet
    std::vector<Reason>& reasons = is_shown ? result.reasons : result.also_tell;
    reasons.push_back({&rule, deciding_answers(rule.when, facts)});
  }
}

}  // namespace

std::span<const std::string_view> all_card_lines() { return card_lines; }

Assessment assess(const RuleSet& rules, const Answers& answers, const Context& context,
                  std::optional<Page> asked_through) {
  const Facts facts{answers, context};
  const Facts asked = asked_through ? facts.with_unasked(items_after(*asked_through)) : facts;
  Assessment result;
  result.disposition = decide(rules, facts);
  const Level level = result.disposition.level;
  collect_rules(result, rules, facts, asked);
  result.opening = opening_for(level, context);
  result.actions = actions_for(level, asked, result.opening);
  result.say = say_for(level, asked, result.reasons, result.also_tell);
  result.safety = safety_lines_for(facts, context.now);
  result.medicines = mentions_medicine(facts);
  result.contributors = level < Level::Crisis;
  result.advice = advice_for(level, facts);
  result.plan = plan_for(level, facts, context.now);
  result.deadlines = deadlines_for(level, context.config, context.now);
  result.card = card_for(level, result, context.config);
  result.call_by = call_by(level, facts, context.now);
  result.lead = lead_for(level, result.plan, result.call_by.has_value());
  result.time_line = time_line_for(level, facts, context.now);
  result.trend = facts.trend();
  if (context.now) {
    const Present present = facts.present(*context.now);
    for (const CheckIn& record : context.history) result.not_compared.push_back(why_not_compared(record, present));
    if (level < Level::Crisis) result.recheck_at = recheck_times(level, facts, *context.now);
    result.expires_at = later(*context.now, context.config[Setting::StaleHours] * seconds_per_hour);
    if (present.session_ended) result.session_ended = Instant{*present.session_ended, context.now->offset_minutes};
  }
  return result;
}

}  // namespace tiredness
