# Two dependencies, both from the system's packages; nothing is fetched while building.
#   nlohmann_json  its lexer checks JSON tokens and UTF-8 for us (core/json only)
#   Catch2         the unit tests

# The header folder is copied to a folder of its own: a cross compiler must not see the rest of /usr/include.
find_path(TIREDNESS_NLOHMANN_INCLUDE nlohmann/json.hpp
  PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(COPY "${TIREDNESS_NLOHMANN_INCLUDE}/nlohmann" DESTINATION "${CMAKE_BINARY_DIR}/third_party/include")
add_library(tiredness_nlohmann INTERFACE)
target_include_directories(tiredness_nlohmann SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/third_party/include")
target_compile_definitions(tiredness_nlohmann INTERFACE JSON_NOEXCEPTION)

# Catch2 3 where the system has it, else 2 with a main of our own (tests/unit/main.cpp).
function(tiredness_find_catch2)
  find_package(Catch2 3 QUIET)
  if(NOT Catch2_FOUND)
    find_package(Catch2 2 REQUIRED)
  endif()
  set(Catch2_VERSION "${Catch2_VERSION}" PARENT_SCOPE)
endfunction()
