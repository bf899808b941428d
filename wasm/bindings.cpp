// The engine's stateless functions, each one JSON string in and one out, the envelope {"ok":true,"value":…} or
// {"ok":false,"diagnostics":[…]}. Nothing here knows what is in the strings: see
// core/json/include/tiredness/json/engine.hpp. calls.js makes functions on JavaScript's strings of them.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <string>

#include "tiredness/json/engine.hpp"

namespace {

/// The reply of the last call, which the caller reads before the next one: UTF-8 with a zero behind it, and none in it, as
/// JSON writes a zero as \u0000.
std::string reply;

}  // namespace

/// engine_<name>(request, size): the request is UTF-8 of so many bytes.
#define TIREDNESS_EXPORT(name, engine_function)                                                          \
  extern "C" EMSCRIPTEN_KEEPALIVE const char* engine_##name(const char* request, std::size_t size) {     \
    reply = tiredness::json::engine_function(std::string_view(request, size));                           \
    return reply.c_str();                                                                                \
  }

TIREDNESS_EXPORT(assess, assess)
TIREDNESS_EXPORT(nextPage, next_page)
TIREDNESS_EXPORT(questionnaire, questionnaire)
TIREDNESS_EXPORT(validate, validate)
TIREDNESS_EXPORT(version, version)
#ifndef TIREDNESS_PAGE_ENGINE  // staff read explanations, a page never asks for one: 0.8 KB
TIREDNESS_EXPORT(explain, explain)
#endif
