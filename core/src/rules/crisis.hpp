#pragma once
/// @brief Rules of level `crisis`: call or text 988 now.

#include "tiredness/rules.hpp"

namespace tiredness::rules {

inline constexpr std::array crisis{
    Rule{"self-harm-thoughts", Level::Crisis, "D07 K41",
         when<has("self-harm", "thoughts", "unsure", "cannot-stay-safe", "plan", "harm-others")>()},
    Rule{"death-wish", Level::Crisis, "D07", when<has("mind-symptoms", "death-wish")>()},
};

}  // namespace tiredness::rules
