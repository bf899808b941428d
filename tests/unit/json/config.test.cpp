#include <algorithm>

#include "reply.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/validate.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;

Faults faults_of(const std::string& config) {
  return in_short(json::validate_document(config, shipped_texts, json::DocumentKind::Config));
}

ClinicConfig read(const std::string& text, Faults& faults) {
  json::Diagnostics found;
  const auto document = json::Document::parse(R"({"config":)" + text + "}", found);
  REQUIRE(document);
  const json::Value root = document->root();
  ClinicConfig config;
  json::read_config(*root.find("config"), true, {found, root}, config);
  faults = in_short(found);
  return config;
}

std::string setting(std::string_view id, std::string_view value) {
  return "{\"" + std::string(id) + "\":" + std::string(value) + "}";
}

}  // namespace

TEST_CASE("Every setting is taken at both ends of its range and refused one beyond", "[json][config]") {
  for (std::size_t i = 0; i < setting_ranges.size(); ++i) {
    const SettingRange& range = setting_ranges[i];
    INFO(range.id);
    for (const int taken : {range.least, range.most}) {
      Faults faults;
      CHECK(faults_of(setting(range.id, std::to_string(taken))).empty());
      CHECK(read(setting(range.id, std::to_string(taken)), faults)[static_cast<Setting>(i)] == taken);
      CHECK(faults.empty());
    }
    for (const int refused : {range.least - 1, range.most + 1}) {
      Faults faults;
      const std::string text = setting(range.id, std::to_string(refused));
      CHECK(faults_of(text) == Faults{"error out-of-range /" + std::string(range.id)});
      CHECK(read(text, faults)[static_cast<Setting>(i)] == range.standard);
      CHECK(faults == Faults{"warning out-of-range /config/" + std::string(range.id)});
    }
  }
}

TEST_CASE("A setting is a whole number that does not wrap around", "[json][config]") {
  for (const std::string_view bad : {"4294967344", "4294967296", "18446744073709551615", "-1", "0"})
    CHECK(faults_of(setting("otherEffectsHours", bad)) == Faults{"error out-of-range /otherEffectsHours"});
  for (const std::string_view bad : {"\"48\"", "48.0", "4.8e1", "null", "true", "[48]", "{}", "18446744073709551616"})
    CHECK(faults_of(setting("otherEffectsHours", bad)) == Faults{"error wrong-type /otherEffectsHours"});
}

TEST_CASE("Texts are taken in their form and refused in others", "[json][config]") {
  Faults faults;
  const ClinicConfig config =
      read(R"({"clinicName":"Dawn \"Clinic\"","phone":"+1 555-0100","hours":"Mon-Fri 9-5","onCallPhone":"555.0199",)"
           R"("bookingUrl":"https://dawn.example/book","address":"1 Main St","timeZone":"America/New_York"})",
           faults);
  CHECK(faults.empty());
  CHECK(config[ClinicText::ClinicName] == "Dawn \"Clinic\"");
  CHECK(config[ClinicText::Phone] == "+1 555-0100");
  CHECK(config[ClinicText::Hours] == "Mon-Fri 9-5");
  CHECK(config[ClinicText::OnCallPhone] == "555.0199");
  CHECK(config[ClinicText::BookingUrl] == "https://dawn.example/book");
  CHECK(config[ClinicText::Address] == "1 Main St");
  CHECK(config[ClinicText::TimeZone] == "America/New_York");
  CHECK(faults_of(R"j({"phone":"call us","bookingUrl":"javascript:alert(1)","clinicName":"","region":"usa"})j") ==
        Faults{"error not-acceptable /phone", "error not-acceptable /bookingUrl", "error not-acceptable /clinicName",
               "error not-acceptable /region", "error incomplete-region /region"});
  CHECK(faults_of(R"({"phone":5550100,"clinicName":null})") ==
        Faults{"error wrong-type /phone", "error wrong-type /clinicName"});
}

TEST_CASE("A refused text says what to do", "[json][config]") {
  const auto says = [](const std::string& config, std::string_view words) {
    const json::Diagnostics found = json::validate_document(config, shipped_texts, json::DocumentKind::Config);
    REQUIRE(found.all().size() == 1);
    INFO(found.all().front().message);
    CHECK(found.all().front().message.find(words) != std::string::npos);
  };
  says(R"({"clinicName":"a\u202eb"})", "invisible character U+202E");
  says(R"({"hours":"a\u0007"})", "control character U+0007");
  says(R"({"address":"a\u0301\u0301\u0301\u0301\u0301"})", "U+0301");
  says(R"({"phone":"5"})", "3 to 15 digits");
  says(R"({"phone":"+1 555 0100 +1"})", "one phone number");
  says(R"({"phone":"+44 (0)20 7946 0958"})", "(0)");
  says(R"({"phone":"555-0100 x1"})", "without extension");
  says(R"({"timeZone":"Eastern time"})", "IANA");
  says(R"({"openingHours":"9 to 5","timeZone":"America/New_York"})", "schema.org");
  says(R"({"openingHours":"Mo-Fr 09:00-17:00"})", "needs timeZone");
  says(R"({"texts":{"en":{"ui.start.title":"a\u202eb"}}})", "U+202E");
}

TEST_CASE("Another region comes with its three numbers", "[json][config]") {
  const std::string numbers = R"("emergencyNumber":"112","crisisNumber":"116 123","poisonNumber":"0344 892 0111")";
  Faults faults;
  const ClinicConfig config = read(R"({"region":"GB",)" + numbers + "}", faults);
  CHECK(faults.empty());
  CHECK(config.emergency_number() == "112");
  CHECK(faults_of(R"({"region":"GB"})") == Faults{"error incomplete-region /region"});
  CHECK(faults_of(R"({"region":"GB","emergencyNumber":"112","crisisNumber":"116 123"})") ==
        Faults{"error incomplete-region /region"});
  CHECK(faults_of("{" + numbers + "}") == Faults{"error incomplete-region /region"});
  CHECK(faults_of(R"({"region":"US",)" + numbers + "}") == Faults{"error incomplete-region /region"});
  CHECK(faults_of(R"({"region":"US"})").empty());
}

TEST_CASE("Where a region is meant and not whole, nothing is assessed: the numbers of the US would be wrong",
          "[json][config]") {
  const Faults unknown{"error incomplete-region /config/region"};
  Faults faults;
  for (const std::string& config : std::vector<std::string>{
           R"({"region":"GB"})",
           R"({"region":"GB","emergencyNumber":"112"})",
           R"({"emergencyNumber":"112","crisisNumber":"116 123","poisonNumber":"111"})",
           R"({"crisisNumber":"116 123"})",
       }) {
    INFO(config);
    (void)read(config, faults);
    CHECK(faults == unknown);
  }
  for (const std::string_view region : {R"("gb")", R"("")", "44", "null"}) {
    INFO(region);
    (void)read("{\"region\":" + std::string(region) + "}", faults);
    CHECK(std::count(faults.begin(), faults.end(), unknown.front()) == 1);
  }
  (void)read(R"({"region":"GB","emergencyNumber":"112","crisisNumber":"ask","poisonNumber":"111"})", faults);
  CHECK(std::count(faults.begin(), faults.end(), unknown.front()) == 1);
}

TEST_CASE("Where the US is named, its numbers hold whatever else is given", "[json][config]") {
  Faults faults;
  const ClinicConfig config = read(R"({"region":"US","emergencyNumber":"112"})", faults);
  CHECK(faults == Faults{"warning incomplete-region /config/region"});
  CHECK(config.emergency_number() == "911");
  (void)read(R"({"region":"US","crisisNumber":"ask"})", faults);
  CHECK(std::count(faults.begin(), faults.end(), "warning incomplete-region /config/region") == 1);
}

TEST_CASE("Unknown settings are faults, and all are found at once", "[json][config]") {
  CHECK(faults_of(R"({"a/b":1,"ModerateScore":3,"moderateScore":9,"phone":""})") ==
        Faults{"error unknown-setting /a~1b", "error unknown-setting /ModerateScore",
               "error out-of-range /moderateScore", "error not-acceptable /phone"});
  CHECK(faults_of(R"({"$schema":"./clinic.schema.json","moderateScore":3})").empty());
  CHECK(faults_of("{}").empty());
}

TEST_CASE("A config is an object", "[json][config]") {
  for (const std::string_view bad : {"[]", "null", "3", "\"x\""})
    CHECK(faults_of(std::string(bad)) == Faults{"error wrong-type "});
}

TEST_CASE("No setting can switch off a rule or a danger sign", "[json][config]") {
  for (const std::string_view bad :
       {"rules", "disabledRules", "dangerSigns", "bloodPressure", "feverLimit", "minimumAge"})
    CHECK(faults_of(setting(bad, "0")) == Faults{"error unknown-setting /" + std::string(bad)});
}

TEST_CASE("A clinic may replace what it calls the check, and never what keeps a visitor safe", "[json][config]") {
  const auto faults_of_text = [](std::string_view key, std::string_view text) {
    return faults_of(R"({"texts":{"en":{")" + std::string(key) + "\":" + std::string(text) + "}}}");
  };
  for (const std::string_view key : replaceable_texts) CHECK(faults_of_text(key, R"("Ask {clinic}")").empty());
  for (const std::string_view key : {"item.danger-signs.option.chest", "level.expected.title", "rule.danger-sign",
                                     "action.call-emergency", "safety.no-driving", "net.emergency", "ui.start.danger",
                                     "call.clinic", "ui.trouble", "item.tiredness.high", ""})
    CHECK(faults_of_text(key, R"("x")") == Faults{"error not-replaceable /texts/en/" + std::string(key)});
  for (const std::string_view bad :
       {R"("")", R"("a\nb")", R"("{emergency}")", R"("{phone}")", R"("[a|b]")", "1", "null"})
    CHECK(faults_of_text("ui.start.title", bad) == Faults{"error not-acceptable /texts/en/ui.start.title"});
  CHECK(faults_of_text("cta.call.button", R"("Ring {phone}")").empty());
  CHECK(faults_of(R"({"texts":"x"})") == Faults{"error wrong-type /texts"});
  CHECK(faults_of(R"({"texts":{"en":[]}})") == Faults{"error wrong-type /texts/en"});
}

}  // namespace tiredness::test
