// Any text as a clinic's settings: refused settings are never used, and nothing becomes calmer.
#include "fuzz.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  static_cast<void>(json::validate_document(text, &json::shipped_content(), json::DocumentKind::Config));
  json::Diagnostics faults;
  const ClinicConfig config = json::load_config(text, faults);
  for (std::size_t i = 0; i < setting_ranges.size(); ++i) {
    const int value = config[static_cast<Setting>(i)];
    fuzz::demand(value >= setting_ranges[i].least && value <= setting_ranges[i].most, "a setting out of its range",
                 text);
  }
  const std::string calmer = json::assess(
      R"({"answers":{"danger-signs":["chest"]},"config":)" + std::string(text) + "}", &json::shipped_content());
  fuzz::demand_envelope(calmer);
  fuzz::demand(!calmer.starts_with(R"({"ok":true)") || calmer.find(R"("level":"emergency")") != std::string::npos,
               "a setting lowered a level", calmer);
  return 0;
}
