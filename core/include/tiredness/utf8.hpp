#pragma once
/// @brief UTF-8, letter by letter.

#include <optional>
#include <string_view>

namespace tiredness {

/// The letter that the text begins with, which is taken off. Nothing, and nothing is taken, where that is no UTF-8 (Unicode 15, table 3-7).
/// @param text not empty
std::optional<char32_t> take_letter(std::string_view& text);

}  // namespace tiredness
