#include "tiredness/plan.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

constexpr std::string_view now = "2026-11-20T14:00:00-05:00";

/// A line as it comes out.
struct Line {
  std::string state;
  Ids needs;
  std::string at;
  bool note = false;
  bool more = false;
};

Ids need_ids(NeedSet set) {
  Ids ids;
  for (std::size_t i = 0; i < all_needs().size(); ++i)
    if ((set & (1U << i)) != 0) ids.emplace_back(all_needs()[i].id);
  return ids;
}

Line found(const Plan& plan, std::string_view id) {
  for (const PlanLine& line : plan)
    if (line.activity->id == id)
      return {std::string(id_of(line.state)), need_ids(line.needs), line.at ? format_timestamp(*line.at) : "",
              line.note, line.more};
  FAIL("no line " << id);
  return {};
}

Line line(const Patient& patient, std::string_view id, Level level = Level::Expected) {
  const Patient timed = patient.now() ? patient : patient.at(now);
  return found(plan_for(level, timed.facts(), timed.now()), id);
}

std::string state(const Patient& patient, std::string_view id, Level level = Level::Expected) {
  return line(patient, id, level).state;
}

Plan without_check(const Patient& patient) {
  return plan_without_check(facts_without_check(patient.answers(), patient.context()), patient.now()).plan;
}

constexpr std::array timed_by_driving{"drive", "child", "work-risk", "decide", "exercise"};

}  // namespace

TEST_CASE("The plan has the agreed lines in their order, each with its sources", "[plan]") {
  Ids ids;
  for (const Activity& activity : all_activities()) {
    ids.emplace_back(activity.id);
    CHECK_FALSE(activity.sources.empty());
  }
  CHECK(ids == Ids{"drive", "alone", "home", "child", "work-desk", "work-risk", "decide", "exercise", "alcohol",
                   "caffeine", "pills", "eat", "sleep", "next"});
  std::set<std::string_view> needs;
  for (const Need& need : all_needs()) CHECK(needs.insert(need.id).second);
}

TEST_CASE("Every result but emergency and crisis has a plan", "[plan]") {
  for (const Patient& patient : {calm(), first_afternoon(), time_unknown(), no_session_yet(), nobody()}) {
    for (const Level level : {Level::Urgent, Level::SameDay, Level::Soon, Level::Expected})
      CHECK(plan_for(level, patient.facts(), instant(now)).size() == all_activities().size());
    for (const Level level : {Level::Emergency, Level::Crisis})
      CHECK(plan_for(level, patient.facts(), instant(now)).empty());
  }
  CHECK(calm().at(now).assess().plan.size() == all_activities().size());
  CHECK(calm().at(now).with("danger-signs", {"chest"}).assess().plan.empty());
}

TEST_CASE("Drive: from the hour on, once slept and alert and with nothing new that makes sleepy", "[plan]") {
  const Line early = line(first_afternoon(), "drive");
  CHECK(early.state == "later");
  CHECK(early.at == "2026-11-21T09:00:00-05:00");
  CHECK(early.needs == Ids{"slept", "alert", "nothing-new"});
  CHECK(state(next_morning().just_under(24), "drive") == "later");
  const Line over = line(next_morning().hours(24), "drive");
  CHECK(over.state == "now");
  CHECK(over.needs == Ids{"alert", "nothing-new"});
}

TEST_CASE("When the hour is over, what the answers tell is in the way", "[plan]") {
  for (const std::string_view slept : {"no", "unsure"}) CHECK(state(calm().with("slept", slept), "drive") == "not-yet");
  CHECK(state(calm().without("slept"), "drive") == "not-yet");
  CHECK(line(calm().with("slept", "no"), "drive").needs == Ids{"slept", "alert", "nothing-new"});
  for (const std::string_view sleepy : {"drowsy", "unsure"})
    CHECK(state(calm().with("alertness", sleepy), "drive") == "not-yet");
  CHECK(state(calm().without("alertness"), "drive") == "not-yet");
  for (const std::string_view taken :
       {"sedative-extra", "alcohol", "cannabis", "other-drugs", "unknown-pills", "unsure"})
    CHECK(state(calm().with("taken-today", {taken}), "drive") == "not-yet");
  CHECK(state(calm().without("taken-today"), "drive") == "not-yet");
  CHECK(state(calm().without("taken-today").with("medicines", "unsure"), "drive") == "not-yet");
  CHECK(state(calm().without("taken-today").without("medicine-changes").with("medicines", "no"), "drive") == "now");
  for (const std::string_view usual : {"sedating-antidepressant", "gabapentinoid", "diabetes-medicine"})
    CHECK(state(calm().with("taken-today", {usual}), "drive") == "now");
  // Sleep is not asked any more, and counts as yes.
  CHECK(line(fifth_day(), "drive").needs == Ids{"alert", "nothing-new"});
}

TEST_CASE("A head that is not clear is named, and in the way", "[plan]") {
  for (const std::string_view symptom : {"dizzy", "near-fall", "blurred-vision"}) {
    const Line found = line(calm().with("body-symptoms", {symptom}), "drive");
    CHECK(found.state == "not-yet");
    CHECK(found.needs == Ids{"alert", "clear-head", "nothing-new"});
  }
  for (const std::string_view symptom :
       {"unreal-calm", "unreal-upsetting", "hallucinations", "foggy", "mania", "risk-taking"})
    for (const std::string_view id : {"drive", "child", "work-desk", "work-risk", "decide"})
      CHECK(state(calm().with("mind-symptoms", {symptom}), id) == "not-yet");
  for (const std::string_view id : {"drive", "child", "work-desk", "work-risk", "decide"}) {
    CHECK(state(calm().without("body-symptoms"), id) == "not-yet");
    CHECK(state(calm().without("mind-symptoms"), id) == "not-yet");
    CHECK(state(calm().with("body-symptoms", {"headache"}), id) == "now");
  }
}

TEST_CASE("What else waits for the hour of driving, with its own conditions", "[plan]") {
  const std::array expected{Ids{"slept", "alert", "nothing-new"}, Ids{"slept", "alert"},
                            Ids{"slept", "alert", "nothing-new"}, Ids{"slept", "alert"},
                            Ids{"not-dizzy", "drinking", "not-swimming-alone"}};
  for (std::size_t i = 0; i < timed_by_driving.size(); ++i) {
    const Line early = line(first_afternoon(), timed_by_driving[i]);
    INFO(timed_by_driving[i]);
    CHECK(early.state == "later");
    CHECK(early.at == "2026-11-21T09:00:00-05:00");
    CHECK(early.needs == expected[i]);
    CHECK(state(next_morning().just_under(24), timed_by_driving[i]) == "later");
    CHECK(state(next_morning().hours(24), timed_by_driving[i]) == "now");
  }
  CHECK(line(calm(), "decide").needs == Ids{"alert"});
  CHECK(state(calm().with("alertness", "drowsy"), "decide") == "not-yet");
}

TEST_CASE("A clinic's setting moves the hour, later only", "[plan]") {
  const Patient strict = first_afternoon().at(now).setting(Setting::NoDrivingHours, 48);
  for (const std::string_view id : timed_by_driving) CHECK(line(strict, id).at == "2026-11-22T09:00:00-05:00");
  CHECK(line(strict, "alcohol").at == "2026-11-21T09:00:00-05:00");
  const Patient dry = first_afternoon().at(now).setting(Setting::NoAlcoholHours, 168);
  CHECK(line(dry, "alcohol").at == "2026-11-27T09:00:00-05:00");
  CHECK(line(dry, "drive").at == "2026-11-21T09:00:00-05:00");
  CHECK(state(calm().setting(Setting::NoDrivingHours, 72), "drive") == "later");
  CHECK(line(strict, "alone").at == "2026-11-20T11:00:00-05:00");
}

TEST_CASE("Be alone: after two hours, awake and steady; better with an adult near on the first day", "[plan]") {
  const Patient early = first_afternoon().just_under(2);
  CHECK(state(early, "alone") == "later");
  CHECK(line(first_afternoon().hours(1), "alone").at == "2026-11-20T15:00:00-05:00");
  CHECK(line(first_afternoon().hours(1), "alone").needs == Ids{"awake", "steady", "phone"});
  CHECK(state(first_afternoon().hours(2), "alone") == "now");
  CHECK(line(first_afternoon(), "alone").needs == Ids{"steady", "phone"});
  CHECK(line(first_afternoon(), "alone").note);
  CHECK_FALSE(line(calm(), "alone").note);
  const Line dozing = line(first_afternoon().with("alertness", "drowsy"), "alone");
  CHECK(dozing.state == "not-yet");
  CHECK(dozing.needs == Ids{"awake", "steady", "phone"});
  CHECK(state(first_afternoon().without("alertness"), "alone") == "not-yet");
  for (const std::string_view symptom : {"dizzy", "near-fall"})
    CHECK(state(first_afternoon().with("body-symptoms", {symptom}), "alone") == "not-yet");
  CHECK(state(first_afternoon().without("body-symptoms"), "alone") == "not-yet");
}

TEST_CASE("Go home: now, on the first day with somebody, and never as the one who drives", "[plan]") {
  CHECK(line(first_afternoon(), "home").state == "now");
  CHECK(line(first_afternoon(), "home").needs == Ids{"company", "not-driving"});
  CHECK(line(next_morning().just_under(24), "home").needs == Ids{"company", "not-driving"});
  CHECK(line(next_morning().hours(24), "home").needs == Ids{"not-driving"});
  CHECK(line(time_unknown(), "home").needs == Ids{"company", "not-driving"});
  const Line dozing = line(first_afternoon().with("alertness", "drowsy"), "home");
  CHECK(dozing.state == "not-yet");
  CHECK(dozing.needs == Ids{"wide-awake", "company", "not-driving"});
}

TEST_CASE("Who may not be alone goes home with somebody, and somebody looks in on their sleep", "[plan]") {
  const Patient unsteady = next_morning().hours(30).with("body-symptoms", {"near-fall"});
  CHECK(state(unsteady, "alone", Level::SameDay) == "not-yet");
  CHECK(line(unsteady, "home", Level::SameDay).needs == Ids{"company", "not-driving"});
  CHECK(line(unsteady, "sleep", Level::SameDay).needs == Ids{"looked-in-on"});
  // To be talked to first by a doctor or nurse.
  const Patient steady = next_morning().hours(30);
  CHECK(state(steady, "home", Level::Urgent) == "not-yet");
  CHECK(line(steady, "home", Level::Urgent).needs == Ids{"talked", "company", "not-driving"});
  CHECK(line(steady, "sleep", Level::Urgent).needs == Ids{"looked-in-on"});
  CHECK(line(steady, "home", Level::SameDay).needs == Ids{"not-driving"});
  // The clinic is asked first.
  CHECK(line(steady.with("self-harm", "decline"), "home", Level::SameDay).needs == Ids{"company", "not-driving"});
}

TEST_CASE("Desk work waits for a night's sleep, not for an hour", "[plan]") {
  CHECK(state(first_afternoon(), "work-desk") == "not-yet");
  CHECK(line(first_afternoon(), "work-desk").at.empty());
  CHECK(line(next_morning(), "work-desk").state == "now");
  CHECK(line(next_morning(), "work-desk").needs == Ids{"alert"});
  CHECK(line(next_morning(), "work-desk").note);
  CHECK_FALSE(line(calm(), "work-desk").note);
  CHECK(line(calm().setting(Setting::NoDrivingHours, 72), "work-desk").note);
  CHECK(state(next_morning().without("slept"), "work-desk") == "not-yet");
}

TEST_CASE("The night before a session is no night after it: unasked, desk work is not allowed on the first day",
          "[plan]") {
  const auto told = [](const Patient& patient) { return found(without_check(patient), "work-desk").state; };
  CHECK(told(first_afternoon().hours(1).at(now)) == "not-yet");
  CHECK(told(time_unknown().at(now)) == "not-yet");
  CHECK(told(no_session_yet().at(now)) == "not-yet");
  CHECK(told(calm().hours(24).at(now)) == "now");
}

TEST_CASE("Exercise: not dizzy, heart calm, drinking; ask first with chronic fatigue or in a pregnancy", "[plan]") {
  for (const std::string_view symptom :
       {"dizzy", "near-fall", "palpitations", "high-blood-pressure", "vomiting", "cannot-keep-fluids", "dehydrated"})
    CHECK(state(calm().with("body-symptoms", {symptom}), "exercise") == "not-yet");
  CHECK(state(calm().with("body-symptoms", {"headache"}), "exercise") == "now");
  CHECK(state(calm().without("body-symptoms"), "exercise") == "not-yet");
  CHECK(line(calm().with("alertness", "drowsy"), "exercise").needs ==
        Ids{"wide-awake", "not-dizzy", "drinking", "not-swimming-alone"});
  for (const std::string_view condition : {"me-cfs", "decline"})
    CHECK(line(calm().with("conditions", {condition}), "exercise").state == "ask-first");
  CHECK(line(calm().with("conditions", {"me-cfs"}), "exercise").needs.empty());
  CHECK(state(calm().with("conditions", {"heart"}), "exercise") == "now");
  CHECK(state(calm().without("conditions"), "exercise") == "ask-first");
  for (const std::string_view pregnancy : {"pregnant", "decline"})
    CHECK(state(calm().with("pregnancy", pregnancy), "exercise") == "ask-first");
  CHECK(state(calm().without("pregnancy"), "exercise") == "ask-first");
  CHECK(state(calm().with("age", "65-plus").without("pregnancy"), "exercise") == "now");
  CHECK(line(next_morning(), "exercise").note);
  CHECK_FALSE(line(calm(), "exercise").note);
}

TEST_CASE("Alcohol: the safety line's conditions, and nothing else that makes sleepy", "[plan]") {
  CHECK(line(first_afternoon(), "alcohol").needs == Ids{"slept", "alert", "nothing-sedating"});
  CHECK(line(calm(), "alcohol").needs == Ids{"alert", "nothing-sedating"});
  for (const std::string_view taken :
       {"opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine", "antipsychotic",
        "sedating-antidepressant", "sedative-extra", "alcohol", "cannabis", "other-drugs", "unknown-pills", "unsure"})
    CHECK(state(calm().with("taken-today", {taken}), "alcohol") == "not-yet");
  CHECK(state(calm().with("taken-today", {"diabetes-medicine"}), "alcohol") == "now");
  CHECK(state(calm().without("taken-today"), "alcohol") == "not-yet");
  CHECK(state(calm().with("slept", "no"), "alcohol") == "not-yet");
  for (const std::string_view pregnancy : {"pregnant", "breastfeeding", "decline"})
    CHECK(state(calm().with("pregnancy", pregnancy), "alcohol") == "ask-first");
  for (const std::string_view condition : {"liver-disease", "decline"})
    CHECK(state(calm().with("conditions", {condition}), "alcohol") == "ask-first");
  CHECK(state(calm().without("conditions"), "alcohol") == "ask-first");
  CHECK(state(calm().without("pregnancy"), "alcohol") == "ask-first");
  CHECK(state(calm().with("medicine-changes", {"stopped-sedative"}), "alcohol") == "ask-first");
  CHECK(state(calm().with("body-symptoms", {"withdrawal"}), "alcohol") == "ask-first");
}

TEST_CASE("Never against the safety lines: what they forbid is not allowed now", "[plan]") {
  for (const Patient& patient :
       {calm(), first_afternoon(), next_morning(), third_day(), fifth_day(), time_unknown(), nobody(),
        calm().with("slept", "no"), calm().with("alertness", "drowsy"), calm().setting(Setting::NoAlcoholHours, 72),
        calm().setting(Setting::NoDrivingHours, 36), next_morning().hours(24), next_morning().just_under(24)}) {
    INFO(patient.told());
    const Patient timed = patient.at(now);
    const auto lines = safety_lines_for(timed.facts());
    const auto forbids = [&](std::string_view id) {
      return std::any_of(lines.begin(), lines.end(), [&](const ShownSafetyLine& line) { return line.id == id; });
    };
    for (const std::string_view id : {"drive", "work-risk"})
      CHECK_FALSE((forbids("no-driving") && state(timed, id) == "now"));
    CHECK_FALSE((forbids("no-alcohol") && state(timed, "alcohol") == "now"));
    CHECK_FALSE((forbids("no-caring-alone") && state(timed, "child") == "now"));
    CHECK_FALSE((forbids("no-decisions") && state(timed, "decide") == "now"));
  }
}

TEST_CASE("Coffee: with a calm heart", "[plan]") {
  CHECK(line(first_afternoon(), "caffeine").state == "now");
  CHECK(line(first_afternoon(), "caffeine").needs == Ids{"calm-heart"});
  for (const std::string_view symptom : {"palpitations", "high-blood-pressure"})
    CHECK(state(calm().with("body-symptoms", {symptom}), "caffeine") == "not-yet");
  CHECK(state(calm().without("body-symptoms"), "caffeine") == "not-yet");
  CHECK(state(calm().with("taken-today", {"stimulant-or-maoi"}), "caffeine") == "ask-first");
  CHECK(state(calm().with("taken-today", {"unsure"}), "caffeine") == "ask-first");
  CHECK(state(calm().without("taken-today"), "caffeine") == "ask-first");
  CHECK(state(calm().with("pregnancy", "pregnant"), "caffeine") == "ask-first");
  CHECK(state(calm().with("pregnancy", "breastfeeding"), "caffeine") == "now");
}

TEST_CASE("Usual pills are as the clinic told, at every level and time", "[plan]") {
  for (const Patient& patient : {calm(), first_afternoon(), time_unknown(), nobody()})
    for (const Level level : {Level::Urgent, Level::Expected}) {
      CHECK(state(patient, "pills", level) == "as-told");
      CHECK(line(patient, "pills", level).note);
    }
}

TEST_CASE("Eat and drink: now, unless throwing up; light food on the first day", "[plan]") {
  CHECK(line(first_afternoon(), "eat").state == "now");
  CHECK(line(first_afternoon(), "eat").needs.empty());
  for (const std::string_view symptom : {"vomiting", "cannot-keep-fluids"})
    CHECK(line(calm().with("body-symptoms", {symptom}), "eat").state == "not-yet");
  CHECK(line(calm().with("body-symptoms", {"vomiting"}), "eat").needs == Ids{"not-sick"});
  CHECK(state(calm().with("body-symptoms", {"nausea"}), "eat") == "now");
  CHECK(state(calm().without("body-symptoms"), "eat") == "not-yet");
  CHECK(line(first_afternoon(), "eat").note);
  CHECK_FALSE(line(calm(), "eat").note);
}

TEST_CASE("Who dozes off after something that slows the breathing is given nothing to eat or drink", "[plan]") {
  for (const Patient& patient : {first_afternoon(), first_afternoon().with("who", "helper")}) {
    const Patient slowed = patient.with("alertness", "drowsy").with("taken-today", {"opioid"});
    for (const std::string_view id : {"eat", "caffeine"}) {
      CHECK(state(slowed, id, Level::Urgent) == "not-yet");
      CHECK(contains(line(slowed, id, Level::Urgent).needs, "fully-awake"));
      CHECK(state(slowed.with("alertness", "awake"), id, Level::Urgent) == "now");
    }
  }
}

TEST_CASE("With low sugar there is no nap before it is up again; eating is not held back", "[plan]") {
  const Patient low = calm().with("body-symptoms", {"low-sugar"});
  CHECK(line(low, "sleep", Level::Urgent).state == "not-yet");
  CHECK(line(low, "sleep", Level::Urgent).needs == Ids{"sugar-up", "looked-in-on"});
  CHECK(state(low, "eat", Level::Urgent) == "now");
}

TEST_CASE("Who does not say whether there are thoughts of death asks before being alone", "[plan]") {
  for (const std::string_view said : {"decline", "not-known"})
    CHECK(state(calm().with("self-harm", said), "alone") == "ask-first");
  CHECK(state(calm().without("self-harm"), "alone") == "ask-first");
  CHECK(state(calm(), "alone") == "now");
}

TEST_CASE("Sleep: on the first day somebody looks in; with a sedative somebody stays", "[plan]") {
  CHECK(line(first_afternoon(), "sleep").state == "now");
  CHECK(line(first_afternoon(), "sleep").needs == Ids{"looked-in-on"});
  CHECK(line(next_morning().hours(24), "sleep").needs.empty());
  CHECK(line(first_afternoon().with("alertness", "drowsy"), "sleep").needs == Ids{"looked-in-on"});
  for (const std::string_view taken : {"opioid", "alcohol", "benzodiazepine", "sedative-extra", "unsure"}) {
    const Patient sedated = first_afternoon().with("alertness", "drowsy").with("taken-today", {taken});
    CHECK(line(sedated, "sleep").needs == Ids{"watched"});
    CHECK(state(sedated, "sleep") == "now");
  }
  CHECK(line(first_afternoon().with("taken-today", {"opioid"}), "sleep").needs == Ids{"looked-in-on"});
  CHECK(line(first_afternoon().with("alertness", "drowsy").without("taken-today"), "sleep").needs == Ids{"watched"});
}

TEST_CASE("The next session is as planned only where the result is calm", "[plan]") {
  CHECK(state(calm(), "next", Level::Expected) == "as-planned");
  for (const Level level : {Level::Soon, Level::SameDay, Level::Urgent})
    CHECK(state(calm(), "next", level) == "ask-first");
  CHECK(line(calm(), "next").note);
}

TEST_CASE("Whoever is to talk to a medical person now does nothing risky before", "[plan]") {
  for (const std::string_view id :
       {"drive", "alone", "home", "child", "work-desk", "work-risk", "decide", "exercise", "alcohol"}) {
    INFO(id);
    CHECK(state(calm(), id, Level::Urgent) == "not-yet");
    CHECK(line(calm(), id, Level::Urgent).needs.front() == "talked");
    CHECK(state(calm(), id, Level::SameDay) == "now");
    CHECK_FALSE(contains(line(calm(), id, Level::SameDay).needs, "talked"));
  }
  CHECK(state(first_afternoon(), "drive", Level::Urgent) == "later");
  CHECK(line(first_afternoon(), "drive", Level::Urgent).needs == Ids{"talked", "slept", "alert", "nothing-new"});
  for (const std::string_view id : {"eat", "sleep", "caffeine"}) CHECK(state(calm(), id, Level::Urgent) == "now");
}

TEST_CASE("Where the call is for today, nobody allows themselves again what an answer is in the way of", "[plan]") {
  const Patient fell = calm().with("body-symptoms", {"near-fall"});
  for (const std::string_view id : {"drive", "alone", "child", "exercise"}) {
    INFO(id);
    CHECK(state(fell, id, Level::SameDay) == "not-yet");
    CHECK(line(fell, id, Level::SameDay).needs.front() == "talked");
    CHECK_FALSE(contains(line(fell, id, Level::Soon).needs, "talked"));
  }
  // With somebody beside them.
  CHECK(line(fell, "home", Level::SameDay).needs == Ids{"company", "not-driving"});
  // Not because of the hour alone.
  CHECK_FALSE(contains(line(first_afternoon().with("slept", "yes"), "drive", Level::SameDay).needs, "talked"));
}

TEST_CASE("First come driving, being alone and the way home; and for who took a sedative, alcohol and tonight's pills",
          "[plan]") {
  const auto first = [](const Patient& patient) {
    Ids ids;
    for (const Activity& activity : all_activities())
      if (!line(patient, activity.id).more) ids.emplace_back(activity.id);
    return ids;
  };
  CHECK(first(calm()) == Ids{"drive", "alone", "home"});
  for (const std::string_view taken : {"benzodiazepine", "alcohol", "opioid", "unsure"})
    CHECK(first(calm().with("taken-today", {taken})) == Ids{"drive", "alone", "home", "alcohol", "pills"});
  CHECK(first(calm().with("taken-today", {"stimulant-or-maoi"})) == Ids{"drive", "alone", "home"});
}

TEST_CASE("Whoever is told to eat and drink nothing reads the same in the plan", "[plan]") {
  const Patient low = calm().with("body-symptoms", {"low-sugar"});
  const Patient may_choke = low.with("danger-signs", {"unsure"}).with("unsure-signs", {"seizure"});
  REQUIRE(may_choke.level() == Level::Urgent);
  REQUIRE(contains(ids_of(may_choke.assess().actions), "no-sugar"));
  for (const std::string_view id : {"eat", "caffeine"}) {
    CHECK(state(may_choke, id, Level::Urgent) == "not-yet");
    CHECK(contains(line(may_choke, id, Level::Urgent).needs, "talked"));
    CHECK_FALSE(contains(line(low, id, Level::Urgent).needs, "talked"));
  }
}

TEST_CASE("Nobody who may not wake is told that something is allowed now", "[plan]") {
  for (const std::string_view sleeper : {"not-checked", "cannot-stay-awake"}) {
    const Patient asleep = calm().with("alertness", sleeper);
    for (const PlanLine& found : plan_for(Level::Urgent, asleep.facts(), instant(now))) {
      INFO(found.activity->id);
      CHECK(found.state != PlanState::Now);
      if (found.state == PlanState::NotYet) CHECK(contains(need_ids(found.needs), "awake"));
    }
  }
}

TEST_CASE("Where the session's time is not known there are hours and conditions, and no clock time", "[plan]") {
  for (const Patient& patient : {time_unknown(), no_session_yet(), time_unknown().session("2031-01-01T00:00:00Z")}) {
    for (const std::string_view id : timed_by_driving) {
      INFO(patient.told() << " " << id);
      CHECK(line(patient, id).state == "hours");
      CHECK(line(patient, id).at.empty());
    }
    CHECK(line(patient, "drive").needs == Ids{"slept", "alert", "nothing-new"});
    CHECK(state(patient, "alone") == "hours");
    CHECK(state(patient, "alcohol") == "hours");
  }
  CHECK(state(nobody().with("setting", "clinic"), "drive") == "hours");
  CHECK(state(calm().session("two-weeks-or-more"), "drive") == "now");
}

TEST_CASE("With a dose every day only the clinic can say in which hours", "[plan][daily]") {
  const Patient home = calm().with("setting", "home").with("dose-as-planned", "planned");
  for (const std::string_view daily : {"yes", "unsure"}) {
    const Patient dosing = home.with("daily-dose", daily).at(now);
    for (const std::string_view id : {"drive", "alone", "child", "work-risk", "decide", "exercise", "alcohol"}) {
      INFO(id);
      CHECK(line(dosing, id).state == "ask-hours");
      CHECK(line(dosing, id).at.empty());
    }
    CHECK(line(dosing, "drive").needs == Ids{"slept", "alert", "nothing-new"});
    CHECK(line(dosing, "work-desk").state == "now");
    CHECK(line(dosing, "caffeine").state == "now");
  }
  CHECK(state(home.with("daily-dose", "no"), "drive") == "now");
  CHECK(state(home.without("daily-dose"), "drive") == "ask-hours");
  CHECK(state(calm().without("setting"), "drive") == "ask-hours");
  CHECK(state(home.with("setting", "unsure").with("daily-dose", "no"), "drive") == "now");
  // Asked only of those who may dose at home.
  CHECK(state(calm().with("daily-dose", "yes"), "drive") == "now");
  CHECK(state(no_session_yet(), "drive") == "hours");
  const Plan plan = without_check(nobody().at(now).session("2026-11-19T08:00:00-05:00").with("setting", "home"));
  CHECK(found(plan, "drive").state == "ask-hours");
}

TEST_CASE("Without now there is no clock time, and what is over is over", "[plan]") {
  const auto drive = [](const Patient& patient) {
    return found(plan_for(Level::Expected, patient.facts(), {}), "drive");
  };
  CHECK(drive(first_afternoon()).state == "hours");
  CHECK(drive(calm()).state == "now");
  CHECK(drive(calm()).at.empty());
  CHECK(drive(calm().session("2026-11-19T10:00:00-05:00")).state == "hours");
}

TEST_CASE("Where only the day is known, the session may have ended at its very end, and the clocks been changed since",
          "[plan]") {
  const Line yesterday = line(calm().session("2026-11-19"), "drive");
  CHECK(yesterday.state == "later");
  CHECK(yesterday.at == "2026-11-21T01:00:00-05:00");
  CHECK(state(calm().session("2026-11-19").at("2026-11-21T00:59:59-05:00"), "drive") == "later");
  CHECK(state(calm().session("2026-11-19").at("2026-11-21T01:00:00-05:00"), "drive") == "now");
  CHECK(line(calm().session("2026-11-20"), "drive").at == "2026-11-21T14:00:00-05:00");
  CHECK(line(calm().session("2026-11-20"), "alone").at == "2026-11-20T16:00:00-05:00");
}

TEST_CASE("A clock shows minutes, and the one that has begun is not over", "[plan]") {
  const auto at = [](std::string_view session) { return line(first_afternoon().at(now).session(session), "drive").at; };
  CHECK(at("2026-11-20T09:00:00-05:00") == "2026-11-21T09:00:00-05:00");
  CHECK(at("2026-11-20T09:00:01-05:00") == "2026-11-21T09:01:00-05:00");
  CHECK(at("2026-11-20T09:00:59-05:00") == "2026-11-21T09:01:00-05:00");
  CHECK(line(first_afternoon().at("1969-12-31T10:00:30Z").session("1969-12-31T09:00:30Z"), "drive").at ==
        "1970-01-01T09:01:00Z");
}

TEST_CASE("Clock times are told in the offset of now, whatever that of the session", "[plan]") {
  const Patient autumn = first_afternoon().session("2026-10-31T20:00:00-04:00");
  CHECK(line(autumn.at("2026-11-01T08:00:00-05:00"), "drive").at == "2026-11-01T19:00:00-05:00");
  CHECK(line(autumn.at("2026-11-01T05:45:00+05:45"), "drive").at == "2026-11-02T05:45:00+05:45");
}

TEST_CASE("A plan without a check asks for the session alone, and reads nothing else", "[plan][without-check]") {
  const auto asked = [](const Patient& patient) {
    return plan_without_check(facts_without_check(patient.answers(), patient.context()), patient.now());
  };
  CHECK(link_ids(asked(nobody()).items) == Ids{"session-ended"});
  CHECK(asked(nobody()).errors.size() == 1);
  CHECK(link_ids(asked(nobody().hours(3)).items) == Ids{"session-ended", "setting"});
  CHECK(asked(nobody().hours(3)).errors.size() == 1);
  const Patient home = nobody().hours(3).with("setting", "home");
  CHECK(link_ids(asked(home).items) == Ids{"session-ended", "setting", "daily-dose"});
  CHECK(asked(home).errors.size() == 1);
  CHECK(asked(home.with("daily-dose", "no")).errors.empty());
  CHECK(asked(calm()).errors.empty());
  CHECK(link_ids(asked(no_session_yet()).items) == Ids{"session-ended"});
  const auto future = asked(calm().at(now).session("2031-01-01T00:00:00Z"));
  CHECK(future.errors.front().fault == PageFault::ImpossibleTime);
  CHECK(found(future.plan, "drive").state == "hours");

  const Patient session_only = nobody().at(now).session("2026-11-19T08:00:00-05:00").with("setting", "clinic");
  const Patient told_more = calm()
                                .at(now)
                                .session("2026-11-19T08:00:00-05:00")
                                .with("alertness", "drowsy")
                                .with("slept", "no")
                                .with("danger-signs", {"chest"});
  for (const Activity& activity : all_activities()) {
    const Line one = found(without_check(session_only), activity.id);
    const Line other = found(without_check(told_more), activity.id);
    INFO(activity.id);
    CHECK(one.state == other.state);
    CHECK(one.needs == other.needs);
  }
}

TEST_CASE("A plan without a check names every condition, as nothing was told", "[plan][without-check]") {
  const Plan plan = without_check(nobody().at(now).session("2026-11-19T08:00:00-05:00").with("setting", "clinic"));
  CHECK(found(plan, "drive").state == "now");
  CHECK(found(plan, "drive").needs == Ids{"slept", "alert", "nothing-new"});
  CHECK(found(plan, "alone").needs == Ids{"awake", "steady", "phone"});
  CHECK(found(plan, "work-desk").needs == Ids{"slept", "alert"});
  CHECK(found(plan, "decide").needs == Ids{"slept", "alert"});
  CHECK(found(plan, "eat").needs == Ids{"not-sick"});
  CHECK(found(plan, "exercise").state == "now");
  CHECK(found(plan, "next").state == "as-planned");
}

TEST_CASE("Whether it is for oneself or for somebody else is kept", "[plan][without-check]") {
  const Patient helper = calm().with("who", "helper");
  CHECK(facts_without_check(helper.answers(), helper.context()).helper());
}

namespace {

/// One answer or more to each item, or none, at random; the session in each of its forms.
class Anybody {
 public:
  explicit Anybody(unsigned seed) : random_(seed) {}

  Patient next() {
    Patient patient = nobody().at(instant_text(start_ + below(400) * seconds_per_day + below(86400)));
    if (below(2) == 0) patient = patient.setting(Setting::NoDrivingHours, 24 + below(49));
    if (below(2) == 0) patient = patient.setting(Setting::NoAlcoholHours, 24 + below(145));
    for (std::size_t i = 0; i < items.size(); ++i) patient = answer(patient, static_cast<ItemId>(i));
    return patient;
  }

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

 private:
  /// In one of the offsets that there are, whole and broken hours.
  std::string instant_text(std::int64_t seconds) {
    constexpr std::array offsets{-600, -300, -240, -210, 0, 60, 345, 630, 660, 840};
    return format_timestamp({seconds, offsets[static_cast<std::size_t>(below(offsets.size()))]});
  }

  Patient session(const Patient& patient) {
    const std::int64_t now_seconds = patient.now()->unix_seconds;
    const std::int64_t ago = below(2) == 0 ? below(100 * 3600) : (22 + below(54)) * 3600 + below(7200) - 3600;
    if (const int kind = below(8); kind < 4)
      return patient.session(instant_text(now_seconds - ago));
    else if (kind < 6)
      return patient.session(instant_text(now_seconds - ago).substr(0, 10));
    else if (kind == 6)
      return patient.seconds(ago);
    constexpr std::array<std::string_view, 3> words{"unknown", "not-yet", "two-weeks-or-more"};
    return patient.session(words[static_cast<std::size_t>(below(3))]);
  }

  Patient answer(const Patient& patient, ItemId id) {
    const Item& question = item_of(id);
    if (below(8) == 0) return patient;
    if (question.type == ItemType::DateTime) return session(patient);
    if (question.type == ItemType::Integer) return patient.with(question.link_id, below(11));
    const auto one = [&] {
      return question.options[static_cast<std::size_t>(below(static_cast<int>(question.options.size())))].id;
    };
    if (question.type == ItemType::Choice) return patient.with(question.link_id, one());
    if (below(2) == 0 && find_option(question, "none")) return patient.with(question.link_id, "none");
    return patient.with(question.link_id, one()).also(question.link_id, one());
  }

  static constexpr std::int64_t start_ = 1'767'225'600;  // 2026-01-01
  std::mt19937 random_;
};

/// The latest moment at which the session can have ended, for a clock of any zone; nothing where that is not known.
std::optional<std::int64_t> latest_end(const Patient& patient) {
  const SessionAnswer& session = patient.answers().session;
  const Instant moment = *patient.now();
  switch (session.kind) {
    case SessionAnswer::Kind::Timestamp: return session.timestamp.unix_seconds;
    case SessionAnswer::Kind::Elapsed: return moment.unix_seconds - session.elapsed;
    case SessionAnswer::Kind::Date:  // to its end by a clock that stood an hour back then
      return std::min(moment.unix_seconds,
                      (session.date + 1) * seconds_per_day - moment.offset_minutes * 60 + seconds_per_hour);
    case SessionAnswer::Kind::TwoWeeksOrMore: return moment.unix_seconds - 14 * seconds_per_day;
    default: return std::nullopt;
  }
}

int least_hours(const Patient& patient, std::string_view id) {
  if (contains({timed_by_driving.begin(), timed_by_driving.end()}, id))
    return std::max(24, patient.config()[Setting::NoDrivingHours]);
  if (id == "alcohol") return std::max(24, patient.config()[Setting::NoAlcoholHours]);
  return id == "alone" ? 2 : 0;
}

void check_never_early(const Patient& patient, const Plan& plan) {
  const auto end = latest_end(patient);
  for (const PlanLine& line : plan) {
    const std::string_view id = line.activity->id;
    const std::int64_t hours = least_hours(patient, id);
    INFO(patient.told() << ": " << id);
    CHECK(line.hours == hours);
    if (line.at) {
      REQUIRE(end);
      CHECK(line.at->unix_seconds >= *end + hours * seconds_per_hour);
      CHECK(line.at->unix_seconds % 60 == 0);
    }
    if (line.state == PlanState::Later) {
      REQUIRE(line.at);
      CHECK(line.at->unix_seconds > patient.now()->unix_seconds);
    }
    if (line.state == PlanState::Now && hours > 0) {
      REQUIRE(end);
      CHECK(patient.now()->unix_seconds >= *end + hours * seconds_per_hour);
    }
  }
}

bool says_no(const Patient& patient, std::string_view link_id, std::initializer_list<std::string_view> options) {
  const Facts facts = patient.facts();
  const ItemId id = item_named(link_id);
  if (!facts.enabled(id)) return false;
  return !facts.answers().answered(id) || (facts.answers().chosen(id) & options_named(link_id, options)) != 0;
}

/// Where the plan lets nobody be alone yet, it sends nobody home alone, and lets nobody sleep with nobody there.
void check_never_against_itself(const Patient& patient, const Plan& plan) {
  const std::string alone = found(plan, "alone").state;
  if (alone != "not-yet" && alone != "ask-first") return;
  INFO(patient.told());
  CHECK(contains(found(plan, "home").needs, "company"));
  const Ids asleep = found(plan, "sleep").needs;
  CHECK((contains(asleep, "looked-in-on") || contains(asleep, "watched")));
}

/// Nothing is allowed now that an answer, or a missing one, speaks against.
void check_never_against(const Patient& patient, const Plan& plan) {
  const bool not_slept = says_no(patient, "slept", {"no", "unsure"});
  const bool not_awake = says_no(patient, "alertness", {"drowsy", "unsure", "cannot-stay-awake", "not-checked"});
  for (const PlanLine& line : plan) {
    if (line.state != PlanState::Now) continue;
    const std::string_view id = line.activity->id;
    INFO(patient.told() << ": " << id);
    for (const std::string_view of_sleep : {"drive", "child", "work-desk", "work-risk", "decide", "alcohol"})
      if (id == of_sleep) CHECK_FALSE(not_slept);
    for (const std::string_view of_waking :
         {"drive", "alone", "home", "child", "work-desk", "work-risk", "exercise", "alcohol"})
      if (id == of_waking) CHECK_FALSE(not_awake);
    for (const std::string_view of_mind : {"drive", "child", "work-desk", "work-risk"})
      if (id == of_mind) CHECK(contains(need_ids(line.needs), "alert"));
  }
}

}  // namespace

TEST_CASE("No clock time is earlier than the label or the setting, and nothing is allowed before it",
          "[plan][property]") {
  Anybody anybody(20261120);
  std::array<int, plan_state_ids.size()> seen{};
  for (int i = 0; i < 20'000; ++i) {
    const Patient patient = anybody.next();
    const Plan plan = plan_for(static_cast<Level>(1 + anybody.below(4)), patient.facts(), patient.now());
    check_never_early(patient, plan);
    check_never_against(patient, plan);
    check_never_against_itself(patient, plan);
    check_never_early(patient, without_check(patient));
    for (const PlanLine& line : plan) ++seen[static_cast<std::size_t>(line.state)];
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    INFO(plan_state_ids[i]);
    CHECK(seen[i] > 0);
  }
}

}  // namespace tiredness::test
