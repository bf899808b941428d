// Any text as the answers of a case.
#include "fuzz.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string request =
      R"({"now":"2026-11-20T14:00:00-05:00","answers":)" + std::string(fuzz::text_of(data, size)) + "}";
  const std::string answer = json::assess(request, &json::shipped_content());
  fuzz::demand_careful(request, answer);
  fuzz::demand(answer == json::assess(request, &json::shipped_content()), "two answers to one request", answer);
  return 0;
}
