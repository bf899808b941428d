// Any text as a FHIR response: read as a case, which then has no errors, and written back.
#include "fuzz.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/fhir/fhir.hpp"
#include "tiredness/texts/shipped_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  json::Diagnostics faults;
  const auto found = json::case_from_fhir(text, json::shipped_content(), faults);
  fuzz::demand(found.has_value() != faults.has_errors(), "a case beside errors, or neither", text);
  if (!found) return 0;
  json::Diagnostics case_faults;
  const auto assessment = json::assess_case(*found, &json::shipped_content(), case_faults);
  const bool was_response = *found != text;
  fuzz::demand(assessment.has_value() || !was_response, "a response gave a case that cannot be assessed", text);
  json::Diagnostics response_faults;
  const auto written = json::response_as_fhir(*found, json::shipped_content(), response_faults);
  fuzz::demand(written.has_value() != response_faults.has_errors(), "a response beside errors, or neither", text);
  if (!written) return 0;
  json::Diagnostics again;
  const auto read_back = json::case_from_fhir(*written, json::shipped_content(), again);
  fuzz::demand(read_back.has_value() && again.all().empty(), "what was written is not read", text);
  json::Diagnostics last;
  fuzz::demand(!was_response || json::response_as_fhir(*read_back, json::shipped_content(), last) == written,
               "written differently the second time", text);
  return 0;
}
