# docs/<COMMAND>.md is what `tiredness-check <COMMAND> --format markdown` says.
# Run by ctest with -DPROGRAM, -DCOMMAND, -DDOCUMENT and -DWORK=<a folder to write to>.
set(again "Write it again: tiredness-check ${COMMAND} --format markdown > docs/${COMMAND}.md")
if(NOT EXISTS "${DOCUMENT}")
  message(FATAL_ERROR "${DOCUMENT} is missing. ${again}")
endif()
execute_process(COMMAND "${PROGRAM}" ${COMMAND} --format markdown OUTPUT_FILE "${WORK}/${COMMAND}.md" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${WORK}/${COMMAND}.md" "${DOCUMENT}" RESULT_VARIABLE differs)
if(differs)
  message(FATAL_ERROR "${DOCUMENT} is stale. ${again}")
endif()
