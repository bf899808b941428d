#pragma once
/// @brief JSON in one way only, so that the same content has the same hash wherever it is written.

#include <string>

#include "tiredness/json/document.hpp"

namespace tiredness::json {

/// Without spaces, the members of each object by name, strings as `JSON.stringify` escapes them. `jq -cjS .` writes the same.
std::string canonical(const Value& value);

/// The same of an object, with these of its members alone.
std::string canonical_members(const Value& object, bool (*wanted)(std::string_view name));

}  // namespace tiredness::json
