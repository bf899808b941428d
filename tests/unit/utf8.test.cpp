#include "tiredness/utf8.hpp"

#include <array>
#include <string>
#include <utility>

#include "catch.hpp"

namespace tiredness::test {
namespace {

using std::string_view_literals::operator""sv;

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
  for (const std::string_view bytes : {// Begins no letter.
                                       "\x80"sv, "\xbf"sv, "\xf5\x80\x80\x80"sv, "\xff"sv,
                                       // Longer than its letter needs.
                                       "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv, "\xf0\x8f\xbf\xbf"sv,
                                       // Cut off.
                                       "\xc2"sv, "\xc2z"sv, "\xe2\x82"sv, "\xf0\x9f\x98"sv,
                                       // Half of a pair, and beyond the last letter.
                                       "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xf4\x90\x80\x80"sv}) {
    std::string_view text = bytes;
    CHECK_FALSE(take_letter(text).has_value());
    CHECK(text == bytes);
  }
}

}  // namespace
}  // namespace tiredness::test
