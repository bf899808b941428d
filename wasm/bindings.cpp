// The engine as JavaScript sees it: stateless functions, each one JSON string in and one out, the envelope
// {"ok":true,"value":…} or {"ok":false,"diagnostics":[…]}. Nothing here knows what is in the strings, and
// nothing needs .delete(): see core/json/include/tiredness/json/engine.hpp.
#include <emscripten/bind.h>

#include <string>

#include "tiredness/json/engine.hpp"
#ifndef TIREDNESS_PAGE_ENGINE
#include "tiredness/texts/shipped_content.hpp"
#endif

namespace {

/// The page has the texts of one language and fills them in itself: it gets their keys. The clinical lead's page gets texts.
const tiredness::json::Content* content() {
#ifdef TIREDNESS_PAGE_ENGINE
  return nullptr;
#else
  return &tiredness::json::shipped_content();
#endif
}

template <std::string (*engine_function)(std::string_view, const tiredness::json::Content*)>
std::string call(const std::string& request) {
  return engine_function(request, content());
}

}  // namespace

EMSCRIPTEN_BINDINGS(tiredness) {
  emscripten::function("assess", &call<tiredness::json::assess>);
  emscripten::function("nextPage", &call<tiredness::json::next_page>);
  emscripten::function("plan", &call<tiredness::json::plan>);
  emscripten::function("questionnaire", &call<tiredness::json::questionnaire>);
  emscripten::function("validate", &call<tiredness::json::validate>);
  emscripten::function("version", &call<tiredness::json::version>);
#ifndef TIREDNESS_PAGE_ENGINE  // staff read explanations, a page never asks for one: 0.8 KB
  emscripten::function("explain", &call<tiredness::json::explain>);
#endif
}
