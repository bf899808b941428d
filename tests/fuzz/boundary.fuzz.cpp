// Any text through the functions of the engine; the first byte says which, and whether there are texts.
#include <array>

#include "fuzz.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  using Function = std::string (*)(std::string_view, const json::Content*);
  constexpr std::array<Function, 7> functions{json::assess,        json::explain,  json::next_page, json::plan,
                                              json::questionnaire, json::validate, json::version};
  if (size == 0) return 0;
  const json::Content* texts = data[0] < 128 ? &json::shipped_content() : nullptr;
  fuzz::demand_envelope(functions[data[0] % functions.size()](fuzz::text_of(data + 1, size - 1), texts));
  // And the next call still works.
  fuzz::demand(json::version("{}", &json::shipped_content()).starts_with(R"({"ok":true)"), "the call after it failed",
               "");
  return 0;
}
