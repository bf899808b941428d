#include "tiredness/assessment.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

constexpr std::string_view now = "2026-11-20T14:00:00-05:00";

std::vector<std::string> recheck_times(const Patient& patient) {
  std::vector<std::string> times;
  for (const Instant at : patient.assess().recheck_at) times.push_back(format_timestamp(at));
  return times;
}

using Deciding = std::vector<std::pair<std::string, std::uint32_t>>;

/// The deciding answers of the reason of that rule.
Deciding deciding(const std::vector<Reason>& reasons, std::string_view rule) {
  for (const Reason& reason : reasons) {
    if (reason.rule->id != rule) continue;
    Deciding answers;
    for (const DecidingAnswer& answer : reason.answers)
      answers.emplace_back(item_of(answer.item).link_id, answer.chosen);
    return answers;
  }
  FAIL("no reason " << rule);
  return {};
}

}  // namespace

TEST_CASE("Rules at the level are reasons, those below are also told", "[assessment]") {
  const Assessment result = calm().with("body-symptoms", {"leg", "withdrawal", "urinary", "other"}).assess();
  CHECK(result.disposition.level == Level::Urgent);
  CHECK(ids_of(result.fired) == Ids{"withdrawal", "leg-sign", "bladder-or-liver", "other-worry"});
  CHECK(ids_of(result.reasons) == Ids{"withdrawal", "leg-sign"});
  CHECK(ids_of(result.also_tell) == Ids{"bladder-or-liver", "other-worry"});
}

TEST_CASE("An emergency with a crisis has reasons of both", "[assessment]") {
  const Assessment result =
      calm().with("danger-signs", {"chest"}).with("self-harm", "thoughts").with("body-symptoms", {"leg"}).assess();
  CHECK(result.disposition.level == Level::Emergency);
  CHECK(ids_of(result.reasons) == Ids{"danger-sign", "self-harm-thoughts"});
  CHECK(ids_of(result.also_tell) == Ids{"leg-sign"});
}

TEST_CASE("A crisis alone does not show what is urgent as a reason", "[assessment]") {
  const Assessment result = calm().with("self-harm", "thoughts").with("body-symptoms", {"leg"}).assess();
  CHECK(ids_of(result.reasons) == Ids{"self-harm-thoughts"});
  CHECK(ids_of(result.also_tell) == Ids{"leg-sign"});
}

TEST_CASE("Where no rule fires a default is the reason", "[assessment]") {
  const Assessment calm_result = calm().assess();
  CHECK(ids_of(calm_result.fired) == Ids{"allow-list"});
  CHECK(ids_of(calm_result.reasons) == Ids{"allow-list"});
  CHECK(calm_result.also_tell.empty());
  const Assessment open = calm().without("before-session").assess();
  CHECK(open.disposition.level == Level::Soon);
  CHECK(ids_of(open.fired) == Ids{"not-on-allow-list"});
  CHECK(deciding(open.reasons, "not-on-allow-list") == Deciding{{"before-session", 0}});
}

TEST_CASE("A reason names the answers that decided, and only their part that counts", "[assessment][deciding]") {
  const Assessment result = calm().with("body-symptoms", {"fever", "chills", "cold", "urinary"}).assess();
  CHECK(deciding(result.reasons, "fever-with-spread") ==
        Deciding{{"body-symptoms", options_named("body-symptoms", {"fever", "chills"})}});
  CHECK(deciding(result.also_tell, "infection") ==
        Deciding{{"body-symptoms", options_named("body-symptoms", {"fever"})}});
}

TEST_CASE("A reason names only the branch that holds", "[assessment][deciding]") {
  const Assessment result = calm().with("tiredness-first-day", 2).assess();
  CHECK(deciding(result.reasons, "worsening") == Deciding{{"tiredness", 4}, {"tiredness-first-day", 0}});
  const Assessment worse = calm().with("tiredness-first-day", 9).with("trend", "worse").assess();
  CHECK(deciding(worse.reasons, "worsening") == Deciding{{"trend", options_named("trend", {"worse"})}});
}

TEST_CASE("A reason names an answer that is missing", "[assessment][deciding]") {
  const Assessment result = calm().without("self-harm").assess();
  CHECK(deciding(result.reasons, "self-harm-unanswered") == Deciding{{"self-harm", 0}});
}

TEST_CASE("A reason about the treatment day names the sleep, where it was asked", "[assessment][deciding]") {
  const Assessment result = calm().score(7).assess();
  CHECK(deciding(result.reasons, "severe-but-able") ==
        Deciding{{"session-ended", 0}, {"slept", options_named("slept", {"yes"})}, {"tiredness", 8}});
  const Assessment late = fifth_day().score(7).assess();
  CHECK(deciding(late.reasons, "severe-but-able") == Deciding{{"session-ended", 0}, {"tiredness", 8}});
  const Assessment daily = calm()
                               .score(7)
                               .hours(5)
                               .with("slept", "no")
                               .with("company", "with-adult")
                               .with("setting", "home")
                               .with("dose-as-planned", "planned")
                               .with("daily-dose", "yes")
                               .assess();
  CHECK(deciding(daily.reasons, "severe-but-able") == Deciding{{"session-ended", 0},
                                                               {"daily-dose", options_named("daily-dose", {"yes"})},
                                                               {"slept", options_named("slept", {"no"})},
                                                               {"tiredness", 8}});
}

TEST_CASE("Calm names every answer of the allow-list", "[assessment][deciding]") {
  const Assessment result = calm().assess();
  Ids named;
  for (const DecidingAnswer& answer : result.reasons.front().answers) named.emplace_back(item_of(answer.item).link_id);
  CHECK(named == Ids{"age", "danger-signs", "self-harm", "session-ended", "between-sessions", "alertness", "tiredness",
                     "function", "trend", "body-symptoms", "mind-symptoms", "before-session", "taken-today",
                     "medicine-changes"});
}

TEST_CASE("What is not asked yet is not told as missing", "[assessment][early]") {
  const Patient early = nobody().with("age", "18-64").with("danger-signs", {"chest"});
  CHECK(contains(ids_of(early.assess().also_tell), "self-harm-unanswered"));
  CHECK(ids_of(early.assess(Page::Danger).also_tell).empty());
  CHECK(ids_of(early.assess(Page::Danger).reasons) == Ids{"danger-sign"});
  CHECK(ids_of(early.assess(Page::Safety).also_tell) == Ids{"self-harm-unanswered"});
}

TEST_CASE("What fired is complete even in an early result", "[assessment][early]") {
  const Patient early = nobody().with("danger-signs", {"chest"});
  CHECK(ids_of(early.assess(Page::Danger).fired) == ids_of(early.assess().fired));
  CHECK(early.assess(Page::Danger).disposition.level == Level::Emergency);
}

TEST_CASE("Rules that fired for an answer already given are told in an early result", "[assessment][early]") {
  const Patient early = nobody().with("age", "under-18").with("danger-signs", {"chest"});
  CHECK(ids_of(early.assess(Page::Danger).also_tell) == Ids{"under-age"});
}

TEST_CASE("The check is repeated after a day, and when the usual time is over", "[assessment][recheck]") {
  CHECK(recheck_times(calm().at(now)) ==
        std::vector<std::string>{"2026-11-21T14:00:00-05:00", "2026-11-22T08:00:00-05:00"});
  CHECK(recheck_times(third_day().at(now)) ==
        std::vector<std::string>{"2026-11-21T12:00:00-05:00", "2026-11-21T14:00:00-05:00"});
}

TEST_CASE("The end of the usual time is named only while it is to come, and once", "[assessment][recheck]") {
  const std::vector<std::string> tomorrow{"2026-11-21T14:00:00-05:00"};
  CHECK(recheck_times(past_third_day().at(now)) == tomorrow);
  CHECK(recheck_times(calm().score(0).hours(72).at(now)) == tomorrow);
  CHECK(recheck_times(calm().just_under(72).at(now)) ==
        std::vector<std::string>{"2026-11-20T14:00:01-05:00", "2026-11-21T14:00:00-05:00"});
  CHECK(recheck_times(calm().hours(48).at(now)) == tomorrow);
  CHECK(recheck_times(calm().with("body-symptoms", {"other"}).at(now)) == tomorrow);
  CHECK(recheck_times(time_unknown().at(now)) == tomorrow);
  CHECK(recheck_times(calm().score(0).session("two-weeks-or-more").at(now)) == tomorrow);
}

TEST_CASE("A clinic may ask for the check sooner", "[assessment][recheck]") {
  const Patient sooner = calm().at(now).setting(Setting::RecheckHours, 6);
  CHECK(recheck_times(sooner) == std::vector<std::string>{"2026-11-20T20:00:00-05:00", "2026-11-22T08:00:00-05:00"});
  const Patient shorter = calm().at(now).setting(Setting::ExpectedTirednessHours, 36);
  CHECK(recheck_times(shorter) == std::vector<std::string>{"2026-11-20T20:00:00-05:00", "2026-11-21T14:00:00-05:00"});
}

TEST_CASE("A result expires", "[assessment][recheck]") {
  CHECK(format_timestamp(*calm().at(now).assess().expires_at) == "2026-11-21T02:00:00-05:00");
  CHECK(format_timestamp(*calm().at(now).setting(Setting::StaleHours, 4).assess().expires_at) ==
        "2026-11-20T18:00:00-05:00");
}

TEST_CASE("Without now there are no times", "[assessment][recheck]") {
  CHECK(calm().assess().recheck_at.empty());
  CHECK_FALSE(calm().assess().expires_at);
}

TEST_CASE("By when somebody is to be reached is a clock time, and none without now", "[assessment][deadlines]") {
  const Patient urgent = calm().with("body-symptoms", {"leg"});
  const Deadlines now_or = urgent.at(now).assess().deadlines;
  CHECK(format_timestamp(*now_or.reach) == "2026-11-20T15:00:00-05:00");
  CHECK(format_timestamp(*now_or.no_answer) == "2026-11-20T14:30:00-05:00");
  const Patient today = calm().with("body-symptoms", {"urinary"});
  CHECK(format_timestamp(*today.at(now).assess().deadlines.reach) == "2026-11-21T14:00:00-05:00");
  CHECK_FALSE(today.at(now).assess().deadlines.no_answer);
  const Deadlines stricter = urgent.at(now).setting(Setting::UrgentMinutes, 15).assess().deadlines;
  CHECK(format_timestamp(*stricter.reach) == "2026-11-20T14:15:00-05:00");
  for (const Patient& patient : {urgent, calm().at(now), calm().at(now).with("body-symptoms", {"other"}),
                                 calm().at(now).with("danger-signs", {"chest"})}) {
    CHECK_FALSE(patient.assess().deadlines.reach);
    CHECK_FALSE(patient.assess().deadlines.no_answer);
  }
}

TEST_CASE("The card says of driving and of being alone what the plan and the actions say", "[assessment][card]") {
  const auto card = [](const Patient& patient) {
    Ids ids;
    for (const std::string_view id : patient.assess().card) ids.emplace_back(id);
    return ids;
  };
  const Patient urgent = calm().with("body-symptoms", {"leg"});
  CHECK(card(urgent.at(now)) == Ids{"no-driving", "not-alone", "no-answer"});
  const Patient today = calm().with("body-symptoms", {"urinary"});
  CHECK(card(today.at(now)) == Ids{"no-answer-today"});
  CHECK(card(Patient{today}.setting(ClinicText::OnCallPhone, "555-0199").at(now)) == Ids{"no-answer-on-call"});
  CHECK(card(today.at(now).with("slept", "no")) == Ids{"no-driving", "no-answer-today"});
  const Patient alone = today.at(now).hours(1).with("company", "alone").with("slept", "no");
  CHECK(card(alone) == Ids{"no-driving", "not-alone", "no-answer-today"});
  for (const Patient& patient : {calm().at(now), calm().at(now).with("body-symptoms", {"other"}),
                                 calm().with("self-harm", "thoughts"), calm().with("danger-signs", {"chest"})})
    CHECK(card(patient).empty());
}

TEST_CASE("Where a nurse line comes first already, the card does not say it again", "[assessment][card]") {
  const auto on_sunday = [](const Patient& patient) {
    Context context = patient.context();
    context.clinic_now = parse_timestamp("2026-11-22T14:00:00-05:00");
    return assess(rule_set(), patient.facts().answers(), context);
  };
  const Patient closed = calm()
                             .at("2026-11-22T14:00:00-05:00")
                             .with("body-symptoms", {"urinary"})
                             .setting(ClinicText::TimeZone, "America/New_York")
                             .setting(ClinicText::OpeningHours, "Mo-Fr 09:00-17:00");
  CHECK(on_sunday(closed).card.empty());
  CHECK(on_sunday(closed.setting(ClinicText::OnCallPhone, "555-0199")).card.size() == 1);
}

TEST_CASE("A result carries the trend of earlier check-ins", "[assessment]") {
  const Assessment result = calm().at(now).checked_in(10 * seconds_per_hour, 5).assess();
  CHECK(result.trend.records == 1);
  CHECK(result.trend.since_last == Change::Better);
}

TEST_CASE("Earlier check-ins are not used without now", "[assessment]") {
  Patient patient = calm();
  CheckIn record;
  record.session_ended = Instant{0, 0};
  record.rules_major = 1;
  CHECK(patient.checked_in(record).assess().trend.records == 0);
}

}  // namespace tiredness::test
