# Toolchain file of the wasm preset: finds the installed Emscripten and hands over to its own toolchain file.
# em-config knows where Emscripten lives, whether a distribution packaged it or emsdk unpacked it.
if(NOT DEFINED ENV{TIREDNESS_EMSCRIPTEN_ROOT})
  find_program(TIREDNESS_EM_CONFIG em-config)
  if(TIREDNESS_EM_CONFIG)
    execute_process(COMMAND "${TIREDNESS_EM_CONFIG}" EMSCRIPTEN_ROOT
      OUTPUT_VARIABLE tiredness_root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT EXISTS "${tiredness_root}/cmake/Modules/Platform/Emscripten.cmake")
    set(tiredness_root /usr/share/emscripten)  # where Debian keeps it
  endif()
  # try_compile reads this file again: do not ask twice.
  set(ENV{TIREDNESS_EMSCRIPTEN_ROOT} "${tiredness_root}")
endif()
set(tiredness_toolchain "$ENV{TIREDNESS_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${tiredness_toolchain}")
  message(FATAL_ERROR "Emscripten was not found: run script/bootstrap, or put em++ and em-config on the PATH.")
endif()
include("${tiredness_toolchain}")
