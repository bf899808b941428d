// What the clinical lead's page asks beside the engine's functions: see review.hpp of core/review and approval.hpp of core/approval. Those that take
// seconds are told whom to call with how far they are.
#include <emscripten/bind.h>

#include <string>

#include "tiredness/approval/approval.hpp"
#include "tiredness/review/review.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace {

template <std::string (*review_function)(std::string_view)>
std::string call(const std::string& request) {
  return review_function(request);
}

template <std::string (*review_function)(std::string_view, const tiredness::json::Content&)>
std::string call_with_texts(const std::string& request) {
  return review_function(request, tiredness::json::shipped_content());
}

template <std::string (*review_function)(std::string_view, const tiredness::Progress&)>
std::string call_watched(const std::string& request, const emscripten::val& watch) {
  return review_function(request, [&watch](unsigned done, unsigned all) { watch(done, all); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(tiredness_review) {
  emscripten::function("hashes", &call<tiredness::json::hashes>);
  emscripten::function("rules", &call_with_texts<tiredness::json::rules_in_words>);
  emscripten::function("calm", &call<tiredness::json::calm_case>);
  emscripten::function("map", &call<tiredness::json::level_map>);
  emscripten::function("explainInWords", &call_with_texts<tiredness::json::explain_in_words>);
  emscripten::function("cases", &call_watched<tiredness::json::deciding_cases>);
  emscripten::function("diff", &call_watched<tiredness::json::diff_settings>);
  emscripten::function("verify", &call_watched<tiredness::json::verify_settings>);
}
