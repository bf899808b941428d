# tiredness_embed(<out.cpp> <symbol> <file>): writes a C++ file that defines
#   extern const std::string_view <symbol>;
# with the bytes of <file>, made again whenever the file changes.
function(tiredness_embed out symbol file)
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed-file.cmake")
  add_custom_command(
    OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DIN=${file}" "-DOUT=${out}" "-DSYMBOL=${symbol}" -P "${script}"
    DEPENDS "${file}" "${script}"
    COMMENT "Embedding ${symbol}"
    VERBATIM)
endfunction()
