#include "tiredness/opening_hours.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

Opening at(std::string_view hours, std::string_view clinic_now) {
  const auto week = OpeningHours::parse(hours);
  if (!week) FAIL("not opening hours: " << hours);
  return week->at(instant(clinic_now));
}

/// "open until 2026-11-23T17:00:00-05:00".
std::string told(std::string_view hours, std::string_view clinic_now) {
  const Opening opening = at(hours, clinic_now);
  return std::string(opening.open ? "open" : "closed") +
         (opening.changes_at ? " until " + format_timestamp(*opening.changes_at) : "");
}

constexpr std::string_view office = "Mo-Fr 09:00-17:00";

}  // namespace

TEST_CASE("A clinic is open from the first minute to before the last", "[opening]") {
  // 2026-11-20 is a Friday.
  CHECK(told(office, "2026-11-20T08:59:59-05:00") == "closed until 2026-11-20T09:00:00-05:00");
  CHECK(told(office, "2026-11-20T09:00:00-05:00") == "open until 2026-11-20T17:00:00-05:00");
  CHECK(told(office, "2026-11-20T16:59:59-05:00") == "open until 2026-11-20T17:00:00-05:00");
  CHECK(told(office, "2026-11-20T17:00:00-05:00") == "closed until 2026-11-23T09:00:00-05:00");
  CHECK(told(office, "2026-11-22T23:59:00-05:00") == "closed until 2026-11-23T09:00:00-05:00");
  CHECK(told(office, "2026-11-23T00:00:00-05:00") == "closed until 2026-11-23T09:00:00-05:00");
}

TEST_CASE("Ranges may be several, end at midnight, or go past it", "[opening]") {
  constexpr std::string_view lunch = "Mo-Fr 09:00-12:00, 13:00-17:00, Sa 10:00-13:00";
  CHECK(told(lunch, "2026-11-20T12:00:00-05:00") == "closed until 2026-11-20T13:00:00-05:00");
  CHECK(told(lunch, "2026-11-20T13:00:00-05:00") == "open until 2026-11-20T17:00:00-05:00");
  CHECK(told(lunch, "2026-11-21T12:59:00-05:00") == "open until 2026-11-21T13:00:00-05:00");
  constexpr std::string_view late = "Fr 18:00-24:00";
  CHECK(told(late, "2026-11-20T23:59:00-05:00") == "open until 2026-11-21T00:00:00-05:00");
  CHECK(told(late, "2026-11-21T00:00:00-05:00") == "closed until 2026-11-27T18:00:00-05:00");
  constexpr std::string_view night = "Su 20:00-02:00";
  CHECK(told(night, "2026-11-22T23:59:00-05:00") == "open until 2026-11-23T02:00:00-05:00");
  CHECK(told(night, "2026-11-23T01:59:00-05:00") == "open until 2026-11-23T02:00:00-05:00");
  CHECK(told(night, "2026-11-23T02:00:00-05:00") == "closed until 2026-11-29T20:00:00-05:00");
  CHECK(told("Mo,We,Fr 09:00-12:00", "2026-11-19T10:00:00-05:00") == "closed until 2026-11-20T09:00:00-05:00");
  CHECK(told("Fr-Mo 09:00-12:00", "2026-11-22T10:00:00-05:00") == "open until 2026-11-22T12:00:00-05:00");
  CHECK(told("Mo-Fr 09:00-12:00,12:00-17:00", "2026-11-20T11:00:00-05:00") == "open until 2026-11-20T17:00:00-05:00");
  CHECK(told("Mo-Su 00:00-24:00", "2026-11-20T11:00:00-05:00") == "open");
}

TEST_CASE("Hours are the clock's, whatever the offset becomes", "[opening]") {
  // The clocks of New York are set back on 2026-11-01 at 2 AM, and forward on 2026-03-08: a clinic opens at nine on its clock.
  CHECK(told(office, "2026-10-31T12:00:00-04:00") == "closed until 2026-11-02T09:00:00-04:00");
  CHECK(told(office, "2026-11-01T01:30:00-04:00") == "closed until 2026-11-02T09:00:00-04:00");
  CHECK(told(office, "2026-11-01T01:30:00-05:00") == "closed until 2026-11-02T09:00:00-05:00");
  CHECK(told("Su 01:00-02:00", "2026-11-01T01:30:00-04:00") == "open until 2026-11-01T02:00:00-04:00");
  CHECK(told("Su 01:00-02:00", "2026-11-01T01:30:00-05:00") == "open until 2026-11-01T02:00:00-05:00");
  CHECK(told(office, "2026-03-07T12:00:00-05:00") == "closed until 2026-03-09T09:00:00-05:00");
  CHECK(told(office, "1969-12-31T10:00:00+00:00") == "open until 1969-12-31T17:00:00Z");
}

TEST_CASE("What is not a week is refused", "[opening]") {
  for (const std::string_view good : {"Mo 09:00-17:00", "Mo-Fr 09:00-17:00,Sa 10:00-13:00", "Mo, We 09:00-12:00"}) {
    INFO(good);
    CHECK(OpeningHours::parse(good));
  }
  for (const std::string_view bad :
       {"", "Mo-Fr", "09:00-17:00", "Mo-Fr 9:00-17:00", "Mo-Fr 09:00", "Mo-Fr 09:00-09:00", "Mo-Fr 24:00-09:00",
        "Mo-Fr 09:00-24:01", "Mo-Fr 09:60-17:00", "mo-fr 09:00-17:00", "Mo- 09:00-17:00", "Mo-Fr  09:00-17:00",
        "Mo-Fr 09:00-17:00,", "Mo-Fr 09:00-17:00 ", "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "Lu-Vi 09:00-17:00",
        "Mo-Fr 09:00-17:00, Sa", "PH 09:00-12:00"}) {
    INFO(bad);
    CHECK_FALSE(OpeningHours::parse(bad));
  }
}

TEST_CASE("Same-day and soon tell whether the clinic is open; no other level does", "[opening][assessment]") {
  const Patient patient =
      calm().setting(ClinicText::OpeningHours, office).setting(ClinicText::TimeZone, "America/New_York");
  const auto opening = [&](const Patient& who) {
    const Context context{who.config(), instant("2026-11-21T10:00:00-08:00"), {}, instant("2026-11-21T13:00:00-05:00")};
    return assess(rule_set(), who.answers(), context).opening;
  };
  for (const Patient& who : {patient.with("body-symptoms", {"urinary"}), patient.with("body-symptoms", {"other"})}) {
    INFO(who.told());
    REQUIRE(opening(who));
    CHECK_FALSE(opening(who)->open);
    CHECK(opening(who)->elsewhere);
  }
  for (const Patient& who : {patient, patient.with("body-symptoms", {"leg"}), patient.with("self-harm", "thoughts"),
                             patient.with("danger-signs", {"chest"})}) {
    INFO(who.told());
    CHECK_FALSE(opening(who));
  }
  CHECK_FALSE(patient.with("body-symptoms", {"urinary"}).assess().opening);  // the hour is not known
  CHECK_FALSE(opening(calm().with("body-symptoms", {"urinary"})));           // nor the hours
}

TEST_CASE("Opening hours without a time zone are left out", "[opening][config]") {
  ClinicConfig config;
  REQUIRE(config.set(ClinicText::OpeningHours, office));
  CHECK_FALSE(config.settle_opening_hours());
  CHECK(config[ClinicText::OpeningHours].empty());
  REQUIRE(config.set(ClinicText::OpeningHours, office));
  REQUIRE(config.set(ClinicText::TimeZone, "America/New_York"));
  CHECK(config.settle_opening_hours());
  CHECK(config[ClinicText::OpeningHours] == office);
  CHECK_FALSE(config.set(ClinicText::OpeningHours, "9 to 5"));
}

}  // namespace tiredness::test
