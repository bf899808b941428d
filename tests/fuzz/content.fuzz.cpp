// Any text as a catalogue.
#include "fuzz.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  const json::Diagnostics faults = json::validate_document(text, &json::shipped_content(), json::DocumentKind::Content);
  fuzz::demand(size > 4096 || !faults.all().empty(), "a catalogue too small to be whole has no fault", text);
  return 0;
}
