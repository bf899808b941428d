#pragma once
/// @brief Ordinary tiredness, which must come out as `expected`: over-caution is a defect as well as under-caution.

#include <string_view>
#include <vector>

#include "tiredness/answers.hpp"

namespace tiredness::verification {

struct OrdinaryCase {
  std::string_view story;
  Answers answers;
};

std::vector<OrdinaryCase> ordinary_situations();

}  // namespace tiredness::verification
