// The engine as JavaScript sees it: stateless functions, each one JSON string in and one out, the envelope
// {"ok":true,"value":…} or {"ok":false,"diagnostics":[…]}. Nothing here knows what is in the strings, and
// nothing needs .delete(): see core/json/include/tiredness/json/engine.hpp.
#include <emscripten/bind.h>

#include <string>

#include "tiredness/json/engine.hpp"

namespace {

template <std::string (*engine_function)(std::string_view)>
std::string call(const std::string& request) {
  return engine_function(request);
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
