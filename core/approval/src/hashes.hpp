#pragma once
/// @brief What an approval is of: the rules, the engine, the sources, the settings and the texts, each by its SHA-256.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "tiredness/json/document.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {

/// A hash by its name, which is also its place in an approval: `rules`, `texts/en`.
using Hashes = std::map<std::string, std::string, std::less<>>;

/// @param config the clinic's settings, an object; none stands for the defaults.
Hashes hashes_of(const Value* config);

/// As they stand in an approval: `texts/en` within `texts`.
void write_hashes(Writer& out, const Hashes& all);

}  // namespace tiredness::json
