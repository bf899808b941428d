#include "tiredness/utf8.hpp"

#include <array>
#include <string>
#include <utility>

#include "catch.hpp"

namespace tiredness::test {
namespace {

TEST_CASE("A letter is taken off the front of a text, and what follows stays", "[utf8]") {
  const std::array<std::pair<std::string_view, char32_t>, 9> letters{{{"a", U'a'},
                                                                      {"\x7f", 0x7f},
                                                                      {"\xc2\x80", 0x80},
                                                                      {"\xdf\xbf", 0x7ff},
                                                                      {"\xe0\xa0\x80", 0x800},
                                                                      {"\xed\x9f\xbf", 0xd7ff},
                                                                      {"\xee\x80\x80", 0xe000},
                                                                      {"\xf0\x90\x80\x80", 0x10000},
                                                                      {"\xf4\x8f\xbf\xbf", 0x10ffff}}};
  for (const auto& [bytes, letter] : letters) {
    const std::string whole = std::string(bytes) + "b";
    std::string_view text = whole;
    CHECK(take_letter(text) == letter);
    CHECK(text == "b");
  }
}

TEST_CASE("Of what is no UTF-8 nothing is taken", "[utf8]") {
  const std::array<std::string_view, 15> broken{"\x80",      // goes on with nothing
                                                "\xbf",      //
                                                "\xc0\x80",  // too long for its letter
                                                "\xc1\xbf",  //
                                                "\xc2",      // cut off
                                                "\xc2"
                                                "b",                 //
                                                "\xe0\x9f\xbf",      // too long
                                                "\xe2\x82",          // cut off
                                                "\xed\xa0\x80",      // half of a pair
                                                "\xed\xbf\xbf",      //
                                                "\xf0\x8f\xbf\xbf",  // too long
                                                "\xf0\x9f\x98",      // cut off
                                                "\xf4\x90\x80\x80",  // beyond the last letter
                                                "\xf5\x80\x80\x80",  //
                                                "\xff"};
  for (const std::string_view bytes : broken) {
    std::string_view text = bytes;
    CHECK_FALSE(take_letter(text).has_value());
    CHECK(text == bytes);
  }
}

}  // namespace
}  // namespace tiredness::test
