// Any text through the six functions of the engine; the first byte says which.
#include <array>

#include "fuzz.hpp"
#include "tiredness/json/engine.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  using Function = std::string (*)(std::string_view);
  constexpr std::array<Function, 6> functions{json::assess,        json::explain,  json::next_page,
                                              json::questionnaire, json::validate, json::version};
  if (size == 0) return 0;
  fuzz::demand_envelope(functions[data[0] % functions.size()](fuzz::text_of(data + 1, size - 1)));
  // And the next call still works.
  fuzz::demand(json::version("{}").starts_with(R"({"ok":true)"), "the call after it failed", "");
  return 0;
}
