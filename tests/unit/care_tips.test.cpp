#include <algorithm>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

constexpr std::string_view plain{};
constexpr std::string_view hidden = "(hidden)";

/// The variant in which the tip is given; `hidden` where it is not.
std::string variant(const Patient& patient, std::string_view tip, Level level = Level::Expected) {
  for (const CareAdvice& entry : advice_for(level, patient.facts()))
    if (entry.tip->id == tip) return std::string(entry.variant);
  return std::string(hidden);
}

Ids tips(const Patient& patient, Level level = Level::Expected) { return ids_of(advice_for(level, patient.facts())); }

Ids shown_at_once(const Patient& patient) {
  Ids ids;
  for (const CareAdvice& entry : advice_for(Level::Expected, patient.facts()))
    if (!entry.more) ids.emplace_back(entry.tip->id);
  return ids;
}

}  // namespace

TEST_CASE("There are the agreed tips, each with its sources", "[care][tips]") {
  std::set<std::string_view> ids;
  for (const Tip& tip : all_tips()) {
    ids.insert(tip.id);
    CHECK_FALSE(tip.sources.empty());
  }
  CHECK(ids == std::set<std::string_view>{"rest", "bedtime", "drink", "eat", "move", "breathe", "quiet-mind",
                                          "caffeine", "nap", "people", "outdoors-hobby", "stress", "ask"});
  CHECK(all_tips().size() == ids.size());
}

TEST_CASE("No tips from urgent up", "[care][tips]") {
  for (const Level level : {Level::Emergency, Level::Crisis, Level::Urgent}) CHECK(tips(calm(), level).empty());
  for (const Level level : {Level::SameDay, Level::Soon, Level::Expected})
    CHECK(tips(calm(), level).size() == all_tips().size());
}

TEST_CASE("Four tips are shown, the rest are more ideas", "[care][tips]") {
  for (const Patient& patient : {calm(), first_afternoon(), calm().with("body-symptoms", {"nausea", "dizzy"})}) {
    const auto advice = advice_for(Level::Expected, patient.facts());
    for (std::size_t i = 0; i < advice.size(); ++i) CHECK(advice[i].more == (i >= 4));
    CHECK(shown_at_once(patient).size() == 4);
  }
}

TEST_CASE("Tips that fit best come first", "[care][tips]") {
  const auto first = [](const Patient& patient) { return tips(patient).front(); };
  CHECK(tips(calm()).front() == "rest");
  CHECK(first(calm().with("body-symptoms", {"headache"})) == "drink");
  for (const std::string_view symptom : {"nausea", "vomiting", "headache", "dizzy", "dehydrated"})
    CHECK(first(calm().with("body-symptoms", {symptom})) == "drink");
  const Ids sick = shown_at_once(calm().with("body-symptoms", {"nausea"}));
  CHECK(Ids(sick.begin(), sick.begin() + 2) == Ids{"drink", "eat"});
  CHECK(first(calm().with("mind-symptoms", {"low-mood"})) == "people");
  CHECK(first(calm().with("mind-symptoms", {"panic"})) == "people");
  CHECK(contains(shown_at_once(calm().with("mind-symptoms", {"panic"})), "quiet-mind"));
  CHECK(contains(shown_at_once(calm().with("mind-symptoms", {"unreal-calm"})), "quiet-mind"));
  CHECK(first(next_morning().with("company", "alone")) == "people");
  CHECK(first(calm().with("slept", "no")) == "bedtime");
  CHECK(first(calm().with("before-session", "yes").with("background-signs", {"snoring"})) == "bedtime");
  CHECK(first(first_afternoon()) == "rest");
  CHECK(first(first_afternoon().with("body-symptoms", {"nausea"})) == "rest");
}

TEST_CASE("Rest: sleep when needed on the treatment day; not where sleepiness lasts", "[care][tips]") {
  CHECK(variant(calm(), "rest") == plain);
  CHECK(variant(first_afternoon(), "rest") == "treatment-day");
  CHECK(variant(first_afternoon().with("alertness", "drowsy"), "rest") == "treatment-day");
  CHECK(variant(calm().with("alertness", "drowsy"), "rest") == hidden);
  CHECK(variant(calm().with("alertness", "unsure"), "rest") == hidden);
  CHECK(variant(calm().without("alertness"), "rest") == hidden);
}

TEST_CASE("Drink: keep to a fluid limit", "[care][tips]") {
  CHECK(variant(calm(), "drink") == plain);
  for (const std::string_view condition : {"kidney-or-fluid-limit", "heart", "liver-disease", "decline"})
    CHECK(variant(calm().with("conditions", {condition}), "drink") == "fluid-limit");
  for (const std::string_view condition : {"diabetes", "lung-or-apnea", "me-cfs", "blood-thinner"})
    CHECK(variant(calm().with("conditions", {condition}), "drink") == plain);
  CHECK(variant(calm().without("conditions"), "drink") == "fluid-limit");
}

TEST_CASE("Eat: follow a sugar plan", "[care][tips]") {
  CHECK(variant(calm(), "eat") == plain);
  CHECK(variant(calm().with("conditions", {"diabetes"}), "eat") == "sugar-plan");
  CHECK(variant(calm().with("conditions", {"decline"}), "eat") == "sugar-plan");
  CHECK(variant(calm().with("taken-today", {"diabetes-medicine"}), "eat") == "sugar-plan");
  CHECK(variant(calm().with("conditions", {"heart"}), "eat") == plain);
  CHECK(variant(calm().without("conditions"), "eat") == "sugar-plan");
  CHECK(variant(calm().without("taken-today"), "eat") == "sugar-plan");
}

TEST_CASE("Move: not on the treatment day, drowsy, or with a sign that a walk could make worse", "[care][tips]") {
  CHECK(variant(calm(), "move") == plain);
  CHECK(variant(first_afternoon(), "move") == hidden);
  CHECK(variant(time_unknown(), "move") == hidden);
  CHECK(variant(calm().without("session-ended"), "move") == hidden);
  CHECK(variant(next_morning(), "move") == plain);
  CHECK(variant(next_morning().with("slept", "unsure"), "move") == hidden);
  const Patient daily = calm().with("setting", "home").with("daily-dose", "yes").hours(3);
  CHECK(variant(daily, "move") == plain);
  CHECK(variant(daily.with("slept", "no"), "move") == hidden);  // no treatment day, and no steadier than on one
  CHECK(variant(calm().with("alertness", "drowsy"), "move") == hidden);
  CHECK(variant(calm().without("alertness"), "move") == hidden);
  for (const std::string_view symptom : {"dizzy", "near-fall", "palpitations", "high-blood-pressure"})
    CHECK(variant(calm().with("body-symptoms", {symptom}), "move") == hidden);
  for (const std::string_view symptom : {"headache", "nausea", "cold", "iv-sore"})
    CHECK(variant(calm().with("body-symptoms", {symptom}), "move") == plain);
  CHECK(variant(calm().without("body-symptoms"), "move") == hidden);
}

TEST_CASE("Move: pace with ME/CFS, ask first when pregnant", "[care][tips]") {
  CHECK(variant(calm().with("conditions", {"me-cfs"}), "move") == "pace");
  CHECK(variant(calm().without("conditions"), "move") == "pace");
  CHECK(variant(calm().with("pregnancy", "pregnant"), "move") == "ask-first");
  CHECK(variant(calm().with("pregnancy", "decline"), "move") == "ask-first");
  CHECK(variant(calm().without("pregnancy"), "move") == "ask-first");
  CHECK(variant(calm().with("conditions", {"decline"}), "move") == "ask-first");
  CHECK(variant(calm().with("conditions", {"me-cfs"}).with("pregnancy", "pregnant"), "move") == "ask-first");
  CHECK(variant(calm().with("pregnancy", "postpartum"), "move") == plain);
  CHECK(variant(calm().with("age", "65-plus").without("pregnancy"), "move") == plain);
}

TEST_CASE("Breathe: not with panic, only if easy with a lung disease", "[care][tips]") {
  CHECK(variant(calm(), "breathe") == plain);
  CHECK(variant(calm().with("mind-symptoms", {"panic"}), "breathe") == hidden);
  CHECK(variant(calm().without("mind-symptoms"), "breathe") == hidden);
  CHECK(variant(calm().with("conditions", {"lung-or-apnea"}), "breathe") == "if-easy");
  CHECK(variant(calm().with("conditions", {"decline"}), "breathe") == "if-easy");
  CHECK(variant(calm().without("conditions"), "breathe") == "if-easy");
  CHECK(variant(calm().with("conditions", {"heart"}), "breathe") == plain);
}

TEST_CASE("Quiet mind: grounding only where turning inwards could harm", "[care][tips]") {
  CHECK(variant(calm(), "quiet-mind") == plain);
  for (const std::string_view symptom : {"unreal-calm", "unreal-upsetting", "hallucinations", "death-wish"})
    CHECK(variant(calm().with("mind-symptoms", {symptom}), "quiet-mind") == "grounding");
  for (const std::string_view symptom : {"foggy", "low-mood", "panic"})
    CHECK(variant(calm().with("mind-symptoms", {symptom}), "quiet-mind") == plain);
  CHECK(variant(calm().with("conditions", {"bipolar-or-psychosis"}), "quiet-mind") == "grounding");
  CHECK(variant(calm().with("conditions", {"decline"}), "quiet-mind") == "grounding");
  CHECK(variant(calm().without("mind-symptoms"), "quiet-mind") == "grounding");
  CHECK(variant(calm().without("conditions"), "quiet-mind") == "grounding");
}

TEST_CASE("Caffeine: none today where the heart or the blood pressure is up", "[care][tips]") {
  CHECK(variant(calm(), "caffeine") == plain);
  for (const std::string_view symptom : {"palpitations", "high-blood-pressure"})
    CHECK(variant(calm().with("body-symptoms", {symptom}), "caffeine") == "none-today");
  CHECK(variant(calm().with("taken-today", {"stimulant-or-maoi"}), "caffeine") == "none-today");
  CHECK(variant(calm().with("body-symptoms", {"dizzy"}), "caffeine") == plain);
  CHECK(variant(calm().without("body-symptoms"), "caffeine") == "none-today");
  CHECK(variant(calm().without("taken-today"), "caffeine") == "none-today");
}

TEST_CASE("Nap: sleep as needed on the treatment day", "[care][tips]") {
  CHECK(variant(calm(), "nap") == plain);
  CHECK(variant(first_afternoon(), "nap") == "treatment-day");
  CHECK(variant(time_unknown(), "nap") == "treatment-day");
  CHECK(variant(no_session_yet(), "nap") == plain);
}

TEST_CASE("Outdoors: not alone on the treatment day or drowsy", "[care][tips]") {
  CHECK(variant(calm(), "outdoors-hobby") == plain);
  CHECK(variant(first_afternoon(), "outdoors-hobby") == "not-alone");
  CHECK(variant(time_unknown(), "outdoors-hobby") == "not-alone");
  CHECK(variant(calm().with("alertness", "drowsy"), "outdoors-hobby") == "not-alone");
  CHECK(variant(calm().without("alertness"), "outdoors-hobby") == "not-alone");
}

TEST_CASE("Some tips are never hidden or changed", "[care][tips]") {
  for (const Patient& patient :
       {calm(), nobody(), first_afternoon(), time_unknown(),
        calm().with("alertness", "drowsy").with("body-symptoms", {"dizzy", "palpitations", "near-fall"}),
        calm().with("mind-symptoms", {"panic", "hallucinations", "death-wish"}).with("conditions", {"decline"})})
    for (const std::string_view tip : {"bedtime", "people", "stress", "ask"}) {
      INFO(tip << " for " << patient.told());
      CHECK(variant(patient, tip) == plain);
    }
}

}  // namespace tiredness::test
