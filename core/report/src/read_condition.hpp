#pragma once
/// @brief Reads a condition of a dump.

#include "dump.hpp"

namespace tiredness::json {

/// Whether the value is one that is derived from answers: conditions of those stand on answers alone.
constexpr bool is_derived(Op op) { return op == Op::TreatmentDay || op == Op::AfterTreatmentDay || op == Op::Drowsy; }

/// The condition; no nodes where it has a fault: then it is not used any more.
Nodes read_condition(const Dump& dump, const Value& value);

}  // namespace tiredness::json
