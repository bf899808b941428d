#include "tiredness/clinic_config.hpp"

#include "catch.hpp"

namespace tiredness::test {
namespace {

void set_numbers(ClinicConfig& config) {
  REQUIRE(config.set(ClinicText::EmergencyNumber, "112"));
  REQUIRE(config.set(ClinicText::CrisisNumber, "116 123"));
  REQUIRE(config.set(ClinicText::PoisonNumber, "0344 892 0111"));
}

}  // namespace

TEST_CASE("Every setting has the agreed default and range", "[config]") {
  struct Agreed {
    std::string_view id;
    int standard, least, most;
  };
  const std::array agreed{Agreed{"expectedTirednessHours", 72, 24, 72},
                          Agreed{"otherEffectsHours", 48, 24, 48},
                          Agreed{"treatmentDayHours", 24, 12, 24},
                          Agreed{"dissociationHours", 24, 12, 24},
                          Agreed{"moderateScore", 4, 3, 4},
                          Agreed{"severeScore", 7, 6, 7},
                          Agreed{"severeScoreTreatmentDay", 9, 7, 9},
                          Agreed{"longFatigueDays", 14, 7, 14},
                          Agreed{"noDrivingHours", 24, 24, 72},
                          Agreed{"noAlcoholHours", 24, 24, 168},
                          Agreed{"soonBusinessDays", 3, 1, 3},
                          Agreed{"sameDayHours", 24, 4, 24},
                          Agreed{"urgentMinutes", 60, 15, 60},
                          Agreed{"noAnswerMinutes", 30, 10, 30},
                          Agreed{"recheckHours", 24, 6, 24},
                          Agreed{"staleHours", 12, 4, 12}};
  REQUIRE(setting_ranges.size() == agreed.size());
  for (std::size_t i = 0; i < agreed.size(); ++i) {
    INFO(agreed[i].id);
    CHECK(setting_ranges[i].id == agreed[i].id);
    CHECK(setting_ranges[i].standard == agreed[i].standard);
    CHECK(setting_ranges[i].least == agreed[i].least);
    CHECK(setting_ranges[i].most == agreed[i].most);
    CHECK(ClinicConfig{}[static_cast<Setting>(i)] == agreed[i].standard);
  }
}

TEST_CASE("A setting is taken at both ends of its range and refused beyond", "[config]") {
  for (std::size_t i = 0; i < setting_ranges.size(); ++i) {
    const auto setting = static_cast<Setting>(i);
    const SettingRange& range = range_of(setting);
    INFO(range.id);
    for (const int taken : {range.least, range.most}) {
      ClinicConfig config;
      CHECK(config.set(setting, taken));
      CHECK(config[setting] == taken);
      CHECK(config.differs_from_default() == (taken != range.standard));
    }
    for (const int refused : {range.least - 1, range.most + 1, 0, -1, 2147483647, -2147483647 - 1}) {
      ClinicConfig config;
      CHECK_FALSE(config.set(setting, refused));
      CHECK(config[setting] == range.standard);
      CHECK_FALSE(config.differs_from_default());
    }
  }
}

TEST_CASE("A refused value keeps the one that was set before", "[config]") {
  ClinicConfig config;
  REQUIRE(config.set(Setting::ModerateScore, 3));
  CHECK_FALSE(config.set(Setting::ModerateScore, 5));
  CHECK(config[Setting::ModerateScore] == 3);
}

TEST_CASE("Plain texts are one line of at most 200 bytes", "[config]") {
  for (const ClinicText text : {ClinicText::ClinicName, ClinicText::Hours, ClinicText::Address}) {
    ClinicConfig config;
    CHECK(config.set(text, "Clínica <b> \"Ñandú\""));
    CHECK(config[text] == "Clínica <b> \"Ñandú\"");
    CHECK(config.set(text, std::string(200, 'x')));
    CHECK_FALSE(config.set(text, std::string(201, 'x')));
    CHECK_FALSE(config.set(text, ""));
    CHECK_FALSE(config.set(text, "two\nlines"));
    CHECK_FALSE(config.set(text, "bell\a"));
    CHECK_FALSE(config.set(text, "delete\x7f"));
    CHECK_FALSE(config.set(text, std::string_view("nul\0", 4)));
    CHECK_FALSE(config.differs_from_default());
  }
}

TEST_CASE("A text that does not show what it says is refused, and says why", "[config]") {
  const auto fault = [](TextKind kind, std::string_view text) { return problem_in(kind, text).fault; };
  for (const std::string_view bad : {"\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c"}) {
    INFO(bad);
    const std::string text = "Call " + std::string(bad) + "(408) 555-0100";
    CHECK(fault(TextKind::Plain, text) == TextFault::Direction);
    CHECK(fault(TextKind::Phone, text) == TextFault::NotANumber);
  }
  for (const std::string_view bad :
       {"a\tb", "a\u0085", "a\u2028b", "a\u2029b", "\ufeffa", "\xff", "a\xc0\x80", "a\xe2\x80", "\xf0\x9f"}) {
    INFO(bad);
    CHECK(fault(TextKind::Plain, bad) == TextFault::Control);
  }
  CHECK(problem_in(TextKind::Plain, "a\u202eb").letter == 0x202e);
  CHECK(fault(TextKind::Plain, "   ") == TextFault::Length);
  for (const std::string_view mark : {"\u0301", "\u0489", "\u05b8", "\u0651", "\u0e49", "\u1ab0", "\u1dff", "\ufe2f"}) {
    std::string pile = "a";
    for (int i = 0; i < 4; ++i) pile += mark;
    CHECK(fault(TextKind::Plain, pile) == TextFault::None);
    CHECK(fault(TextKind::Plain, pile + std::string(mark)) == TextFault::Marks);
    CHECK(fault(TextKind::Plain, pile + "a" + std::string(mark)) == TextFault::None);
  }
  for (const std::string_view good :
       {"מרפאת שחר", "عيادة الفجر", "診所", "क्लिनिक", "Phòng khám", "👩🏽‍⚕️"}) {
    INFO(good);
    CHECK(fault(TextKind::Plain, good) == TextFault::None);
  }
}

TEST_CASE("A refused phone number says what is wrong with it", "[config]") {
  const auto fault = [](std::string_view text) { return problem_in(TextKind::Phone, text).fault; };
  CHECK(fault("5") == TextFault::DigitCount);
  CHECK(fault("18") == TextFault::DigitCount);
  CHECK(fault(std::string(16, '5')) == TextFault::DigitCount);
  CHECK(fault(std::string(200, '5')) == TextFault::DigitCount);
  CHECK(fault("(804) 555-0100 (804) 555-0101") == TextFault::DigitCount);
  CHECK(fault("(555) 010 (555)") == TextFault::TwoNumbers);
  CHECK(fault("555) 010) 555") == TextFault::TwoNumbers);
  CHECK(fault("+1 555 +1 555") == TextFault::TwoNumbers);
  CHECK(fault("555-0100 +1") == TextFault::TwoNumbers);
  CHECK(fault("+44 (0)20 7946 0958") == TextFault::ZeroInBrackets);
  CHECK(fault("555-0100 x12") == TextFault::NotANumber);
}

TEST_CASE("A time zone has the form of an IANA name", "[config]") {
  for (const std::string_view good :
       {"America/New_York", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC", "EST5EDT"})
    CHECK(problem_in(TextKind::TimeZone, good).fault == TextFault::None);
  for (const std::string_view bad : {"Eastern Time", "America/", "/Paris", "A//B", "A/1", "5", "+01:00", "Zürich"})
    CHECK(problem_in(TextKind::TimeZone, bad).fault == TextFault::Form);
}

TEST_CASE("A phone number is something a dialler takes", "[config]") {
  for (const ClinicText text : {ClinicText::Phone, ClinicText::OnCallPhone, ClinicText::EmergencyNumber,
                                ClinicText::CrisisNumber, ClinicText::PoisonNumber}) {
    for (const std::string_view good :
         {"112", "(+1) 804 555 0100", "(0)20 7946 0958", "123456789012345", "+1 (555) 010-0000", "555.010.0000"}) {
      ClinicConfig config;
      INFO(good);
      CHECK(config.set(text, good));
      CHECK(config[text] == good);
    }
    for (const std::string_view bad : {"", "5", "call us", "()", "555-CALL", "555\n010", "tel:555", "555.010.0000,,2#",
                                       "1-800-222-1222 x12", "*67", "555<b>", "５５５"}) {
      ClinicConfig config;
      INFO(bad);
      CHECK_FALSE(config.set(text, bad));
      CHECK(config[text].empty());
    }
  }
}

TEST_CASE("An address to book at has a scheme that cannot run anything", "[config]") {
  for (const std::string_view good :
       {"https://clinic.example/book?a=1&b=2#c", "tel:+15550100", "mailto:hi@clinic.example", "sms:+15550100"}) {
    ClinicConfig config;
    INFO(good);
    CHECK(config.set(ClinicText::BookingUrl, good));
    CHECK(config[ClinicText::BookingUrl] == good);
  }
  for (const std::string_view bad : {"",
                                     "https://",
                                     "tel:",
                                     "http://clinic.example",
                                     "HTTPS://clinic.example",
                                     "javascript:alert(1)",
                                     "data:text/html,x",
                                     " https://clinic.example",
                                     "https://clinic.example/ x",
                                     "https://clinic.example/\"",
                                     "https://clinic.example/'",
                                     "https://clinic.example/<",
                                     "https://clinic.example/>",
                                     "https://clinic.example/\\",
                                     "https://clinic.example/`",
                                     "https://clinic.example/\x7f",
                                     "https://clinic.example/é",
                                     "/book",
                                     "blob:https://x",
                                     "https:/clinic.example"}) {
    ClinicConfig config;
    INFO(bad);
    CHECK_FALSE(config.set(ClinicText::BookingUrl, bad));
    CHECK(config[ClinicText::BookingUrl].empty());
  }
}

TEST_CASE("A region is a country code of two capital letters", "[config]") {
  for (const std::string_view bad : {"", "us", "U", "USA", "U1", "U S", "ÜS"}) {
    ClinicConfig config;
    INFO(bad);
    CHECK_FALSE(config.set(ClinicText::Region, bad));
  }
}

TEST_CASE("In the US the numbers are 911, 988 and Poison Help", "[config]") {
  ClinicConfig config;
  CHECK(config.emergency_number() == "911");
  CHECK(config.crisis_number() == "988");
  CHECK(config.poison_number() == "1-800-222-1222");
  CHECK(config.settle_region() == RegionVerdict::Known);
  REQUIRE(config.set(ClinicText::Region, "US"));
  CHECK(config.settle_region() == RegionVerdict::Known);
  CHECK(config[ClinicText::Region].empty());
  CHECK_FALSE(config.differs_from_default());
}

TEST_CASE("Another region needs all three numbers", "[config]") {
  SECTION("complete") {
    ClinicConfig config;
    REQUIRE(config.set(ClinicText::Region, "GB"));
    set_numbers(config);
    CHECK(config.settle_region() == RegionVerdict::Known);
    CHECK(config[ClinicText::Region] == "GB");
    CHECK(config.emergency_number() == "112");
    CHECK(config.crisis_number() == "116 123");
    CHECK(config.poison_number() == "0344 892 0111");
    CHECK(config.differs_from_default());
  }
  for (const ClinicText missing : {ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber}) {
    ClinicConfig config;
    REQUIRE(config.set(ClinicText::Region, "GB"));
    for (const ClinicText text : {ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber})
      if (text != missing) REQUIRE(config.set(text, "112"));
    CHECK(config.settle_region() == RegionVerdict::Unknown);
    CHECK(config[ClinicText::Region].empty());
    CHECK(config.emergency_number() == "911");
    CHECK(config.crisis_number() == "988");
    CHECK(config.poison_number() == "1-800-222-1222");
    CHECK_FALSE(config.differs_from_default());
  }
}

TEST_CASE("The numbers of the US cannot be replaced", "[config]") {
  for (const std::string_view region : {"", "US"}) {
    ClinicConfig config;
    if (!region.empty()) REQUIRE(config.set(ClinicText::Region, region));
    set_numbers(config);
    CHECK(config.settle_region() == (region.empty() ? RegionVerdict::Unknown : RegionVerdict::Ignored));
    CHECK(config.emergency_number() == "911");
    CHECK(config.crisis_number() == "988");
    CHECK(config.poison_number() == "1-800-222-1222");
  }
}

TEST_CASE("A region that is refused was meant all the same", "[config]") {
  for (const ClinicText text :
       {ClinicText::Region, ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber}) {
    ClinicConfig config;
    REQUIRE_FALSE(config.set(text, "somewhere"));
    CHECK(config.settle_region() == RegionVerdict::Unknown);
  }
  ClinicConfig config;
  REQUIRE_FALSE(config.set(ClinicText::Phone, "call us"));
  CHECK(config.settle_region() == RegionVerdict::Known);
}

}  // namespace tiredness::test
