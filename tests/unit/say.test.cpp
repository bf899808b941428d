#include "tiredness/say.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "patient.hpp"
#include "rule_test.hpp"
#include "space.hpp"

namespace tiredness::test {
namespace {

Ids said(const Patient& patient) {
  Ids ids;
  for (const Said& one : patient.assess().say) ids.emplace_back(one.saying->id);
  return ids;
}

/// The options of a list, in the order in which they are said.
Ids listed(const Patient& patient, std::string_view saying) {
  Ids ids;
  for (const Said& one : patient.assess().say)
    if (one.saying->id == saying)
      for (const Mark& mark : one.marks) ids.emplace_back(item_of(mark.item).options[mark.option].id);
  return ids;
}

bool says(const Patient& patient, std::string_view id) { return contains(said(patient), id); }

Patient soon() { return calm().at("2026-11-22T16:10:00-05:00").with("body-symptoms", {"other"}); }

}  // namespace

TEST_CASE("What to say is there for everybody who has to call", "[say]") {
  for (const std::string_view sign : {"other", "urinary", "leg"})
    CHECK_FALSE(said(calm().with("body-symptoms", {sign})).empty());
  CHECK(said(calm()).empty());
  CHECK_FALSE(said(calm().with("self-harm", "thoughts")).empty());
  CHECK_FALSE(said(calm().with("danger-signs", {"chest"})).empty());
}

TEST_CASE("To 911 one says first where one is, then that ketamine was given, then the signs", "[say]") {
  const Patient patient = soon().with("danger-signs", {"breathing", "confused"}).with("body-symptoms", {"nausea"});
  CHECK(said(patient) == Ids{"where", "session-clinic", "danger"});
  CHECK(listed(patient, "danger") == Ids{"breathing", "confused"});
  CHECK(said(patient.with("who", "helper")) == Ids{"where", "helper", "session-clinic", "danger"});
  CHECK(said(patient.with("taken-today", {"opioid"})) == Ids{"where", "session-clinic", "danger", "took"});
  CHECK(said(soon().with("danger-signs", {"unsure"}).with("unsure-signs", {"chest"})) ==
        Ids{"where", "session-clinic", "unsure-signs"});
}

TEST_CASE("Before the session was asked about, 911 hears of the therapy alone", "[say]") {
  const auto said_after = [](Page page) {
    Ids ids;
    for (const Said& one : nobody().with("danger-signs", {"chest"}).assess(page).say) ids.emplace_back(one.saying->id);
    return ids;
  };
  CHECK(said_after(Page::Danger) == Ids{"where", "session-not-asked", "danger"});
  CHECK(said_after(Page::Session) == Ids{"where", "session-unknown", "danger"});
}

TEST_CASE("911 hears the signs that decided, and no others", "[say]") {
  const Patient patient = soon().with("body-symptoms", {"fever", "palpitations", "nausea", "urinary"});
  REQUIRE(patient.level() == Level::Emergency);
  CHECK(listed(patient, "marked") == Ids{"palpitations", "fever"});
  CHECK_FALSE(says(patient, "score"));
  CHECK_FALSE(says(patient, "health"));
}

TEST_CASE("The crisis line is told one sentence, without a way of harm", "[say]") {
  CHECK(said(calm().with("self-harm", "thoughts")) == Ids{"crisis-us", "thoughts"});
  CHECK(said(calm().with("self-harm", "unsure")) == Ids{"crisis-us", "thoughts-unsure"});
  CHECK(said(calm().with("mind-symptoms", {"death-wish"})) == Ids{"crisis-us", "thoughts"});
  CHECK(said(calm().with("self-harm", "unsure").with("mind-symptoms", {"death-wish"})) == Ids{"crisis-us", "thoughts"});
  const Patient elsewhere = calm()
                                .setting(ClinicText::Region, "GB")
                                .setting(ClinicText::EmergencyNumber, "999")
                                .setting(ClinicText::CrisisNumber, "116 123")
                                .setting(ClinicText::PoisonNumber, "111");
  CHECK(said(elsewhere.with("self-harm", "thoughts")) == Ids{"crisis-elsewhere", "thoughts"});
}

TEST_CASE("Where 911 comes first, what the crisis line is told follows", "[say]") {
  CHECK(said(soon().with("danger-signs", {"chest"}).with("self-harm", "thoughts")) ==
        Ids{"where", "session-clinic", "danger", "crisis-us", "thoughts"});
  CHECK(said(soon().with("self-harm", "cannot-stay-safe")) ==
        Ids{"where", "session-clinic", "harm", "crisis-us", "thoughts"});
  CHECK(said(soon().with("self-harm", "plan")) == Ids{"where", "session-clinic", "harm-plan", "crisis-us", "thoughts"});
}

TEST_CASE("Harm to others is named to no one unless it was marked", "[say]") {
  for (const AnswerOption& option : options::self_harm)
    for (const std::string_view mind : {"none", "death-wish"}) {
      const Patient patient = soon().with("who", "helper").with("self-harm", option.id).with("mind-symptoms", {mind});
      INFO(patient.told());
      CHECK(says(patient, "harm-others") == (option.id == "harm-others"));
      CHECK(says(patient, "thoughts-others") == (option.id == "harm-others" && mind == "none"));
    }
}

TEST_CASE("It says when, how tired, what was marked, what was taken, and what the check said, in this order", "[say]") {
  const Patient patient = soon()
                              .with("setting", "home")
                              .with("dose-as-planned", "planned")
                              .with("daily-dose", "no")
                              .score(8)
                              .with("trend", "worse")
                              .with("body-symptoms", {"vomiting"})
                              .with("taken-today", {"opioid"});
  CHECK(said(patient) == Ids{"session-home", "score", "worse", "marked", "took", "check-same-day"});
  SayLine line = SayLine::Session;
  for (const Said& one : patient.assess().say) {
    CHECK(one.saying->line >= line);
    line = one.saying->line;
  }
}

TEST_CASE("It says of the session what is known", "[say]") {
  CHECK(says(soon(), "session-clinic"));
  CHECK(says(soon().with("setting", "unsure"), "session"));
  CHECK(says(soon().session("unknown"), "session-unknown"));
  CHECK(says(soon().without("session-ended"), "session-unknown"));
  CHECK(says(soon().session("two-weeks-or-more"), "session-long-ago"));
  CHECK(says(soon().session("not-yet"), "no-session"));
  CHECK(says(soon().session("2026-11-21"), "session-clinic"));
  for (const Patient& patient :
       {soon(), soon().session("unknown"), soon().session("two-weeks-or-more"), soon().session("not-yet")}) {
    int told = 0;
    for (const std::string& id : said(patient))
      if (id.find("session") != std::string::npos) ++told;
    INFO(patient.told());
    CHECK(told == 1);
  }
}

TEST_CASE("What decided is said first, then what else fired a rule, then the rest", "[say]") {
  const Patient patient = soon().with("body-symptoms", {"nausea", "urinary", "leg"});
  CHECK(patient.level() == Level::Urgent);
  CHECK(listed(patient, "marked") == Ids{"leg", "urinary", "nausea"});
}

TEST_CASE("Nothing that was marked is left unsaid, and nothing is said that was not", "[say]") {
  constexpr std::array lists{"body-symptoms", "mind-symptoms", "taken-today", "medicine-changes", "conditions"};
  for (const std::string_view link_id : lists) {
    const ItemId id = item_named(link_id);
    for (const AnswerOption& option : item_of(id).options) {
      const Patient patient = soon().with("age", "65-plus").with(link_id, {option.id});
      const Level level = patient.level();
      if (level >= Level::Crisis || level == Level::Expected) continue;  // 911 hears what decided alone
      INFO(patient.told());
      Ids all;
      for (const Said& one : patient.assess().say)
        for (const Mark& mark : one.marks)
          if (mark.item == id) all.emplace_back(item_of(id).options[mark.option].id);
      const bool is_none = option.id == "none" || option.id == "decline" || option.id == "unsure";
      CHECK(all == (is_none ? Ids{} : Ids{std::string(option.id)}));
    }
  }
}

TEST_CASE("Of what was not asked yet nothing is said, not even that it is not known", "[say]") {
  const Patient early =
      nobody().with("who", "self").with("danger-signs", {"unsure"}).with("unsure-signs", {"bleeding"});
  const auto said_after = [&](Page page) {
    Ids ids;
    for (const Said& one : early.assess(page).say) ids.emplace_back(one.saying->id);
    return ids;
  };
  REQUIRE(early.level() == Level::Urgent);
  CHECK(said_after(Page::Danger) == Ids{"unsure-signs", "check-urgent"});
  CHECK(said_after(Page::Session) == Ids{"session-unknown", "unsure-signs", "check-urgent"});
  CHECK(said_after(Page::Tiredness) == Ids{"session-unknown", "score-missing", "trend-unsure", "sleepy-unsure",
                                           "function-unsure", "unsure-signs", "check-urgent"});
}

TEST_CASE("For every rule that makes somebody call there is something to say", "[say][rules]") {
  // How somebody who is asked about the tiredness would answer without being read it to; and what only sets limits to it.
  constexpr std::array needs_no_words{item("session-ended"), item("setting"), item("daily-dose"), item("slept")};
  std::set<std::string_view> told;
  for (const RegisteredRuleTest& registered : registered_rule_tests()) {
    RuleTest test{registered.rule_id, RuleTest::Mode::Count};
    registered.body(test);
    for (const Patient& patient : test.fired_for()) {
      const Assessment result = patient.assess();
      const bool is_help_now = result.disposition.level >= Level::Crisis;
      for (const auto* reasons : {&result.reasons, &result.also_tell})
        for (const Reason& reason : *reasons) {
          if (reason.rule->id != registered.rule_id || (is_help_now && reasons == &result.also_tell)) continue;
          ItemSet said = 0;
          for (const Said& one : result.say) {
            said |= verification::support_of(one.saying->when);
            if (one.saying->names == Names::Number) said |= bit_of(one.saying->item);
            for (const Mark& mark : one.marks) said |= bit_of(mark.item);
          }
          INFO(registered.rule_id << ": " << patient.told());
          for (const DecidingAnswer& answer : reason.answers) {
            INFO(item_of(answer.item).link_id);
            if (answer.item == item("self-harm") && reasons == &result.also_tell) continue;  // the test below
            if (std::find(needs_no_words.begin(), needs_no_words.end(), answer.item) == needs_no_words.end())
              CHECK((said & bit_of(answer.item)) != 0);
          }
          if ((verification::support_of(reason.rule->when) & verification::history_bit) != 0)
            CHECK((said & verification::history_bit) != 0);
          told.insert(registered.rule_id);
        }
    }
  }
  for (const Rule& rule : rule_set().rules) {
    INFO(rule.id);
    CHECK(told.contains(rule.id));
  }
}

TEST_CASE("Of harm is said only what decided the level", "[say]") {
  CHECK(says(soon().with("self-harm", "decline"), "silent"));
  CHECK(says(soon().without("self-harm"), "silent"));
  CHECK(says(soon().with("self-harm", "decline").with("mind-symptoms", {"low-mood"}), "silent"));
  CHECK_FALSE(says(soon().with("self-harm", "decline").with("body-symptoms", {"leg"}), "silent"));
  CHECK_FALSE(says(soon(), "silent"));
  // Where something else decided, every answer to that question leaves the words as they are.
  const Patient decided_elsewhere = soon().with("who", "helper").with("body-symptoms", {"leg"});
  int others = 0;
  for (const AnswerOption& option : options::self_harm) {
    const Patient patient = decided_elsewhere.with("self-harm", option.id);
    if (patient.level() != Level::Urgent) continue;
    INFO(patient.told());
    CHECK(said(patient) == said(decided_elsewhere));
    ++others;
  }
  CHECK(others == 3);  // no, decline, not-known
}

TEST_CASE("Sentences have ids of their own", "[say]") {
  std::set<std::string_view> ids;
  for (const Saying& saying : all_sayings()) CHECK(ids.insert(saying.id).second);
}

}  // namespace tiredness::test
