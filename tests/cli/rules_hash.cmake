# The hash that --version tells is that of the rules that ship.
# Run by ctest with -DPROGRAM -DWORK=<a folder to write to>.
# After a change of the rules: set version and hash in core/include/tiredness/rules_version.hpp, and note the rules in
# the changelog.
set(output "${WORK}/rules.json")
execute_process(COMMAND "${PROGRAM}" rules --format json OUTPUT_FILE "${output}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${PROGRAM}" --version OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
file(SHA256 "${output}" actual)
if(NOT version MATCHES "SHA-256 ([0-9a-f]+)")
  message(FATAL_ERROR "--version tells no hash:\n${version}")
endif()
if(NOT CMAKE_MATCH_1 STREQUAL actual)
  message(FATAL_ERROR "The rules have changed. Their SHA-256 is\n  ${actual}\nand --version says\n  ${CMAKE_MATCH_1}")
endif()
