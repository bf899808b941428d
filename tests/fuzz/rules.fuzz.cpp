// Any text as a dump of rules: what is accepted is dumped and read again as the same rules.
#include "fuzz.hpp"
#include "tiredness/report/rules_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  json::Diagnostics faults;
  const auto book = json::read_rules(text, faults);
  fuzz::demand(book.has_value() != faults.has_errors(), "rules with faults, or none without", text);
  if (!book) return 0;
  fuzz::demand(json::looks_like_rules(text), "rules that do not look like any", text);
  const std::string dumped = json::rules_as_json(*book);
  json::Diagnostics again;
  const auto other = json::read_rules(dumped, again);
  fuzz::demand(other && *other == *book, "dumped and read, they are others", dumped);
  return 0;
}
