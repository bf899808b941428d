// Any text as a case file: assessed, explained, checked, and put as the next page.
#include "fuzz.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/report/explanation_words.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  json::Diagnostics faults;
  const auto assessment = json::assess_case(text, &json::shipped_content(), faults);
  fuzz::demand(assessment.has_value() != faults.has_errors(), "an assessment beside errors, or neither", text);
  json::Diagnostics more;
  fuzz::demand(json::explain_case(text, json::shipped_content(), more).has_value() == assessment.has_value(),
               "assess and explain disagree", text);
  static_cast<void>(json::validate_document(text, &json::shipped_content()));
  fuzz::demand_envelope(json::next_page(text, &json::shipped_content()));
  return 0;
}
