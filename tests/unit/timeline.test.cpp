#include "tiredness/timeline.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

constexpr std::string_view now = "2026-11-20T14:00:00-05:00";  // a Friday

/// A point in words: "24 over 2026-…: driving alcohol".
Ids line(const Patient& patient) {
  Ids points;
  for (const TimeMark& mark : patient.assess().time_line) {
    std::string point =
        std::to_string(mark.hours) + (mark.is_over ? " over " : " to come ") + format_timestamp(mark.at) + ":";
    for (const std::string_view id : mark.lines) point += " " + std::string(id);
    points.push_back(point);
  }
  return points;
}

std::string lead(const Patient& patient) {
  const auto found = patient.assess().lead;
  if (!found) return "none";
  return std::string(found->id) + (found->at ? " " + format_timestamp(*found->at) : "");
}

Patient treatment_day() { return calm().hours(3).with("slept", "no").at(now); }

}  // namespace

TEST_CASE("The time line has the session and what is over from when on", "[timeline]") {
  CHECK(line(calm().at(now)) ==
        Ids{"0 over 2026-11-19T08:00:00-05:00: session", "24 over 2026-11-20T08:00:00-05:00: driving alcohol",
            "48 to come 2026-11-21T08:00:00-05:00: other-effects", "72 to come 2026-11-22T08:00:00-05:00: tiredness"});
}

TEST_CASE("A point is over at its time, and its minute is never too early", "[timeline]") {
  CHECK(line(calm().hours(24).at(now))[1] == "24 over 2026-11-20T14:00:00-05:00: driving alcohol");
  CHECK(line(calm().just_under(24).with("slept", "no").at(now))[1] ==
        "24 to come 2026-11-20T14:01:00-05:00: driving alcohol");
}

TEST_CASE("The limits of the time line are the clinic's", "[timeline]") {
  const Ids line =
      test::line(calm().at(now).setting(Setting::NoDrivingHours, 72).setting(Setting::NoAlcoholHours, 168));
  REQUIRE(line.size() == 4);
  CHECK(line[1] == "48 to come 2026-11-21T08:00:00-05:00: other-effects");
  CHECK(line[2] == "72 to come 2026-11-22T08:00:00-05:00: driving tiredness");
  CHECK(line[3] == "168 to come 2026-11-26T08:00:00-05:00: alcohol");
}

TEST_CASE("No time line where the hour of the session is not known, or help comes first", "[timeline]") {
  CHECK(line(calm()).empty());
  CHECK(line(calm().session("2026-11-19").at(now)).empty());
  CHECK(line(time_unknown().at(now)).empty());
  CHECK(line(calm().session("not-yet").at(now)).empty());
  CHECK(line(calm().with("setting", "home").with("daily-dose", "yes").at(now)).empty());
  CHECK(line(calm().with("danger-signs", {"chest"}).at(now)).empty());
  CHECK(line(calm().with("self-harm", "thoughts").at(now)).empty());
  CHECK(line(calm().with("body-symptoms", {"fever"}).at(now)).size() == 4);
}

TEST_CASE("The card of a calm result says first until when not to drive", "[timeline][lead]") {
  CHECK(lead(treatment_day()) == "later 2026-11-21T11:00:00-05:00");
  CHECK(lead(treatment_day().setting(Setting::NoDrivingHours, 48)) == "later 2026-11-22T11:00:00-05:00");
  CHECK(lead(calm().at(now)) == "now");
  CHECK(lead(calm().with("slept", "no").at(now)) != "now");
  CHECK(lead(calm().at(now).setting(Setting::NoDrivingHours, 72)) == "later 2026-11-22T08:00:00-05:00");
  CHECK(lead(calm().with("danger-signs", {"chest"}).at(now)) == "none");
  CHECK(lead(calm().with("body-symptoms", {"fever"}).at(now)) == "none");
}

TEST_CASE("A calm card never lets somebody drive where the plan does not", "[timeline][lead]") {
  // Each has one thing that forbids it: not slept, not known to have slept, too early, a dose every day.
  const Patient rested = calm().at(now);
  for (const Patient& patient :
       {rested.with("slept", "no").hours(25), rested.with("slept", "unsure"), rested.without("slept"), rested.hours(23),
        rested.hours(30).setting(Setting::NoDrivingHours, 48), treatment_day(),
        rested.with("setting", "home").with("dose-as-planned", "planned").with("daily-dose", "yes")}) {
    INFO(patient.told());
    REQUIRE(patient.level() == Level::Expected);
    CHECK(lead(patient) != "now");
  }
  for (const Patient& patient : {rested, rested.hours(24), rested.session("2026-11-18")}) {
    INFO(patient.told());
    REQUIRE(patient.level() == Level::Expected);
    CHECK(lead(patient) == "now");
  }
}

TEST_CASE("What can wait names the day to call by", "[timeline][lead]") {
  const Patient soon = calm().with("body-symptoms", {"other"}).at(now);
  const Assessment result = soon.assess();
  REQUIRE(result.disposition.level == Level::Soon);
  CHECK(lead(soon) == "call-by");
  CHECK(format_date(*result.call_by) == "2026-11-25");
  CHECK(format_date(soon.setting(Setting::SoonBusinessDays, 1).assess().call_by.value()) == "2026-11-23");
  CHECK_FALSE(calm().with("body-symptoms", {"other"}).assess().call_by);
  CHECK_FALSE(calm().at(now).assess().call_by);
}

TEST_CASE("What the first hours forbid has its clock time where one can be told", "[timeline][safety]") {
  const auto line = [](const Patient& patient, std::string_view id) {
    for (const ShownSafetyLine& one : patient.assess().safety)
      if (one.id == id) return one;
    FAIL(id);
    return ShownSafetyLine{};
  };
  CHECK(format_timestamp(line(treatment_day(), "no-driving").until.value()) == "2026-11-21T11:00:00-05:00");
  CHECK(format_timestamp(line(treatment_day().setting(Setting::NoAlcoholHours, 48), "no-alcohol").until.value()) ==
        "2026-11-22T11:00:00-05:00");
  CHECK_FALSE(line(treatment_day(), "no-driving").is_over);
  CHECK_FALSE(line(treatment_day(), "no-decisions").until);
  const ShownSafetyLine over = line(calm().with("slept", "no").at(now), "no-driving");
  CHECK(over.until);
  CHECK(over.is_over);
  for (const Patient& patient : {time_unknown().at(now), calm().just_under(24)}) {
    CHECK(line(patient, "no-driving").id == "no-driving");
    CHECK_FALSE(line(patient, "no-driving").until);
  }
}

}  // namespace tiredness::test
