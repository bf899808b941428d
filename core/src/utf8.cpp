#include "tiredness/utf8.hpp"

namespace tiredness {

std::optional<char32_t> take_letter(std::string_view& text) {
  const auto byte = [&](std::size_t at) -> char32_t {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  const char32_t first = byte(0);
  const char32_t second = byte(1);
  const std::size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const bool begins_none = (first >= 0x80 && first < 0xc2) || first > 0xf4;
  const bool is_too_long = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool is_no_letter = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
  if (begins_none || is_too_long || is_no_letter) return std::nullopt;
  char32_t letter = size == 1 ? first : first & (0x7fU >> size);
  for (std::size_t at = 1; at < size; ++at) {
    if ((byte(at) & 0xc0U) != 0x80) return std::nullopt;
    letter = (letter << 6U) | (byte(at) & 0x3fU);
  }
  text.remove_prefix(size);
  return letter;
}

}  // namespace tiredness
