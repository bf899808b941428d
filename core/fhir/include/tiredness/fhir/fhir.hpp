#pragma once
/// @brief The questionnaire and the answers to it as HL7 FHIR R4, for a care team's own systems. docs/fhir.md says how
/// each part is mapped and what FHIR cannot say.
///
/// For the command line; the browser's engine does not link it (web/src/features/take-away/fhir.ts writes the same response there).

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

/// The questionnaire as a FHIR `Questionnaire`, in that language. Nothing where there are no texts in it.
std::optional<std::string> questionnaire_as_fhir(std::string_view language, const Content& content);

/// The answers of a case as a FHIR `QuestionnaireResponse`: answers alone, without a person and without a result. Nothing if
/// the case has errors, or does not say when it was made; they are then in `faults`.
std::optional<std::string> response_as_fhir(std::string_view case_text, const Content& content, Diagnostics& faults);

/// The case that a FHIR `QuestionnaireResponse` holds. A text that is no FHIR resource comes back as it is. Nothing if the
/// response cannot be used; every fault is then in `faults`, by its place in the response.
std::optional<std::string> case_from_fhir(std::string_view text, const Content& content, Diagnostics& faults);

}  // namespace tiredness::json
