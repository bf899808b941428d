#pragma once
/// @brief Catch2 3, or 2 where the system has no newer one; and how our own types are printed when a check fails.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>
#include <string_view>

#include "tiredness/level.hpp"
#include "tiredness/predicate.hpp"

namespace Catch {

template <>
struct StringMaker<tiredness::Level> {
  static std::string convert(tiredness::Level level) { return std::string(tiredness::id_of(level)); }
};

template <>
struct StringMaker<tiredness::Truth> {
  static std::string convert(tiredness::Truth truth) {
    if (truth == tiredness::Truth::Unknown) return "unknown";
    return truth == tiredness::Truth::True ? "true" : "false";
  }
};

}  // namespace Catch
