// Any text as kept check-ins: bad ones are set aside, and nothing kept makes a result calmer.
#include "fuzz.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace {
constexpr std::string_view calm =
    R"({"now":"2026-11-20T14:00:00-05:00","answers":{"who":"self","age":"18-64","danger-signs":["none"],"self-harm":"no",)"
    R"("session-ended":"2026-11-19T08:00:00-05:00","setting":"clinic","alertness":"awake","slept":"yes","tiredness":4,)"
    R"("function":"some","trend":"worse","body-symptoms":["none"],"mind-symptoms":["none"],"taken-today":["none"],)"
    R"("medicine-changes":["none"],"conditions":["none"],"pregnancy":"no","before-session":"no"},"history":)";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string answer =
      json::assess(std::string(calm) + std::string(fuzz::text_of(data, size)) + "}", &json::shipped_content());
  fuzz::demand_envelope(answer);
  fuzz::demand(!answer.starts_with(R"({"ok":true)") || answer.find(R"("level":"same-day")") != std::string::npos,
               "a kept check-in changed a level that it cannot lower", answer);
  return 0;
}
