#include "tiredness/say.hpp"

#include <set>

#include "catch.hpp"
#include "patient.hpp"

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

TEST_CASE("What to say is there for who has to call, and has time to read", "[say]") {
  for (const std::string_view sign : {"other", "urinary", "leg"}) CHECK_FALSE(said(calm().with("body-symptoms", {sign})).empty());
  CHECK(said(calm()).empty());
  CHECK(said(calm().with("self-harm", "thoughts")).empty());
  CHECK(said(calm().with("danger-signs", {"chest"})).empty());
}

TEST_CASE("It says when, how tired, what was marked, what was taken, and what the check said, in this order", "[say]") {
  const Patient patient = soon().with("setting", "home").with("dose-as-planned", "planned").with("daily-dose", "no").score(8)
                              .with("trend", "worse").with("body-symptoms", {"vomiting"}).with("taken-today", {"opioid"});
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
  for (const Patient& patient : {soon(), soon().session("unknown"), soon().session("two-weeks-or-more"), soon().session("not-yet")}) {
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
      if (level >= Level::Crisis || level == Level::Expected) continue;
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

TEST_CASE("Of harm is said only what decided the level", "[say]") {
  CHECK(says(soon().with("self-harm", "decline"), "silent"));
  CHECK(says(soon().without("self-harm"), "silent"));
  CHECK(says(soon().with("self-harm", "decline").with("mind-symptoms", {"low-mood"}), "silent"));
  CHECK_FALSE(says(soon().with("self-harm", "decline").with("body-symptoms", {"leg"}), "silent"));
  CHECK_FALSE(says(soon(), "silent"));
  for (const Saying& saying : all_sayings()) CHECK(saying.item != item("self-harm"));
}

TEST_CASE("Sentences have ids of their own", "[say]") {
  std::set<std::string_view> ids;
  for (const Saying& saying : all_sayings()) CHECK(ids.insert(saying.id).second);
}

}  // namespace tiredness::test
