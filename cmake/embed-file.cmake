# Run by tiredness_embed(): bytes as integers, so that no length limit of string literals applies.
file(READ "${IN}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(('\\\\x..',)('\\\\x..',)?('\\\\x..',)?('\\\\x..',)?('\\\\x..',)?('\\\\x..',)?('\\\\x..',)?('\\\\x..',)?)" "\\1\n" bytes "${bytes}")
file(WRITE "${OUT}" "// Generated from ${SYMBOL}'s file; do not edit.
#include <string_view>
extern const std::string_view ${SYMBOL};
namespace { constexpr char bytes[] = {
${bytes}'\\0'}; }
const std::string_view ${SYMBOL}{bytes, ${size}};
")
