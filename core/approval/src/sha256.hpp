#pragma once
/// @brief SHA-256 (FIPS 180-4), for the hashes by which a clinic knows what it approved.

#include <string>
#include <string_view>

namespace tiredness::json {

/// In 64 hexadecimal digits, as `sha256sum` prints it.
std::string sha256(std::string_view bytes);

}  // namespace tiredness::json
