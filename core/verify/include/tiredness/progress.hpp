#pragma once
/// @brief How far something has come that takes seconds.

#include <functional>

namespace tiredness {

/// Called with how much of the work is done, and how much there is.
using Progress = std::function<void(unsigned done, unsigned all)>;

}  // namespace tiredness
