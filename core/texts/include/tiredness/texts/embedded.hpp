#pragma once
/// @brief The content files, embedded while building (core/content/*.json).

#include <string_view>
#include <vector>

namespace tiredness::json {

std::vector<std::string_view> embedded_catalogues();
std::string_view embedded_sources();

}  // namespace tiredness::json
