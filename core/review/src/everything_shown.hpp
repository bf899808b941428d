#pragma once
/// @brief All that a visitor may be shown, as the engine's replies to requests that ask for it. Texts are told apart by their keys.

#include <string>
#include <string_view>
#include <vector>

#include "tiredness/verify.hpp"

namespace tiredness::json {

/// Replies with and without everything that a clinic may set, and all pages, empty and answered.
/// @param own_config the settings under which the witnesses were found, as JSON
std::vector<std::string> everything_shown(const std::vector<Situation>& witnesses, std::string_view own_config);

}  // namespace tiredness::json
