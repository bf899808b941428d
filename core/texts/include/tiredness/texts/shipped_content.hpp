#pragma once
/// @brief The texts that ship: the files of core/content, embedded while building.

#include "tiredness/json/content.hpp"

namespace tiredness::json {

/// Every catalogue and every source, read once.
const Content& shipped_content();

}  // namespace tiredness::json
