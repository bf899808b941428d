// In place of the one file of libembind: it registers some thirty C++ types, from bool to wide strings, and every one of
// them brings JavaScript that turns it into a value. The engine's functions take and give strings: 3 KB, compressed.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <string>
#include <typeinfo>

extern "C" {

/// The name of a type that was never bound, for an error that only a fault in bindings.cpp can cause.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return ""; }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // extern "C"
