#include <algorithm>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

bool tells(const Patient& patient, std::string_view action) {
  return contains(ids_of(patient.assess().actions), action);
}

/// Somebody at each level, with the one rule that gives it.
Patient emergency() { return calm().with("danger-signs", {"chest"}); }
Patient crisis() { return calm().with("self-harm", "thoughts"); }
Patient urgent() { return calm().with("body-symptoms", {"leg"}); }
Patient same_day() { return calm().with("body-symptoms", {"urinary"}); }
Patient soon() { return calm().with("body-symptoms", {"other"}); }
Patient expected() { return calm(); }

Patient with_phone(const Patient& patient) { return patient.setting(ClinicText::Phone, "555-0100"); }
Patient with_on_call(const Patient& patient) { return patient.setting(ClinicText::OnCallPhone, "555-0199"); }

Ids actions_of(const Patient& patient) { return ids_of(patient.assess().actions); }

const Action& action_named(std::string_view id) {
  const auto all = all_actions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Action& action) { return action.id == id; });
  if (found == all.end()) FAIL("no action " << id);
  return *found;
}

}  // namespace

TEST_CASE("Each level has its own people to call", "[care][actions]") {
  CHECK(actions_of(emergency()) == Ids{"call-emergency", "stay-on-line", "do-not-drive", "unlock-door"});
  CHECK(actions_of(crisis()) == Ids{"call-crisis", "stay-with-someone", "out-of-reach", "crisis-no-answer"});
  CHECK(actions_of(urgent()) == Ids{"go-urgent", "urgent-no-answer"});
  CHECK(actions_of(same_day()) == Ids{"call-today-no-phone", "same-day-after-hours", "check-again"});
  CHECK(actions_of(soon()) == Ids{"call-soon-no-phone", "soon-no-answer", "check-again"});
  CHECK(actions_of(expected()) == Ids{"check-again", "call-if-change"});
}

TEST_CASE("The clinic's own numbers take the place of others", "[care][actions]") {
  CHECK(actions_of(with_on_call(urgent())) == Ids{"call-on-call", "urgent-no-answer"});
  CHECK(actions_of(with_phone(urgent())) == Ids{"go-urgent", "urgent-no-answer"});
  CHECK(actions_of(with_phone(same_day())) == Ids{"call-today", "same-day-after-hours", "check-again"});
  CHECK(actions_of(with_on_call(same_day())) ==
        Ids{"call-today-no-phone", "same-day-after-hours-on-call", "check-again"});
  CHECK(actions_of(with_phone(soon())) == Ids{"call-soon", "soon-no-answer", "check-again"});
  CHECK(actions_of(with_phone(with_on_call(expected()))) == Ids{"check-again", "call-if-change"});
}

TEST_CASE("Emergency and crisis are both shown, 911 first", "[care][actions]") {
  const Ids ids = actions_of(crisis().with("danger-signs", {"chest"}));
  CHECK(ids ==
        Ids{"call-emergency", "do-not-drive", "unlock-door", "call-crisis", "stay-with-someone", "out-of-reach"});
}

TEST_CASE("A line dials its own number", "[care][actions]") {
  const std::vector<std::pair<std::string_view, Dial>> dials{{"call-emergency", Dial::EmergencyLine},
                                                             {"call-crisis", Dial::CrisisLine},
                                                             {"crisis-no-answer", Dial::EmergencyLine},
                                                             {"poison-help", Dial::PoisonHelp},
                                                             {"call-on-call", Dial::OnCall},
                                                             {"call-today", Dial::Clinic},
                                                             {"call-soon", Dial::Clinic},
                                                             {"same-day-after-hours-on-call", Dial::OnCall},
                                                             {"call-if-change", Dial::Clinic},
                                                             {"do-not-drive", Dial::Nobody}};
  for (const auto& [id, dial] : dials) {
    INFO(id);
    CHECK(action_named(id).dial == dial);
  }
}

TEST_CASE("Numbers are those that are set", "[care][actions]") {
  ClinicConfig config;
  CHECK(number_of(Dial::Nobody, config).empty());
  CHECK(number_of(Dial::EmergencyLine, config) == "911");
  CHECK(number_of(Dial::CrisisLine, config) == "988");
  CHECK(number_of(Dial::PoisonHelp, config) == "1-800-222-1222");
  CHECK(number_of(Dial::Clinic, config).empty());
  CHECK(number_of(Dial::OnCall, config).empty());
  REQUIRE(config.set(ClinicText::Phone, "555-0100"));
  REQUIRE(config.set(ClinicText::OnCallPhone, "555-0199"));
  CHECK(number_of(Dial::Clinic, config) == "555-0100");
  CHECK(number_of(Dial::OnCall, config) == "555-0199");
}

TEST_CASE("Any answer to the self-harm question but no shows the crisis line, at every level", "[care][actions]") {
  for (const AnswerOption& option : options::self_harm) {
    const Patient patient = calm().with("who", "helper").with("self-harm", option.id);
    INFO(patient.told());
    CHECK(tells(patient, "call-crisis") == (option.id != "no"));
    CHECK(tells(patient.with("danger-signs", {"chest"}), "call-crisis") == (option.id != "no"));
    const bool not_alone = option.id != "no" && option.id != "decline" && option.id != "not-known";
    CHECK(tells(patient, "stay-with-someone") == not_alone);
  }
  for (const Patient& patient : {calm(), emergency(), urgent(), same_day(), soon()}) {
    INFO(patient.told());
    CHECK(tells(patient.without("self-harm"), "call-crisis"));
    CHECK_FALSE(tells(patient.without("self-harm"), "stay-with-someone"));
    CHECK(tells(patient.with("mind-symptoms", {"death-wish"}), "call-crisis"));
    CHECK(tells(patient.with("mind-symptoms", {"death-wish"}), "stay-with-someone"));
    CHECK_FALSE(tells(patient, "call-crisis"));
  }
}

TEST_CASE("The crisis line is not pressed on those who were not asked yet", "[care][actions]") {
  const Patient early = nobody().with("danger-signs", {"chest"});
  CHECK(contains(ids_of(early.assess().actions), "call-crisis"));
  CHECK_FALSE(contains(ids_of(early.assess(Page::Danger).actions), "call-crisis"));
}

TEST_CASE("Whoever was not woken is woken now", "[care][actions]") {
  const Patient asleep = calm().with("who", "helper").with("alertness", "not-checked");
  CHECK(tells(asleep, "wake-now"));
  CHECK(tells(asleep.with("taken-today", {"opioid"}), "wake-while-waiting"));
  CHECK_FALSE(tells(asleep.with("taken-today", {"opioid"}), "wake-now"));  // 911 has been called
  CHECK(tells(asleep, "recovery-position"));
  CHECK_FALSE(tells(calm(), "wake-now"));
}

TEST_CASE("Others ill in the home means getting everyone out", "[care][actions]") {
  CHECK(tells(calm().with("danger-signs", {"others-ill"}), "go-outside"));
  CHECK(tells(calm().with("danger-signs", {"unsure"}).with("unsure-signs", {"others-ill"}), "go-outside"));
  CHECK_FALSE(tells(emergency(), "go-outside"));
}

TEST_CASE("Where there may be gas, going outside comes before the call, in the list and on the first screen",
          "[care][actions]") {
  for (const Patient& patient : {calm().with("danger-signs", {"others-ill"}),
                                 calm().with("danger-signs", {"unsure"}).with("unsure-signs", {"others-ill"}),
                                 calm().with("danger-signs", {"others-ill"}).with("self-harm", "plan")}) {
    INFO(patient.told());
    const auto shown = patient.assess().actions;
    CHECK(shown[0].action->id == "go-outside");
    CHECK(shown[0].due == Due::First);
    CHECK(shown[0].first);
    CHECK_FALSE(tells(patient, "unlock-door"));
  }
}

TEST_CASE("On the first screen stand what comes before the call, and one call", "[care][actions]") {
  for (const Patient& patient : {emergency(), crisis(), with_on_call(urgent()), with_phone(same_day()),
                                 with_phone(soon()), with_phone(expected()), crisis().with("danger-signs", {"chest"}),
                                 calm().with("danger-signs", {"others-ill"})}) {
    INFO(patient.told());
    int calls = 0;
    for (const ShownAction& shown : patient.assess().actions)
      if (shown.first && !number_of(shown.action->dial, patient.config()).empty()) ++calls;
    CHECK(calls == 1);
  }
}

TEST_CASE("Where nobody is told to call, only a number to have at hand is on the first screen", "[care][actions]") {
  for (const ShownAction& shown : expected().assess().actions) CHECK_FALSE(shown.first);
  for (const Patient& patient : {same_day(), soon()}) CHECK(patient.assess().actions[0].first);
}

TEST_CASE("988 comes after 911, and nobody is to stay on the line for that", "[care][actions]") {
  const auto shown = crisis().with("danger-signs", {"chest"}).assess().actions;
  for (const ShownAction& one : shown)
    if (one.action->id == "call-crisis") CHECK(one.due == Due::Then);
  for (const ShownAction& one : crisis().assess().actions)
    if (one.action->id == "call-crisis") CHECK(one.due == Due::Now);
  CHECK(tells(emergency(), "stay-on-line"));
  CHECK_FALSE(tells(crisis().with("danger-signs", {"chest"}), "stay-on-line"));
  CHECK_FALSE(tells(emergency().without("self-harm"), "stay-on-line"));
  // Before the question about self-harm, too.
  CHECK(contains(ids_of(nobody().with("danger-signs", {"chest"}).assess(Page::Danger).actions), "stay-on-line"));
}

TEST_CASE("Beside 911 nothing of a crisis or of what is urgent says when to call", "[care][actions]") {
  const Patient both = crisis()
                           .with("danger-signs", {"chest"})
                           .with("who", "helper")
                           .with("setting", "home")
                           .with("dose-as-planned", "more")
                           .with("alertness", "drowsy")
                           .with("taken-today", {"opioid"});
  for (const std::string_view id : {"crisis-no-answer", "poison-help", "watch-breathing", "with-guardian"}) {
    INFO(id);
    CHECK_FALSE(tells(both, id));
  }
}

TEST_CASE("A helper lays a very sleepy person on one side", "[care][actions]") {
  const Patient helped = calm().with("who", "helper");
  for (const std::string_view sign : {"cannot-wake", "overdose", "fainted", "breathing"})
    CHECK(tells(helped.with("danger-signs", {sign}), "recovery-position"));
  CHECK(tells(helped.with("alertness", "cannot-stay-awake"), "recovery-position"));
  CHECK_FALSE(tells(helped.with("danger-signs", {"chest"}), "recovery-position"));
  CHECK_FALSE(tells(calm().with("danger-signs", {"fainted"}), "recovery-position"));
}

TEST_CASE("Drowsy after something that slows breathing is not slept off alone", "[care][actions]") {
  const Patient drowsy = first_afternoon().with("alertness", "drowsy");
  for (const std::string_view taken : {"opioid", "alcohol", "other-drugs", "unknown-pills", "unsure"}) {
    const Patient patient = drowsy.with("taken-today", {taken});
    INFO(patient.told());
    CHECK(tells(patient, "watch-breathing"));
    CHECK_FALSE(tells(patient, "recovery-position"));
    CHECK(tells(patient.with("who", "helper"), "recovery-position"));
    CHECK(tells(patient.with("self-harm", "thoughts"), "watch-breathing"));
    CHECK_FALSE(tells(patient.with("danger-signs", {"chest"}), "watch-breathing"));  // help is on its way
    CHECK_FALSE(tells(patient.with("alertness", "awake"), "watch-breathing"));
  }
  const Patient alone = drowsy.with("company", "alone").with("taken-today", {"antihistamine"});
  CHECK(tells(alone, "watch-breathing"));
  CHECK(tells(alone, "get-company"));
  CHECK_FALSE(tells(alone.with("company", "with-adult"), "watch-breathing"));
}

TEST_CASE("Low sugar means sugar now", "[care][actions]") {
  CHECK(tells(calm().with("danger-signs", {"low-sugar-not-better"}), "sugar-while-waiting"));
  CHECK_FALSE(tells(calm().with("danger-signs", {"low-sugar-not-better"}), "fast-sugar"));  // it says when to call 911
  CHECK(tells(calm().with("danger-signs", {"unsure"}).with("unsure-signs", {"low-sugar-not-better"}), "fast-sugar"));
  CHECK(tells(calm().with("body-symptoms", {"low-sugar"}), "fast-sugar"));
  CHECK_FALSE(tells(urgent(), "fast-sugar"));
}

TEST_CASE("Nothing is given by mouth to somebody who may not wake", "[care][actions]") {
  const Patient helped = calm().with("who", "helper").with("body-symptoms", {"low-sugar"});
  CHECK(tells(helped, "fast-sugar"));
  for (const Patient& patient :
       {helped.with("danger-signs", {"cannot-wake"}),
        helped.with("danger-signs", {"unsure"}).with("unsure-signs", {"fainted"}),
        helped.with("alertness", "not-checked"), helped.with("alertness", "cannot-stay-awake")}) {
    INFO(patient.told());
    CHECK(tells(patient, "recovery-position"));
    CHECK_FALSE(tells(patient, "fast-sugar"));
    CHECK_FALSE(tells(patient, "sugar-while-waiting"));
  }
}

TEST_CASE("Nobody who may choke is told to take sugar, nor is a helper told to give it", "[care][actions]") {
  const Ids sugar{"fast-sugar", "sugar-while-waiting"};
  const Ids none{"no-sugar", "no-sugar-while-waiting", "recovery-position"};
  const auto shown_of = [](const Patient& patient, const Ids& ids) {
    const Ids shown = actions_of(patient);
    return std::count_if(shown.begin(), shown.end(), [&](const std::string& id) { return contains(ids, id); });
  };
  for (const std::string_view who : {"self", "helper"}) {
    const Patient low = calm().with("who", who).with("body-symptoms", {"low-sugar"});
    CHECK(shown_of(low, sugar) == 1);
    CHECK(shown_of(low, none) == 0);
    std::vector<Patient> may_choke{low.with("alertness", "cannot-stay-awake"),
                                   low.with("alertness", "drowsy").with("taken-today", {"opioid"})};
    for (const std::string_view sign :
         {"breathing", "cannot-wake", "confused", "stroke", "fainted", "seizure", "allergy", "overdose"}) {
      may_choke.push_back(low.with("danger-signs", {sign}));
      may_choke.push_back(calm().with("who", who).with("danger-signs", {sign, "low-sugar-not-better"}));
      may_choke.push_back(low.with("danger-signs", {"unsure"}).with("unsure-signs", {sign}));
      may_choke.push_back(may_choke.back().with("self-harm", "thoughts"));
    }
    for (const Patient& patient : may_choke) {
      INFO(patient.told());
      CHECK(shown_of(patient, sugar) == 0);
      CHECK(shown_of(patient, none) == 1);
    }
    // What has nothing to do with swallowing keeps nobody from the sugar that helps.
    for (const std::string_view sign : {"chest", "head-injury", "cannot-stand"})
      CHECK(shown_of(low.with("danger-signs", {sign}), sugar) == 1);
  }
  CHECK_FALSE(tells(calm().with("danger-signs", {"seizure"}), "no-sugar-while-waiting"));
}

TEST_CASE("Poison Help is named for extra doses and mixes", "[care][actions]") {
  const Patient home = calm().with("setting", "home").with("dose-as-planned", "planned");
  CHECK(tells(home.with("dose-as-planned", "more"), "poison-help"));
  for (const std::string_view taken : {"unknown-pills", "sedative-extra", "other-drugs"})
    CHECK(tells(calm().with("taken-today", {taken}), "poison-help"));
  CHECK(tells(calm().with("taken-today", {"opioid", "alcohol"}), "poison-help"));
  for (const std::string_view taken : {"opioid", "alcohol", "unsure"}) {
    CHECK(tells(calm().with("alertness", "drowsy").with("taken-today", {taken}), "poison-help"));
    CHECK_FALSE(tells(calm().with("body-symptoms", {"leg"}).with("taken-today", {taken}), "poison-help"));
  }
  for (const std::string_view taken : {"none", "cannabis", "benzodiazepine", "antihistamine"})
    CHECK_FALSE(tells(calm().with("alertness", "drowsy").with("taken-today", {taken}), "poison-help"));
  CHECK_FALSE(tells(emergency().with("taken-today", {"unknown-pills"}), "poison-help"));
}

TEST_CASE("Somebody drowsy or fresh from a session is told to get company", "[care][actions]") {
  CHECK(tells(first_afternoon().with("alertness", "drowsy").with("company", "alone"), "get-company"));
  CHECK(tells(first_afternoon().hours(1).with("company", "alone"), "get-company"));
  CHECK_FALSE(tells(first_afternoon().with("alertness", "drowsy").with("slept", "yes"), "get-company"));
  CHECK_FALSE(tells(same_day().hours(20).with("company", "alone"), "get-company"));
  const Patient alone = same_day().with("company", "alone");
  CHECK(tells(alone.just_under(2), "get-company"));
  CHECK_FALSE(tells(alone.hours(2), "get-company"));
  CHECK_FALSE(tells(alone.session("unknown"), "get-company"));
  CHECK(tells(alone.session("2026-11-20").at("2026-11-20T12:00:00-05:00"), "get-company"));  // it may be under 2 hours
}

TEST_CASE("Under 18 a parent or guardian is on the call", "[care][actions]") {
  CHECK(tells(calm().with("age", "under-18"), "with-guardian"));
  CHECK(calm().with("age", "under-18").level() == Level::Soon);
  CHECK(tells(same_day().with("age", "under-18"), "with-guardian"));
  CHECK(tells(urgent().with("age", "under-18"), "with-guardian"));
  CHECK_FALSE(tells(emergency().with("age", "under-18"), "with-guardian"));
  CHECK_FALSE(tells(crisis().with("age", "under-18"), "with-guardian"));  // that call is private
  CHECK_FALSE(tells(same_day(), "with-guardian"));
}

TEST_CASE("Beside the crisis line a parent or guardian is on the other call alone", "[care][actions]") {
  for (const Patient& patient : {urgent(), same_day(), soon(), calm()}) {
    const Patient young = patient.with("age", "under-18");
    INFO(young.told());
    CHECK(tells(young, "with-guardian"));
    CHECK_FALSE(tells(young, "with-guardian-beside-crisis"));
    const Patient silent = young.with("self-harm", "decline");
    CHECK(tells(silent, "call-crisis"));
    CHECK_FALSE(tells(silent, "with-guardian"));
    CHECK(tells(silent, "with-guardian-beside-crisis"));
    CHECK_FALSE(tells(silent.with("age", "18-64"), "with-guardian-beside-crisis"));
  }
  CHECK_FALSE(tells(crisis().with("age", "under-18"), "with-guardian-beside-crisis"));
}

TEST_CASE("Tiredness from before, or of two weeks, is also for primary care", "[care][actions]") {
  const Patient before = calm().with("before-session", "yes");
  CHECK(before.level() == Level::Expected);  // by itself it raises nothing
  CHECK(tells(before, "primary-care"));
  CHECK(tells(before.with("body-symptoms", {"other"}), "primary-care"));
  CHECK(tells(before.with("body-symptoms", {"urinary"}), "primary-care"));
  CHECK_FALSE(tells(before.with("body-symptoms", {"leg"}), "primary-care"));
  CHECK_FALSE(tells(calm().with("before-session", "unsure"), "primary-care"));
  CHECK(tells(calm().score(1).hours(14 * 24), "primary-care"));
  CHECK_FALSE(tells(calm().score(1).just_under(14 * 24), "primary-care"));
  CHECK_FALSE(tells(calm().score(0).hours(14 * 24), "primary-care"));
  CHECK(tells(calm().score(1).hours(7 * 24).setting(Setting::LongFatigueDays, 7), "primary-care"));
}

TEST_CASE("The table says what cannot wait for the call", "[care][actions]") {
  Ids before;
  for (const Action& action : all_actions())
    if (action.before_call) before.emplace_back(action.id);
  CHECK(before == Ids{"go-outside", "wake-now", "watch-breathing"});
  // Each is on the first screen wherever it stands.
  for (const Patient& patient :
       {calm().with("danger-signs", {"others-ill"}), calm().with("who", "helper").with("alertness", "not-checked"),
        first_afternoon().with("alertness", "drowsy").with("taken-today", {"opioid"})}) {
    INFO(patient.told());
    for (const ShownAction& shown : patient.assess().actions)
      if (shown.action->before_call) CHECK(shown.first);
  }
}

TEST_CASE("Actions have ids of their own, and are kept away by actions that exist", "[care][actions]") {
  std::set<std::string_view> ids;
  for (const Action& action : all_actions()) {
    INFO(action.id);
    CHECK(ids.insert(action.id).second);
    CHECK((action.needs == Needs::Nothing || action.dial != Dial::Nobody));
  }
  for (const Action& action : all_actions())
    for (const std::string_view other : action.not_beside) CHECK((other.empty() || ids.contains(other)));
}

TEST_CASE("What could hurt is put out of reach, in a crisis and in an emergency with one", "[care][actions]") {
  for (const std::string_view answer : {"thoughts", "unsure", "cannot-stay-safe", "plan", "harm-others"})
    CHECK(tells(calm().with("self-harm", answer), "out-of-reach"));
  CHECK(tells(calm().with("mind-symptoms", {"death-wish"}), "out-of-reach"));
  CHECK_FALSE(tells(emergency(), "out-of-reach"));
  CHECK_FALSE(tells(calm().with("self-harm", "decline"), "out-of-reach"));
}

TEST_CASE("A closed clinic's number comes after what can be done now", "[care][actions]") {
  const Opening open{true, instant("2026-11-23T17:00:00-05:00")};
  const Opening closed{false, instant("2026-11-23T09:00:00-05:00")};
  const auto shown = [](const Patient& patient, const Opening& opening) {
    return actions_for(patient.level(), patient.facts(), opening);
  };
  const Patient both = with_phone(with_on_call(same_day()));
  CHECK(ids_of(shown(both, open)) == Ids{"call-today", "same-day-after-hours-on-call", "check-again"});
  CHECK(shown(both, open)[1].due == Due::AfterHours);
  const auto after_hours = shown(both, closed);
  CHECK(ids_of(after_hours) == Ids{"same-day-after-hours-on-call", "call-today", "check-again"});
  CHECK(after_hours[0].due == Due::ClosedNow);
  CHECK(after_hours[0].first);
  CHECK(after_hours[1].due == Due::WhenOpen);
  CHECK_FALSE(after_hours[1].first);
  // Without an on-call line there is nobody to press a button for: the text stands in its place.
  const auto no_line = shown(with_phone(same_day()), closed);
  CHECK(ids_of(no_line) == Ids{"same-day-after-hours", "call-today", "check-again"});
  CHECK(no_line[0].first);
  CHECK_FALSE(no_line[1].first);
  // What can wait comes first there; and what to do if it cannot.
  CHECK(ids_of(shown(with_phone(soon()), closed)) ==
        Ids{"call-soon", "soon-before-opening", "soon-no-answer", "check-again"});
  CHECK(ids_of(shown(with_on_call(soon()), closed)) ==
        Ids{"call-soon-no-phone", "soon-before-opening-on-call", "soon-no-answer", "check-again"});
  CHECK(ids_of(shown(with_phone(with_on_call(soon())), open)) == Ids{"call-soon", "soon-no-answer", "check-again"});
  CHECK(shown(with_phone(soon()), closed)[0].first);
  CHECK_FALSE(shown(with_phone(soon()), closed)[1].first);
  CHECK(shown(with_phone(soon()), closed)[1].due == Due::BeforeOpening);
  CHECK(ids_of(shown(with_phone(urgent()), closed)) == Ids{"go-urgent", "urgent-no-answer"});
}

TEST_CASE("A crisis keeps the instructions of what is urgent beside it", "[care][actions]") {
  const auto shows = [](const Patient& patient, std::string_view id) {
    return contains(ids_of(actions_for(Level::Crisis, patient.facts())), id);
  };
  CHECK(shows(calm().with("self-harm", "thoughts").with("who", "helper").with("alertness", "not-checked"), "wake-now"));
  CHECK(
      shows(calm().with("self-harm", "thoughts").with("danger-signs", {"unsure"}).with("unsure-signs", {"others-ill"}),
            "go-outside"));
  CHECK(shows(calm().with("mind-symptoms", {"death-wish"}).with("body-symptoms", {"low-sugar"}), "fast-sugar"));
  CHECK(shows(calm().with("self-harm", "thoughts").with("setting", "home").with("dose-as-planned", "more"),
              "poison-help"));
}

}  // namespace tiredness::test
