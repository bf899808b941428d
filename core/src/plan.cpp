#include "tiredness/plan.hpp"

#include <algorithm>
#include <array>

#include "rules/parts.hpp"

namespace tiredness {
namespace {

using enum NeedId;
using enum Need::Kind;

constexpr auto dozing = any_of(drowsy(), has("alertness", "cannot-stay-awake", "not-checked"));
constexpr auto sedatives =
    has("taken-today", "opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine", "antipsychotic",
        "sedating-antidepressant", "sedative-extra", "alcohol", "cannabis", "other-drugs", "unknown-pills", "unsure");

/// In the order of NeedId. An answer that is missing where it was asked is never good news.
constexpr std::array needs{
    Need{"talked", Obstacle, never},  // named by the level
    Need{"slept", Told, when<any_of(has("slept", "no", "unsure"), missing("slept"))>()},
    Need{"awake", Told, when<dozing>()},
    Need{"wide-awake", Obstacle, when<dozing>()},
    Need{"fully-awake", Obstacle, when<rules::drowsy_and_slowed>()},
    Need{"alert", Felt, when<dozing>()},
    Need{"clear-head", Obstacle,
         when<any_of(
             has("body-symptoms", "dizzy", "near-fall", "blurred-vision"), missing("body-symptoms"),
             has("mind-symptoms", "unreal-calm", "unreal-upsetting", "hallucinations", "foggy", "mania", "risk-taking"),
             missing("mind-symptoms"))>()},
    Need{"nothing-new", Felt,
         when<any_of(
             has("taken-today", "sedative-extra", "alcohol", "cannabis", "other-drugs", "unknown-pills", "unsure"),
             missing("taken-today"))>()},
    Need{"nothing-sedating", Felt, when<any_of(sedatives, missing("taken-today"))>()},
    Need{"steady", Felt, when<any_of(has("body-symptoms", "dizzy", "near-fall"), missing("body-symptoms"))>()},
    Need{"company", Situation, when<session_within(24)>()},
    Need{"not-driving", Felt, never},
    Need{"not-dizzy", Felt,
         when<any_of(has("body-symptoms", "dizzy", "near-fall", "palpitations", "high-blood-pressure"),
                     missing("body-symptoms"))>()},
    Need{
        "drinking", Felt,
        when<any_of(has("body-symptoms", "vomiting", "cannot-keep-fluids", "dehydrated"), missing("body-symptoms"))>()},
    Need{"not-swimming-alone", Felt, never},
    Need{"calm-heart", Felt,
         when<any_of(has("body-symptoms", "palpitations", "high-blood-pressure"), missing("body-symptoms"))>()},
    Need{"not-sick", Told,
         when<any_of(has("body-symptoms", "vomiting", "cannot-keep-fluids"), missing("body-symptoms"))>()},
    Need{"sugar-up", Obstacle, when<has("body-symptoms", "low-sugar")>()},
    Need{"looked-in-on", Situation, when<session_within(24)>()},
    Need{"watched", Situation, when<all_of(dozing, any_of(sedatives, missing("taken-today")))>()},
    Need{"phone", Felt, never},
};
static_assert(std::none_of(needs.begin(), needs.end(), [](const Need& one) { return one.when.empty(); }));

template <class... Ids>
constexpr NeedSet only_when(Ids... ids) {
  return (bit_of(ids) | ...);
}

/// Somebody else is there. The line "alone" names neither.
constexpr NeedSet for_who_is_not_alone = only_when(Company, LookedInOn);

/// As the tip on exercise has it: pacing with chronic fatigue, and a clinician first in a pregnancy.
constexpr Condition effort_asks = when<any_of(has("conditions", "me-cfs", "decline"), missing("conditions"),
                                              has("pregnancy", "pregnant", "decline"), missing("pregnancy"))>();
constexpr Condition alcohol_asks =
    when<any_of(has("conditions", "liver-disease", "decline"), missing("conditions"),
                has("pregnancy", "pregnant", "breastfeeding", "decline"), missing("pregnancy"),
                has("body-symptoms", "withdrawal"), has("medicine-changes", "stopped-sedative"))>();
constexpr Condition caffeine_asks = when<any_of(has("taken-today", "stimulant-or-maoi", "unsure"),
                                                missing("taken-today"), has("pregnancy", "pregnant"))>();
/// Nobody knows how somebody is who does not say.
constexpr Condition untold = when<rules::self_harm_unanswered>();
constexpr Condition first_day = when<any_of(session_within(24), session_not_yet())>();
constexpr Condition until_driving = when<any_of(session_within(Setting::NoDrivingHours), session_not_yet())>();
/// Somebody who took something that makes people sleepy is about to decide on the next glass and on tonight's pill.
constexpr Condition took_sedatives = when<sedatives>();

/// Among the first lines of a result.
constexpr Activity first(Activity activity, Condition when = always) {
  activity.first_when = when;
  return activity;
}

/// In the order in which people ask.
constexpr std::array activities{
    first({"drive", "K03 K15 C06", Setting::NoDrivingHours, only_when(Slept, Alert, ClearHead, NothingNew), never}),
    first({"alone", "K02 C15 C17", 2, only_when(Awake, Steady, Phone), first_day, untold}),
    first({"home", "K16 K03", 0, only_when(WideAwake, Company, NotDriving), never}),
    Activity{"child", "C19 C15", Setting::NoDrivingHours, only_when(Slept, Alert, ClearHead), never},
    Activity{"work-desk", "C07 C05", 0, only_when(Slept, Alert, ClearHead), until_driving},
    Activity{"work-risk", "K03 K15 C18", Setting::NoDrivingHours, only_when(Slept, Alert, ClearHead, NothingNew),
             never},
    Activity{"decide", "C07", Setting::NoDrivingHours, only_when(Slept, Alert, ClearHead), never},
    Activity{"exercise", "S24 C11 C12 C22", Setting::NoDrivingHours,
             only_when(WideAwake, NotDizzy, Drinking, NotSwimmingAlone), until_driving, effort_asks},
    first({"alcohol", "C05 M01 M06", Setting::NoAlcoholHours, only_when(Slept, Alert, NothingSedating), never,
           alcohol_asks},
          took_sedatives),
    Activity{"caffeine", "C03 C04", 0, only_when(FullyAwake, CalmHeart), always, caffeine_asks},
    first({"pills", "M08 M09 M11 M16", 0, 0, always, never, PlanState::AsTold}, took_sedatives),
    Activity{"eat", "C08 C10", 0, only_when(FullyAwake, NotSick), first_day},
    Activity{"sleep", "C16 C15 F20", 0, only_when(SugarUp, LookedInOn, Watched), always},
    Activity{"next", "S20 S41 N6", 0, 0, always, never, PlanState::AsPlanned},
};
static_assert(std::none_of(activities.begin(), activities.end(),
                           [](const Activity& one) { return one.note_when.empty(); }));
static_assert(activities.size() == most_plan_lines);

static_assert(activities[driving_line].id == "drive");
static_assert(activities[alone_line].id == "alone");

constexpr Condition may_not_wake = when<has("alertness", "not-checked", "cannot-stay-awake")>();

constexpr Condition may_choke = when<rules::low_sugar_may_choke>();

constexpr Condition may_dose_daily =
    when<any_of(has("daily-dose", "yes", "unsure"), missing("daily-dose"), missing("setting"))>();

/// So long ago the session ended at the least, in seconds. Where only its day is known, the clocks may have been changed since.
std::int64_t least_elapsed(const SessionTime& t) {
  return t.shortest == t.longest ? t.shortest : std::max<std::int64_t>(t.shortest - seconds_per_hour, 0);
}

/// A clock shows minutes: one that has begun is not over.
std::int64_t up_to_whole_minute(std::int64_t seconds) {
  constexpr std::int64_t minute = 60;
  return seconds + (minute - seconds % minute) % minute;
}

class Planner {
 public:
  Planner(std::optional<Level> level, const Facts& facts, const std::optional<Instant>& now)
      : level_(level), facts_(facts), now_(now), daily_(may_be_dosed_daily(facts)), may_not_wake_(holds(may_not_wake)) {
    const Activity& alone = activities[alone_line];
    may_be_alone_ = !holds(alone.ask_first) && !something_in_the_way(needs_of(alone));
  }

  [[nodiscard]] PlanLine line(const Activity& activity) const {
    PlanLine line{&activity,
                  PlanState::Now,
                  needs_of(activity),
                  holds(activity.note_when),
                  value_of(activity.earliest.raw, facts_.config()),
                  {},
                  !holds(activity.first_when)};
    if (line.hours > 0) line.at = clock_time_after(line.hours, facts_, now_);
    line.state = state_of(line);
    if (line.state == PlanState::Now || line.state == PlanState::NotYet) line.needs = still_open(line.needs);
    if (line.state == PlanState::AskFirst) line.needs = 0;
    return line;
  }

 private:
  [[nodiscard]] bool holds(Condition condition) const { return facts_.evaluate(condition) == Truth::True; }

  /// Whoever is to talk to a medical person now does nothing of this before; nor eats and drinks, if told not to. Where the call
  /// is for today, nobody allows themselves again what one of their answers is in the way of; home they may go.
  [[nodiscard]] bool waits_for_talk(const Activity& activity, NeedSet named) const {
    const auto needs_any = [&activity](NeedSet some) { return (activity.needs & some) != 0; };
    if (level_ == Level::SameDay) return needs_any(only_when(Slept, Awake, NotDizzy)) && something_in_the_way(named);
    if (level_ != Level::Urgent) return false;
    return needs_any(only_when(Slept, Awake, WideAwake, NotDizzy)) ||
           (needs_any(bit_of(FullyAwake)) && holds(may_choke));
  }

  [[nodiscard]] NeedSet needs_of(const Activity& activity) const {
    NeedSet named = activity.needs;
    for (std::size_t i = 0; i < needs.size(); ++i)
      if ((needs[i].kind == Situation || needs[i].kind == Obstacle) && !holds(needs[i].when)) named &= ~(1U << i);
    if (!may_be_alone_) named |= activity.needs & for_who_is_not_alone;
    if ((named & bit_of(Watched)) != 0) named &= ~bit_of(LookedInOn);  // the same, and less
    if (waits_for_talk(activity, named)) named |= bit_of(Talked);
    return may_not_wake_ ? named | bit_of(Awake) : named;
  }

  /// Without what the answers say holds.
  [[nodiscard]] NeedSet still_open(NeedSet named) const {
    for (std::size_t i = 0; i < needs.size(); ++i)
      if (needs[i].kind == Told && facts_.evaluate(needs[i].when) == Truth::False) named &= ~(1U << i);
    return named;
  }

  [[nodiscard]] bool something_in_the_way(NeedSet named) const {
    if ((named & bit_of(Talked)) != 0) return true;
    for (std::size_t i = 0; i < needs.size(); ++i)
      if ((named & (1U << i)) != 0 && needs[i].kind != Situation && holds(needs[i].when)) return true;
    return false;
  }

  [[nodiscard]] PlanState state_of(const PlanLine& line) const {
    const Activity& activity = *line.activity;
    if (activity.otherwise == PlanState::AsTold) return PlanState::AsTold;
    if (activity.otherwise == PlanState::AsPlanned)
      return level_ && *level_ > Level::Expected ? PlanState::AskFirst : PlanState::AsPlanned;
    if (holds(activity.ask_first)) return PlanState::AskFirst;
    if (line.hours > 0) {
      if (daily_) return PlanState::AskHours;
      const SessionTime& t = facts_.session().time;
      const bool is_over = t.known() && least_elapsed(t) >= line.hours * seconds_per_hour;
      if (!is_over) return line.at ? PlanState::Later : PlanState::Hours;
    }
    return something_in_the_way(line.needs) || night_is_ahead(line) ? PlanState::NotYet : PlanState::Now;
  }

  /// What waits for a night, not for an hour: on the first day only an answer tells that it was one after the session.
  [[nodiscard]] bool night_is_ahead(const PlanLine& line) const {
    const Condition not_slept = needs[static_cast<std::size_t>(Slept)].when;
    return line.hours == 0 && (line.needs & bit_of(Slept)) != 0 && holds(first_day) &&
           facts_.evaluate(not_slept) != Truth::False;
  }

  std::optional<Level> level_;
  const Facts& facts_;
  const std::optional<Instant>& now_;
  bool daily_;
  bool may_not_wake_;
  bool may_be_alone_ = true;  ///< stands for the way home and for sleep too
};

/// What a plan without a check asks for.
constexpr bool is_asked_for_plan(std::string_view link_id) {
  return link_id == "session-ended" || link_id == "setting" || link_id == "daily-dose";
}

}  // namespace

bool may_be_dosed_daily(const Facts& facts) { return facts.evaluate(may_dose_daily) == Truth::True; }

std::optional<Instant> clock_time_after(int hours, const Facts& facts, const std::optional<Instant>& now) {
  if (!facts.session().ended || !now || may_be_dosed_daily(facts)) return std::nullopt;
  const std::int64_t to_wait = hours * seconds_per_hour - least_elapsed(facts.session().time);
  return Instant{up_to_whole_minute(now->unix_seconds + to_wait), now->offset_minutes};
}

std::span<const Activity> all_activities() { return activities; }
std::span<const Need> all_needs() { return needs; }

Plan plan_for(std::optional<Level> level, const Facts& facts, const std::optional<Instant>& now) {
  Plan plan;
  if (level && *level >= Level::Crisis) return plan;
  const Planner planner{level, facts, now};
  for (const Activity& activity : activities) plan.push_back(planner.line(activity));
  return plan;
}

Facts facts_without_check(const Answers& answers, const Context& context) {
  Answers used = answers;
  ItemSet unasked = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (is_asked_for_plan(items[i].link_id) || items[i].link_id == "who") continue;
    used.clear(static_cast<ItemId>(i));
    unasked |= bit_of(static_cast<ItemId>(i));
  }
  return Facts{used, context}.with_unasked(unasked);
}

PlanWithoutCheck plan_without_check(const Facts& facts, const std::optional<Instant>& now) {
  PlanWithoutCheck result;
  for (const ItemId id : view_page(Page::Session, facts).items)
    if (is_asked_for_plan(item_of(id).link_id)) result.items.push_back(id);
  result.errors = errors_on(result.items, facts);
  result.plan = plan_for(std::nullopt, facts, now);
  return result;
}

}  // namespace tiredness
