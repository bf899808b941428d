#include "tiredness/facts.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

constexpr auto yes = Truth::True;
constexpr auto no = Truth::False;
constexpr auto unknown = Truth::Unknown;

/// True, False and Unknown of an item that is asked: `has` on `age`.
constexpr auto is_true = has("age", "18-64");
constexpr auto is_false = has("age", "65-plus");
constexpr auto is_unknown = has("who", "helper");

Truth value(Condition condition, const Patient& patient) { return patient.facts().evaluate(condition); }

bool asked(std::string_view link_id, const Patient& patient) { return patient.facts().enabled(item_named(link_id)); }

bool treatment_day_of(const Patient& patient) { return patient.facts().on_treatment_day(); }

}  // namespace

// ---- Three-valued truth -------------------------------------------------------------------------------------------

TEST_CASE("All of: the least of the parts", "[facts][truth]") {
  const Patient patient = calm().without("who");
  CHECK(value(when<all_of(is_true, is_true)>(), patient) == yes);
  CHECK(value(when<all_of(is_true, is_false)>(), patient) == no);
  CHECK(value(when<all_of(is_true, is_unknown)>(), patient) == unknown);
  CHECK(value(when<all_of(is_unknown, is_false)>(), patient) == no);
  CHECK(value(when<all_of(is_false, is_unknown)>(), patient) == no);
  CHECK(value(when<all_of(is_unknown, is_unknown)>(), patient) == unknown);
  CHECK(value(when<all_of(is_unknown, is_true)>(), patient) == unknown);
}

TEST_CASE("Any of: the greatest of the parts", "[facts][truth]") {
  const Patient patient = calm().without("who");
  CHECK(value(when<any_of(is_false, is_false)>(), patient) == no);
  CHECK(value(when<any_of(is_true, is_false)>(), patient) == yes);
  CHECK(value(when<any_of(is_unknown, is_true)>(), patient) == yes);
  CHECK(value(when<any_of(is_true, is_unknown)>(), patient) == yes);
  CHECK(value(when<any_of(is_unknown, is_false)>(), patient) == unknown);
  CHECK(value(when<any_of(is_false, is_unknown)>(), patient) == unknown);
}

TEST_CASE("Conditions nest", "[facts][truth]") {
  const Patient patient = calm().without("who");
  CHECK(value(when<any_of(all_of(is_true, is_false), all_of(is_true, any_of(is_false, is_true)))>(), patient) == yes);
  CHECK(value(when<all_of(any_of(is_true, is_false), any_of(is_false, all_of(is_true, is_unknown)), is_true)>(),
              patient) == unknown);
  CHECK(value(when<all_of(any_of(is_false, is_unknown), is_false)>(), patient) == no);
}

TEST_CASE("A missing answer to a choice is unknown, and one that is not asked is false", "[facts][truth]") {
  CHECK(value(when<has("conditions", "heart")>(), calm()) == no);
  CHECK(value(when<has("conditions", "heart")>(), calm().with("conditions", {"heart", "diabetes"})) == yes);
  CHECK(value(when<has("conditions", "heart")>(), calm().without("conditions")) == unknown);
  CHECK(value(when<has("dose-as-planned", "more")>(), calm().with("dose-as-planned", "more")) == no);
  CHECK(value(when<only("danger-signs", "none")>(), calm()) == yes);
  CHECK(value(when<only("danger-signs", "none")>(), calm().with("danger-signs", {"none", "unsure"})) == no);
  CHECK(value(when<only("danger-signs", "none")>(), calm().without("danger-signs")) == unknown);
  CHECK(value(when<is_not("age", "65-plus")>(), calm()) == yes);
  CHECK(value(when<is_not("age", "65-plus")>(), calm().with("age", "65-plus")) == no);
  CHECK(value(when<is_not("age", "65-plus")>(), calm().without("age")) == yes);
  CHECK(value(when<answered("age")>(), calm()) == yes);
  CHECK(value(when<answered("age")>(), calm().without("age")) == unknown);
  CHECK(value(when<answered("tiredness-first-day")>(), calm().with("body-symptoms", {"none"})) == unknown);
}

TEST_CASE("Options are counted", "[facts][truth]") {
  constexpr Condition two = when<count_at_least(2, "conditions", "heart", "diabetes", "me-cfs")>();
  CHECK(value(two, calm()) == no);
  CHECK(value(two, calm().with("conditions", {"heart", "blood-thinner"})) == no);
  CHECK(value(two, calm().with("conditions", {"heart", "diabetes"})) == yes);
  CHECK(value(two, calm().with("conditions", {"heart", "diabetes", "me-cfs"})) == yes);
  CHECK(value(two, calm().without("conditions")) == unknown);
}

TEST_CASE("Missing means asked and not answered", "[facts][truth]") {
  CHECK(value(when<missing("trend")>(), calm()) == no);
  CHECK(value(when<missing("trend")>(), calm().without("trend")) == yes);
  CHECK(value(when<missing("trend")>(), no_session_yet().without("trend")) == no);
  CHECK(value(when<missing("session-ended")>(), calm().without("session-ended")) == yes);
  CHECK(value(when<not_enabled("dose-as-planned")>(), calm()) == yes);
  CHECK(value(when<not_enabled("dose-as-planned")>(), calm().with("setting", "home")) == no);
}

TEST_CASE("Numbers are compared at the limit and on both sides", "[facts][truth]") {
  for (const auto& [score, reached] : {std::pair{3, no}, {4, yes}, {5, yes}}) {
    CHECK(value(when<at_least("tiredness", 4)>(), calm().score(score)) == reached);
    CHECK(value(when<below("tiredness", 4)>(), calm().score(score)) == (reached == yes ? no : yes));
    CHECK(value(when<above("tiredness", "tiredness-first-day")>(),
                calm().score(score).with("tiredness-first-day", 3)) == reached);
  }
  CHECK(value(when<at_least("tiredness", 0)>(), calm().without("tiredness")) == unknown);
  CHECK(value(when<below("tiredness", 11)>(), calm().without("tiredness")) == unknown);
  CHECK(value(when<above("tiredness", "tiredness-first-day")>(), calm()) == unknown);
  CHECK(value(when<above("tiredness", "tiredness-first-day")>(),
              calm().with("tiredness-first-day", 1).without("tiredness")) == unknown);
  CHECK(value(when<above("tiredness", "tiredness-first-day")>(), next_morning().with("tiredness-first-day", 1)) == no);
  CHECK(value(when<at_least("tiredness-first-day", 1)>(), next_morning().with("tiredness-first-day", 5)) == no);
}

TEST_CASE("Tests of the session's time hold where the time is not known", "[facts][truth]") {
  for (const Patient& patient : {time_unknown(), calm().without("session-ended")}) {
    INFO(patient.told());
    CHECK(value(when<session_at_or_after(24)>(), patient) == yes);
    CHECK(value(when<session_within(24)>(), patient) == yes);
    CHECK(value(when<session_within_known(24)>(), patient) == no);
    CHECK(value(when<session_before(24)>(), patient) == no);
    CHECK(value(when<session_known()>(), patient) == no);
    CHECK(value(when<session_unclear()>(), patient) == yes);
    CHECK(value(when<session_not_yet()>(), patient) == no);
    CHECK(value(when<treatment_day()>(), patient) == no);
    CHECK(value(when<after_treatment_day()>(), patient) == yes);
  }
}

TEST_CASE("Without a session no test of its time holds", "[facts][truth]") {
  const Patient patient = no_session_yet();
  CHECK(value(when<session_at_or_after(0)>(), patient) == no);
  CHECK(value(when<session_within(24)>(), patient) == no);
  CHECK(value(when<session_within_known(24)>(), patient) == no);
  CHECK(value(when<session_before(24)>(), patient) == no);
  CHECK(value(when<session_known()>(), patient) == no);
  CHECK(value(when<session_unclear()>(), patient) == no);
  CHECK(value(when<session_not_yet()>(), patient) == yes);
  CHECK(value(when<is_not("session-ended", "not-yet")>(), patient) == no);
  CHECK(value(when<is_not("session-ended", "not-yet")>(), calm()) == yes);
  CHECK(value(when<is_not("session-ended", "not-yet")>(), nobody()) == yes);
  CHECK(value(when<after_treatment_day()>(), patient) == yes);
}

TEST_CASE("At the limit is over the limit", "[facts][truth]") {
  for (const auto& [patient, reached] : {std::pair{calm().just_under(24), no}, {calm().hours(24), yes}}) {
    INFO(patient.told());
    const Truth before = reached == yes ? no : yes;
    CHECK(value(when<session_at_or_after(24)>(), patient) == reached);
    CHECK(value(when<session_within(24)>(), patient) == before);
    CHECK(value(when<session_within_known(24)>(), patient) == before);
    CHECK(value(when<session_before(24)>(), patient) == before);
  }
}

TEST_CASE("A day without an hour counts by its start for late, and by its end for early", "[facts][truth]") {
  // 12 to 36 hours ago.
  const Patient patient = calm().session("2026-11-19").at("2026-11-20T12:00:00-05:00");
  CHECK(value(when<session_at_or_after(36)>(), patient) == yes);
  CHECK(value(when<session_at_or_after(37)>(), patient) == no);
  CHECK(value(when<session_within(13)>(), patient) == yes);
  CHECK(value(when<session_within(12)>(), patient) == no);
  CHECK(value(when<session_within_known(13)>(), patient) == yes);
  CHECK(value(when<session_within_known(12)>(), patient) == no);
  CHECK(value(when<session_before(37)>(), patient) == yes);
  CHECK(value(when<session_before(36)>(), patient) == no);
  CHECK(value(when<session_known()>(), patient) == yes);
}

TEST_CASE("Two weeks or more is late for every limit", "[facts][truth]") {
  const Patient patient = calm().session("two-weeks-or-more");
  CHECK(value(when<session_at_or_after(in_days(Setting::LongFatigueDays))>(), patient) == yes);
  CHECK(value(when<session_within(336)>(), patient) == no);
  CHECK(value(when<session_known()>(), patient) == yes);
}

TEST_CASE("Drowsy is drowsy, unsure or not answered", "[facts][truth]") {
  for (const auto& [alertness, wanted] :
       {std::pair{"drowsy", yes}, {"unsure", yes}, {"awake", no}, {"cannot-stay-awake", no}, {"not-checked", no}})
    CHECK(value(when<drowsy()>(), calm().with("alertness", {alertness})) == wanted);
  CHECK(value(when<drowsy()>(), calm().without("alertness")) == yes);
}

// ---- Derived values -----------------------------------------------------------------------------------------------

TEST_CASE("The treatment day lasts until a day has passed or a night was slept", "[facts][treatment-day]") {
  const Patient awake = first_afternoon();
  CHECK(treatment_day_of(awake.hours(0)));
  CHECK(treatment_day_of(awake.just_under(24)));
  CHECK_FALSE(treatment_day_of(awake.hours(24)));
  CHECK_FALSE(treatment_day_of(awake.with("slept", "yes")));
  for (const Patient& unsure : {awake.with("slept", "unsure"), awake.without("slept")}) {
    CHECK(treatment_day_of(unsure.just_under(12)));
    CHECK_FALSE(treatment_day_of(unsure.hours(12)));
  }
  CHECK_FALSE(treatment_day_of(awake.session("unknown")));
  CHECK_FALSE(treatment_day_of(awake.session("not-yet")));
  CHECK_FALSE(treatment_day_of(awake.without("session-ended")));
}

TEST_CASE("A clinic may shorten the treatment day", "[facts][treatment-day]") {
  const Patient shorter = first_afternoon().setting(Setting::TreatmentDayHours, 16);
  CHECK(treatment_day_of(shorter.just_under(16)));
  CHECK_FALSE(treatment_day_of(shorter.hours(16)));
  CHECK(treatment_day_of(shorter.with("slept", "unsure").just_under(12)));
  CHECK_FALSE(treatment_day_of(shorter.with("slept", "unsure").hours(12)));
}

TEST_CASE("A day without an hour is the treatment day only if all of it is", "[facts][treatment-day]") {
  const Patient today = first_afternoon().session("2026-11-20");
  CHECK(treatment_day_of(today.at("2026-11-20T23:59:59-05:00")));
  CHECK_FALSE(treatment_day_of(today.at("2026-11-21T00:00:00-05:00")));
}

TEST_CASE("Tired past the expected time is said to persist", "[facts]") {
  const auto persists = [](const Patient& patient) { return patient.facts().trend().persistent; };
  CHECK(persists(calm().score(1).hours(72)));
  CHECK_FALSE(persists(calm().score(1).just_under(72)));
  CHECK_FALSE(persists(past_third_day()));
  CHECK_FALSE(persists(time_unknown().score(5)));
  CHECK_FALSE(persists(past_third_day().without("tiredness")));
  CHECK(persists(calm().score(1).setting(Setting::ExpectedTirednessHours, 24)));
}

// ---- When items are asked -----------------------------------------------------------------------------------------

TEST_CASE("Most items are always asked", "[facts][enable]") {
  for (const Patient& patient : {nobody(), calm(), no_session_yet(), fifth_day()})
    for (const std::string_view link_id :
         {"who", "age", "danger-signs", "self-harm", "session-ended", "alertness", "tiredness", "function",
          "body-symptoms", "mind-symptoms", "conditions", "before-session", "medicines"}) {
      INFO(link_id << " of " << patient.told());
      CHECK(asked(link_id, patient));
    }
}

TEST_CASE("What was taken and changed is asked unless nothing was", "[facts][enable]") {
  for (const std::string_view link_id : {"taken-today", "medicine-changes"}) {
    CHECK(asked(link_id, nobody()));
    CHECK(asked(link_id, calm().without("medicines")));
    CHECK(asked(link_id, calm().with("medicines", "yes")));
    CHECK(asked(link_id, calm().with("medicines", "unsure")));
    CHECK_FALSE(asked(link_id, calm().with("medicines", "no").without(link_id)));
    CHECK(asked(link_id, calm().with("medicines", "no").with(link_id, {"none"})));
  }
}

TEST_CASE("Which sign one is unsure about is asked after `unsure`", "[facts][enable]") {
  CHECK_FALSE(asked("unsure-signs", calm()));
  CHECK_FALSE(asked("unsure-signs", calm().with("danger-signs", {"chest"})));
  CHECK_FALSE(asked("unsure-signs", calm().without("danger-signs")));
  CHECK(asked("unsure-signs", calm().with("danger-signs", {"unsure"})));
  CHECK(asked("unsure-signs", calm().with("danger-signs", {"unsure", "chest", "none"})));
}

TEST_CASE("Place and trend are asked unless there was no session", "[facts][enable]") {
  for (const std::string_view link_id : {"setting", "trend"}) {
    CHECK(asked(link_id, calm()));
    CHECK(asked(link_id, time_unknown()));
    CHECK(asked(link_id, nobody()));
    CHECK(asked(link_id, calm().session("two-weeks-or-more")));
    CHECK_FALSE(asked(link_id, no_session_yet()));
  }
}

TEST_CASE("The dose is asked where nobody watched", "[facts][enable]") {
  CHECK(asked("dose-as-planned", calm().with("setting", "home")));
  CHECK(asked("dose-as-planned", calm().with("setting", "unsure")));
  CHECK_FALSE(asked("dose-as-planned", calm()));
  CHECK_FALSE(asked("dose-as-planned", calm().without("setting")));
  CHECK_FALSE(asked("dose-as-planned", no_session_yet().with("setting", "home")));
}

TEST_CASE("Sleep is asked within 96 hours", "[facts][enable]") {
  CHECK(asked("slept", calm().just_under(96)));
  CHECK_FALSE(asked("slept", calm().hours(96)));
  CHECK(asked("slept", time_unknown()));
  CHECK(asked("slept", nobody()));
  CHECK_FALSE(asked("slept", no_session_yet()));
}

TEST_CASE("Company is asked within a day, or of the drowsy", "[facts][enable]") {
  CHECK(asked("company", calm().just_under(24)));
  CHECK_FALSE(asked("company", calm().hours(24)));
  CHECK(asked("company", time_unknown()));
  CHECK_FALSE(asked("company", no_session_yet()));
  for (const std::string_view alertness : {"drowsy", "unsure"}) {
    CHECK(asked("company", calm().with("alertness", alertness)));
    CHECK(asked("company", no_session_yet().with("alertness", alertness)));
  }
  CHECK(asked("company", calm().without("alertness")));
  CHECK_FALSE(asked("company", calm().with("alertness", "cannot-stay-awake")));
}

TEST_CASE("The first day is asked about from 24 hours on", "[facts][enable]") {
  CHECK_FALSE(asked("tiredness-first-day", calm().just_under(24)));
  CHECK(asked("tiredness-first-day", calm().hours(24)));
  CHECK(asked("tiredness-first-day", time_unknown()));
  CHECK_FALSE(asked("tiredness-first-day", no_session_yet()));
}

TEST_CASE("The time between sessions is asked about at any time after one", "[facts][enable]") {
  CHECK(asked("between-sessions", first_afternoon()));
  CHECK(asked("between-sessions", fifth_day()));
  CHECK(asked("between-sessions", time_unknown()));
  CHECK(asked("between-sessions", calm().without("session-ended")));
  CHECK_FALSE(asked("between-sessions", no_session_yet()));
}

TEST_CASE("A dose every day is asked about at home, or where that is not known", "[facts][enable]") {
  for (const std::string_view setting : {"home", "unsure"}) CHECK(asked("daily-dose", calm().with("setting", setting)));
  CHECK_FALSE(asked("daily-dose", calm()));
  CHECK_FALSE(asked("daily-dose", calm().without("setting")));
  CHECK_FALSE(asked("daily-dose", no_session_yet().with("setting", "home")));
}

TEST_CASE("With a dose every day, or no plain no to it, there is no treatment day", "[facts][treatment-day]") {
  const auto on_day = [](const Patient& patient) { return patient.facts().on_treatment_day(); };
  const Patient home = first_afternoon().with("setting", "home").with("dose-as-planned", "planned");
  CHECK(on_day(home));
  CHECK_FALSE(on_day(home.with("daily-dose", "yes")));
  CHECK_FALSE(on_day(home.with("daily-dose", "unsure")));
  CHECK_FALSE(on_day(home.without("daily-dose")));
  CHECK(on_day(first_afternoon().with("daily-dose", "yes")));  // not asked in a clinic
  CHECK(on_day(first_afternoon().without("setting").with("daily-dose", "yes")));
  const Patient daily = home.with("daily-dose", "yes");
  CHECK(daily.facts().resting_counts_as_unsure());
}

TEST_CASE("Whether rest helps is asked of the moderately tired from 24 hours on", "[facts][enable]") {
  CHECK(asked("rest-helps", calm().score(4).hours(24)));
  CHECK_FALSE(asked("rest-helps", calm().score(4).just_under(24)));
  CHECK_FALSE(asked("rest-helps", calm().score(3)));
  CHECK(asked("rest-helps", calm().score(3).setting(Setting::ModerateScore, 3)));
  CHECK(asked("rest-helps", time_unknown().score(4)));
  CHECK_FALSE(asked("rest-helps", calm().without("tiredness")));
  CHECK_FALSE(asked("rest-helps", no_session_yet().score(9)));
}

TEST_CASE("A pregnancy is asked about under 65", "[facts][enable]") {
  CHECK(asked("pregnancy", calm()));
  CHECK(asked("pregnancy", calm().with("age", "under-18")));
  CHECK(asked("pregnancy", calm().without("age")));
  CHECK_FALSE(asked("pregnancy", calm().with("age", "65-plus")));
}

TEST_CASE("Background signs are asked of those tired before, or past the expected time", "[facts][enable]") {
  CHECK_FALSE(asked("background-signs", calm()));
  CHECK_FALSE(asked("background-signs", calm().without("before-session")));
  CHECK(asked("background-signs", calm().with("before-session", "yes")));
  CHECK(asked("background-signs", calm().with("before-session", "unsure")));
  CHECK_FALSE(asked("background-signs", calm().just_under(72)));
  CHECK(asked("background-signs", calm().hours(72)));
  CHECK(asked("background-signs", time_unknown()));
  CHECK_FALSE(asked("background-signs", no_session_yet()));
  CHECK(asked("background-signs", calm().hours(36).setting(Setting::ExpectedTirednessHours, 36)));
}

// ---- Answers that count -------------------------------------------------------------------------------------------

TEST_CASE("An answer of an abandoned branch does not count", "[facts][prune]") {
  const Patient clinic = calm().with("dose-as-planned", "more");
  CHECK(clinic.answers().answered(item("dose-as-planned")));
  CHECK_FALSE(clinic.facts().answers().answered(item("dose-as-planned")));
  // One abandoned answer leads to the next: without a session no place, and so no dose.
  const Patient never = no_session_yet().with("setting", "home").with("dose-as-planned", "more");
  CHECK_FALSE(never.facts().answers().answered(item("setting")));
  CHECK_FALSE(never.facts().answers().answered(item("dose-as-planned")));
}

TEST_CASE("Resting after the treatment day counts as unsure", "[facts][prune]") {
  const Patient late = calm().with("function", "resting");
  CHECK(late.facts().resting_counts_as_unsure());
  CHECK(late.facts().answers().chosen(item("function")) == option_bits(item("function"), "unsure"));
  const Patient early = first_afternoon();
  CHECK_FALSE(early.facts().resting_counts_as_unsure());
  CHECK(early.facts().answers().chosen(item("function")) == option_bits(item("function"), "resting"));
}

TEST_CASE("Somebody helps only where it was said", "[facts]") {
  const Patient helper = calm().with("who", "helper");
  const Patient self = calm();
  const Patient nothing = nobody();
  CHECK(helper.facts().helper());
  CHECK_FALSE(self.facts().helper());
  CHECK_FALSE(nothing.facts().helper());
}

// ---- Not asked yet ------------------------------------------------------------------------------------------------

TEST_CASE("An item that is not asked yet is unknown rather than missing", "[facts][unasked]") {
  const Patient patient = nobody().with("danger-signs", {"none"});
  const Facts now = patient.facts();
  const Facts early = now.with_unasked(items_after(Page::Danger));
  CHECK(now.evaluate(when<missing("self-harm")>()) == yes);
  CHECK(early.evaluate(when<missing("self-harm")>()) == unknown);
  CHECK(early.evaluate(when<missing("who")>()) == yes);
  CHECK(now.evaluate(when<drowsy()>()) == yes);
  CHECK(early.evaluate(when<drowsy()>()) == unknown);
  CHECK(now.evaluate(when<session_at_or_after(24)>()) == yes);
  CHECK(early.evaluate(when<session_at_or_after(24)>()) == unknown);
  CHECK(early.evaluate(when<after_treatment_day()>()) == unknown);
  CHECK(early.evaluate(when<at_least("tiredness", 1)>()) == unknown);
  CHECK(early.evaluate(when<above("tiredness", "tiredness-first-day")>()) == unknown);
  CHECK(early.evaluate(when<is_not("taken-today", "unsure")>()) == unknown);
  CHECK(early.evaluate(when<is_not("session-ended", "not-yet")>()) == unknown);
  CHECK(early.evaluate(when<has("dose-as-planned", "more")>()) == unknown);
}

TEST_CASE("An answer that is there counts, asked for or not", "[facts][unasked]") {
  const Patient patient = nobody().with("alertness", "awake").score(2).with("taken-today", {"opioid"}).hours(30);
  const Facts early = patient.facts().with_unasked(items_after(Page::Danger));
  CHECK(early.evaluate(when<drowsy()>()) == no);
  CHECK(early.evaluate(when<missing("tiredness")>()) == no);
  CHECK(early.evaluate(when<at_least("tiredness", 2)>()) == yes);
  CHECK(early.evaluate(when<has("taken-today", "opioid")>()) == yes);
  CHECK(early.evaluate(when<session_at_or_after(24)>()) == yes);
}

TEST_CASE("The items of later pages are those after the page", "[facts][unasked]") {
  CHECK(items_after(Page::Medicines) == 0);
  const ItemSet after_session = items_after(Page::Session);
  for (std::size_t i = 0; i < items.size(); ++i)
    CHECK(((after_session & bit_of(static_cast<ItemId>(i))) != 0) == (items[i].page > Page::Session));
}

// ---- What a page shows --------------------------------------------------------------------------------------------

TEST_CASE("Options are offered to those whom they fit", "[facts][offers]") {
  const auto offered = [](const Patient& patient, std::string_view link_id, std::string_view option) {
    const Item& question = item_of(item_named(link_id));
    return patient.facts().offers(question.options[*find_option(question, option)]);
  };
  CHECK(offered(calm().with("who", "helper"), "self-harm", "not-known"));
  CHECK_FALSE(offered(calm(), "self-harm", "not-known"));
  CHECK(offered(calm().with("who", "helper"), "alertness", "not-checked"));
  CHECK_FALSE(offered(nobody(), "alertness", "not-checked"));
  CHECK(offered(first_afternoon(), "function", "resting"));
  CHECK_FALSE(offered(calm(), "function", "resting"));
  CHECK(offered(calm().just_under(12), "trend", "too-soon"));
  CHECK_FALSE(offered(calm().hours(12), "trend", "too-soon"));
  CHECK(offered(time_unknown(), "trend", "too-soon"));
  CHECK(offered(nobody(), "function", "usual"));
}

}  // namespace tiredness::test
