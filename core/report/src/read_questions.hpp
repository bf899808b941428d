#pragma once
/// @brief Reads the questions of a dump: items, what is derived from their answers, and when each is asked.

#include "dump.hpp"

namespace tiredness::json {

void read_items(const Dump& dump, const Value& value);

/// The treatment day, drowsiness, and options that count as others.
void read_derived(const Dump& dump, const Value& value);

/// @pre items and derived values were read: on those it stands
void read_asked_when(const Dump& dump, const Value& value);

}  // namespace tiredness::json
