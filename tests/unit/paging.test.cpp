#include "tiredness/paging.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

PageView next(std::optional<Page> page, const Patient& patient, const Shown& shown = {}) {
  return next_page(rule_set(), page, patient.facts(), shown);
}
Ids on_page(Page page, const Patient& patient) { return link_ids(view_page(page, patient.facts()).items); }

Ids wrong(const PageView& view) {
  Ids ids;
  for (const PageError& error : view.errors) ids.emplace_back(item_of(error.item).link_id);
  return ids;
}

/// A visitor who knows all answers beforehand, and gives them page by page.
struct Walk {
  std::vector<Page> pages;
  std::vector<Interim> interims;
  bool reached_review = false;
};

void give(Answers& answers, ItemId id, const Answers& known) {
  if (id == item("session-ended"))
    answers.session = known.session;
  else
    answers.choose(id, known.chosen(id));
}

/// Answers every item of the page that comes into sight, also those that an answer brings up.
void answer_page(Page page, Answers& answers, const Patient& person) {
  for (std::size_t seen = 0; seen < items.size(); ++seen) {
    const PageView view = view_page(page, Facts{answers, person.context()});
    std::size_t open = 0;
    for (const ItemId id : view.items)
      if (!answers.answered(id) && person.answers().answered(id)) ++open, give(answers, id, person.answers());
    if (open == 0) return;
  }
}

Walk walk(const Patient& person) {
  Walk result;
  Answers answers;
  Shown shown;
  PageView view = next_page(rule_set(), std::nullopt, Facts{answers, person.context()});
  while (view.page && result.pages.size() <= items.size()) {
    result.pages.push_back(*view.page);
    answer_page(*view.page, answers, person);
    view = next_page(rule_set(), view.page, Facts{answers, person.context()}, shown);
    if (!view.errors.empty()) return result;
    if (view.interim) {
      result.interims.push_back(*view.interim);
      if (view.interim->kind == Interim::Kind::Wake)
        shown.wake = true;
      else
        shown.levels = view.interim->levels;
    }
  }
  result.reached_review = !view.page;
  return result;
}

}  // namespace

TEST_CASE("The check begins with who it is for", "[paging]") {
  const PageView view = next(std::nullopt, nobody());
  CHECK(view.page == Page::About);
  CHECK(view.step == 1);
  CHECK(link_ids(view.items) == Ids{"who", "age"});
  CHECK(view.errors.empty());
  CHECK_FALSE(view.interim);
  CHECK_FALSE(view.at_start);
}

TEST_CASE("A fresh page shows only what hangs on no answer of its own", "[paging][visible]") {
  const Patient fresh = nobody();
  CHECK(on_page(Page::Danger, fresh) == Ids{"danger-signs"});
  CHECK(on_page(Page::Safety, fresh) == Ids{"self-harm"});
  CHECK(on_page(Page::Session, fresh) == Ids{"session-ended"});
  CHECK(on_page(Page::Tiredness, fresh) == Ids{"tiredness", "tiredness-first-day", "function", "trend"});
  CHECK(on_page(Page::Symptoms, fresh) == Ids{"body-symptoms", "mind-symptoms"});
  CHECK(on_page(Page::Medicines, fresh) == Ids{"taken-today", "medicine-changes"});
}

TEST_CASE("An answer brings up the questions that hang on it", "[paging][visible]") {
  CHECK(on_page(Page::Danger, nobody().with("danger-signs", {"unsure"})) == Ids{"danger-signs", "unsure-signs"});
  CHECK(on_page(Page::Session, nobody().hours(30)) == Ids{"session-ended", "setting", "between-sessions"});
  CHECK(on_page(Page::Session, nobody().session("unknown")) == Ids{"session-ended", "setting", "between-sessions"});
  CHECK(on_page(Page::Session, nobody().session("not-yet")) == Ids{"session-ended"});
  CHECK(on_page(Page::Session, nobody().hours(30).with("setting", "home")) ==
        Ids{"session-ended", "setting", "dose-as-planned", "daily-dose", "between-sessions"});
  CHECK(on_page(Page::Session, nobody().hours(30).with("setting", "clinic")) ==
        Ids{"session-ended", "setting", "between-sessions"});
  CHECK(on_page(Page::Health, nobody().hours(30).with("before-session", "yes")) ==
        Ids{"conditions", "pregnancy", "before-session", "background-signs", "medicines"});
  CHECK(on_page(Page::Tiredness, nobody().hours(30).score(4)) ==
        Ids{"tiredness", "tiredness-first-day", "function", "trend", "rest-helps"});
}

TEST_CASE("Questions that hang on earlier pages are there at once", "[paging][visible]") {
  CHECK(on_page(Page::Alertness, nobody().hours(5)) == Ids{"alertness", "slept", "company"});
  CHECK(on_page(Page::Alertness, nobody().hours(30)) == Ids{"alertness", "slept"});
  CHECK(on_page(Page::Alertness, nobody().hours(30).with("alertness", "drowsy")) ==
        Ids{"alertness", "slept", "company"});
  CHECK(on_page(Page::Alertness, nobody().hours(120)) == Ids{"alertness"});
  CHECK(on_page(Page::Alertness, nobody().session("not-yet")) == Ids{"alertness"});
  CHECK(on_page(Page::Tiredness, nobody().hours(5)) == Ids{"tiredness", "function", "trend"});
  CHECK(on_page(Page::Tiredness, nobody().hours(30).score(3)) ==
        Ids{"tiredness", "tiredness-first-day", "function", "trend"});
  CHECK(on_page(Page::Health, nobody().hours(5).with("age", "18-64")) ==
        Ids{"conditions", "pregnancy", "before-session", "medicines"});
  CHECK(on_page(Page::Health, nobody().hours(30).with("age", "65-plus")) ==
        Ids{"conditions", "before-session", "medicines"});
  CHECK(on_page(Page::Health, nobody().hours(80).with("age", "18-64")) ==
        Ids{"conditions", "pregnancy", "before-session", "background-signs", "medicines"});
}

TEST_CASE("The calm are led through all pages to the review, with no stop", "[paging][walk]") {
  for (const Patient& person :
       {first_afternoon(), next_morning(), calm(), third_day(), past_third_day(), fifth_day()}) {
    INFO(person.told());
    const Walk walked = walk(person);
    CHECK(walked.reached_review);
    CHECK(walked.interims.empty());
    REQUIRE(walked.pages.size() == page_ids.size());
    for (std::size_t i = 0; i < page_ids.size(); ++i) CHECK(walked.pages[i] == static_cast<Page>(i));
  }
}

TEST_CASE("Nobody is asked more than ten pages or one page twice, whatever the answers", "[paging][walk]") {
  const Patient all_branches = third_day()
                                   .score(8)
                                   .with("rest-helps", "some")
                                   .with("setting", "home")
                                   .with("dose-as-planned", "planned")
                                   .with("alertness", "drowsy")
                                   .with("company", "alone")
                                   .with("danger-signs", {"unsure"})
                                   .with("unsure-signs", {"bleeding"})
                                   .with("before-session", "unsure")
                                   .with("background-signs", {"none"});
  for (const Patient& person : {all_branches, time_unknown(), no_session_yet(), all_branches.session("unknown"),
                                all_branches.with("age", "65-plus").with("who", "helper")}) {
    INFO(person.told());
    const Walk walked = walk(person);
    CHECK(walked.reached_review);
    CHECK(walked.pages.size() <= 10);
    CHECK(std::set<Page>(walked.pages.begin(), walked.pages.end()).size() == walked.pages.size());
    CHECK(std::is_sorted(walked.pages.begin(), walked.pages.end()));
  }
}

TEST_CASE("Who took and changed nothing is not asked what", "[paging]") {
  const Patient none = calm().with("medicines", "no").without("taken-today").without("medicine-changes");
  const Walk walked = walk(none);
  CHECK(walked.reached_review);
  CHECK(walked.pages.size() == page_ids.size() - 1);
  CHECK(std::count(walked.pages.begin(), walked.pages.end(), Page::Medicines) == 0);
  CHECK_FALSE(next(Page::Health, none).page);
  for (const std::string_view answer : {"yes", "unsure"})
    CHECK(next(Page::Health, calm().with("medicines", answer)).page == Page::Medicines);
  CHECK(next(Page::Health, calm().without("medicines")).page == Page::Health);
  // Marked before, and then said to be nothing: shown once more, with what is marked.
  CHECK(on_page(Page::Medicines, none.with("taken-today", {"opioid"})) == Ids{"taken-today"});
}

TEST_CASE("Without a session the trend is not asked", "[paging]") {
  CHECK(walk(no_session_yet()).reached_review);
  CHECK(on_page(Page::Tiredness, no_session_yet()) == Ids{"tiredness", "function"});
}

TEST_CASE("Steps are counted without the pages that are skipped", "[paging]") {
  const Patient none = calm().with("medicines", "no").without("taken-today").without("medicine-changes");
  const Patient usual = calm();
  for (std::size_t page = 0; page < page_ids.size(); ++page) {
    const PageView view = view_page(static_cast<Page>(page), usual.facts());
    CHECK(view.step == static_cast<int>(page) + 1);
    CHECK(view.of == static_cast<int>(page_ids.size()));
  }
  CHECK(view_page(Page::Health, none.facts()).step == 8);
  CHECK(view_page(Page::Health, none.facts()).of == 8);
}

TEST_CASE("After the last page come all answers to check", "[paging]") {
  const PageView view = next(Page::Medicines, calm());
  CHECK_FALSE(view.page);
  CHECK_FALSE(view.at_start);
  CHECK(view.errors.empty());
}

TEST_CASE("No required question can be passed by", "[paging][errors]") {
  CHECK(wrong(next(Page::About, nobody())) == Ids{"who", "age"});
  CHECK(next(Page::About, nobody()).page == Page::About);
  CHECK(wrong(next(Page::About, nobody().with("who", "self"))) == Ids{"age"});
  CHECK(wrong(next(Page::Session, nobody().hours(30).with("setting", "home"))) ==
        Ids{"dose-as-planned", "daily-dose", "between-sessions"});
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Patient person = third_day()
                               .score(5)
                               .with("rest-helps", "some")
                               .with("setting", "home")
                               .with("dose-as-planned", "planned")
                               .with("daily-dose", "no")
                               .with("alertness", "drowsy")
                               .with("company", "alone")
                               .with("danger-signs", {"unsure"})
                               .with("unsure-signs", {"bleeding"})
                               .with("before-session", "yes");
    const PageView view = next(items[i].page, person.without(items[i].link_id));
    INFO(items[i].link_id);
    if (items[i].required) {
      CHECK(view.page == items[i].page);
      CHECK(contains(wrong(view), items[i].link_id));
      CHECK(view.errors.front().fault == PageFault::Required);
      CHECK_FALSE(view.interim);
    } else {
      CHECK(view.errors.empty());
    }
  }
}

TEST_CASE("A hidden question is not missed", "[paging][errors]") {
  CHECK(wrong(next(Page::Session, nobody())) == Ids{"session-ended"});
  CHECK(wrong(next(Page::Session, nobody().session("not-yet"))).empty());
  CHECK(wrong(next(Page::Danger, nobody())) == Ids{"danger-signs"});
}

TEST_CASE("An impossible time is asked again", "[paging][errors]") {
  const Patient person = calm().at("2026-11-20T14:00:00-05:00");
  for (const std::string_view time : {"2026-11-20T14:00:01-05:00", "2026-11-21", "2001-01-01"}) {
    const PageView view = next(Page::Session, person.session(time));
    INFO(time);
    REQUIRE(view.errors.size() == 1);
    CHECK(view.errors.front().item == item("session-ended"));
    CHECK(view.errors.front().fault == PageFault::ImpossibleTime);
    CHECK(view.page == Page::Session);
  }
  CHECK(next(Page::Session, person.session("2026-11-20T14:00:00-05:00")).errors.empty());
  // Other pages do not complain about it.
  CHECK(next(Page::Tiredness, person.session("2026-11-21")).errors.empty());
}

TEST_CASE("Back leads through every page to the start", "[paging][back]") {
  const Patient usual = calm();
  std::optional<Page> page;
  for (std::size_t i = page_ids.size(); i-- > 0;) {
    const PageView view = previous_page(page, usual.facts());
    CHECK(view.page == static_cast<Page>(i));
    CHECK_FALSE(view.at_start);
    page = view.page;
  }
  const PageView start = previous_page(Page::About, usual.facts());
  CHECK(start.at_start);
  CHECK_FALSE(start.page);
}

TEST_CASE("Back skips what was not asked, and complains about nothing", "[paging][back]") {
  const Patient none = calm().with("medicines", "no").without("taken-today").without("medicine-changes");
  CHECK(previous_page(std::nullopt, none.facts()).page == Page::Health);
  const Patient fresh = nobody();
  CHECK(previous_page(Page::Safety, fresh.facts()).page == Page::Danger);
  CHECK(previous_page(Page::Safety, fresh.facts()).errors.empty());
  CHECK_FALSE(previous_page(Page::Safety, fresh.facts()).interim);
}

TEST_CASE("Answers of an abandoned branch lead nowhere", "[paging]") {
  const Patient changed = no_session_yet().with("setting", "home").with("trend", "worse").with("rest-helps", "no");
  CHECK(on_page(Page::Session, changed) == Ids{"session-ended"});
  CHECK(on_page(Page::Tiredness, changed) == Ids{"tiredness", "function"});
}

TEST_CASE("A danger sign stops after the second page", "[paging][interim]") {
  const Walk walked = walk(calm().with("danger-signs", {"chest"}));
  REQUIRE(walked.interims.size() == 1);
  CHECK(walked.interims[0].kind == Interim::Kind::Result);
  CHECK(walked.interims[0].levels == Levels{Level::Emergency});
  CHECK(walked.interims[0].asked_through == Page::Danger);
  CHECK(walked.reached_review);  // there is a way to carry on
}

TEST_CASE("Thoughts of self-harm stop after the third page, and a plan with both", "[paging][interim]") {
  const PageView thoughts = next(Page::Safety, calm().with("self-harm", "thoughts"));
  REQUIRE(thoughts.interim);
  CHECK(thoughts.interim->levels == Levels{Level::Crisis});
  CHECK(thoughts.interim->asked_through == Page::Safety);
  CHECK(thoughts.page == Page::Session);
  const PageView plan = next(Page::Safety, calm().with("self-harm", "plan"));
  REQUIRE(plan.interim);
  CHECK(plan.interim->levels == Levels{Level::Emergency, Level::Crisis});
}

TEST_CASE("Not staying awake stops at once", "[paging][interim]") {
  const PageView view = next(Page::Alertness, calm().with("alertness", "cannot-stay-awake"));
  REQUIRE(view.interim);
  CHECK(view.interim->kind == Interim::Kind::Result);
  CHECK(view.interim->levels == Levels{Level::Emergency});
}

TEST_CASE("A death wish, or a sign decided late, stops where it is said", "[paging][interim]") {
  const Walk wish = walk(calm().with("mind-symptoms", {"death-wish"}));
  REQUIRE(wish.interims.size() == 1);
  CHECK(wish.interims[0].asked_through == Page::Symptoms);
  const Walk pressure = walk(calm().with("body-symptoms", {"high-blood-pressure", "headache"}));
  REQUIRE(pressure.interims.size() == 1);
  CHECK(pressure.interims[0].asked_through == Page::Symptoms);
}

TEST_CASE("What was shown is not shown twice, but what is new is", "[paging][interim]") {
  const Patient danger = calm().with("danger-signs", {"chest"});
  CHECK(next(Page::Danger, danger).interim);
  CHECK_FALSE(next(Page::Danger, danger, {Levels{Level::Emergency}, false}).interim);
  const Patient both = danger.with("self-harm", "thoughts");
  const PageView view = next(Page::Safety, both, {Levels{Level::Emergency}, false});
  REQUIRE(view.interim);
  CHECK(view.interim->levels == Levels{Level::Emergency, Level::Crisis});
  CHECK_FALSE(next(Page::Safety, both, {Levels{Level::Emergency, Level::Crisis}, false}).interim);
}

TEST_CASE("What is only urgent does not stop", "[paging][interim]") {
  CHECK_FALSE(next(Page::Symptoms, calm().with("body-symptoms", {"leg"})).interim);
  CHECK_FALSE(next(Page::Danger, calm().with("danger-signs", {"unsure"}).with("unsure-signs", {"bleeding"})).interim);
}

TEST_CASE("What was not asked yet stops nobody", "[paging][interim]") {
  CHECK_FALSE(next(Page::About, nobody().with("who", "self").with("age", "18-64")).interim);
  CHECK_FALSE(next(Page::Danger, nobody().with("danger-signs", {"none"})).interim);
}

TEST_CASE("An asleep person is to be woken first, once", "[paging][interim]") {
  const Patient asleep = calm().with("who", "helper").with("alertness", "not-checked");
  const PageView view = next(Page::Alertness, asleep);
  REQUIRE(view.interim);
  CHECK(view.interim->kind == Interim::Kind::Wake);
  CHECK(view.page == Page::Tiredness);
  CHECK_FALSE(next(Page::Alertness, asleep, {{}, true}).interim);
  CHECK_FALSE(next(Page::Tiredness, asleep, {{}, false}).interim);
  CHECK_FALSE(next(Page::Alertness, asleep.with("alertness", "drowsy")).interim);
}

TEST_CASE("An emergency goes before waking", "[paging][interim]") {
  const Patient asleep =
      calm().with("who", "helper").with("alertness", "not-checked").with("danger-signs", {"breathing"});
  const PageView view = next(Page::Alertness, asleep);
  REQUIRE(view.interim);
  CHECK(view.interim->kind == Interim::Kind::Result);
  CHECK_FALSE(next(Page::Alertness, asleep, {Levels{Level::Emergency}, false}).interim);
}

TEST_CASE("Asleep and not checked with an opioid stops after the medicines", "[paging][interim]") {
  const Patient asleep = calm().with("who", "helper").with("alertness", "not-checked").with("taken-today", {"opioid"});
  const PageView view = next(Page::Medicines, asleep, {{}, true});
  REQUIRE(view.interim);
  CHECK(view.interim->levels == Levels{Level::Emergency});
}

TEST_CASE("What is no longer offered is asked again", "[paging][errors]") {
  const auto errors = [](Page page, const Patient& patient) {
    return next_page(rule_set(), page, patient.facts()).errors.size();
  };
  CHECK(errors(Page::Tiredness, calm().with("function", "resting").hours(50)) == 1);
  CHECK(errors(Page::Tiredness, calm().with("function", "resting").with("slept", "no").hours(5)) == 0);
  CHECK(errors(Page::Tiredness, calm().with("trend", "too-soon").hours(12)) == 1);
  CHECK(errors(Page::Tiredness, calm().with("trend", "too-soon").hours(11)) == 0);
  for (const auto& [who, expected] : {std::pair{"self", 1U}, std::pair{"helper", 0U}}) {
    CHECK(errors(Page::Safety, calm().with("who", who).with("self-harm", "not-known")) == expected);
    CHECK(errors(Page::Alertness, calm().with("who", who).with("alertness", "not-checked")) == expected);
  }
}

}  // namespace tiredness::test
