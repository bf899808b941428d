# Fails where a layer knows what it must not. Run by ctest with -DSOURCE=<the project>.
#   core            standard library only: no JSON, no streams, no clock (calendars, yes), no browser
#   core/json       nlohmann_json in document.cpp alone, and in no public header; no report, FHIR, review or approval, no texts that ship

# forbid(<what> <pattern> <file>…): nothing in the files, comments left out, may match.
function(forbid what pattern)
  foreach(file IN LISTS ARGN)
    file(READ "${file}" code)
    string(REGEX REPLACE "//[^\n]*" "" code "${code}")
    if(code MATCHES "[^\n]*(${pattern})[^\n]*")
      file(RELATIVE_PATH name "${SOURCE}" "${file}")
      message(SEND_ERROR "${name}: ${what} does not belong here: ${CMAKE_MATCH_0}")
    endif()
  endforeach()
endfunction()

file(GLOB_RECURSE core "${SOURCE}/core/include/*" "${SOURCE}/core/src/*")
file(GLOB_RECURSE json "${SOURCE}/core/json/*")
file(GLOB_RECURSE json_public "${SOURCE}/core/json/include/*")
file(GLOB_RECURSE ours "${SOURCE}/core/*.[ch]pp" "${SOURCE}/wasm/*.[ch]pp")
list(REMOVE_ITEM ours "${SOURCE}/core/json/src/document.cpp")
foreach(group core json json_public ours)
  list(LENGTH ${group} count)
  if(count LESS 5)
    message(SEND_ERROR "only ${count} files in ${group}: have they moved?")
  endif()
endforeach()

forbid("nlohmann_json" "nlohmann" ${core} ${json_public} ${ours})
forbid("JSON" "json|JSON" ${core})
forbid("what is made of the codec" "#include \"tiredness/(report|fhir|review|approval|texts)/" ${json})
forbid("a stream" "#include *<(iostream|fstream|sstream|ostream|istream|cstdio|stdio\\.h)>|std::c(out|err|in)" ${core})
forbid("a clock" "#include *<(ctime|time\\.h)>|_clock|std::time\\(|gettimeofday" ${core})
forbid("chance" "#include *<random>|std::rand\\(" ${core})
forbid("the browser" "emscripten|EMSCRIPTEN" ${core} ${json_public})
