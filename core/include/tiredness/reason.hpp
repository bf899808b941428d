#pragma once
/// @brief Why a rule fired: the answers that decided.

#include "tiredness/facts.hpp"
#include "tiredness/list.hpp"
#include "tiredness/rules.hpp"

namespace tiredness {

/// An answer that decided: the item, and the part of the answer that the rule read.
struct DecidingAnswer {
  ItemId item;
  std::uint32_t chosen;  ///< option bits of choice and multi items; 0 where the item was not answered
};

using DecidingAnswers = List<DecidingAnswer, items.size()>;

struct Reason {
  const Rule* rule;
  DecidingAnswers answers;
};

/// The answers a condition that is True stands on.
DecidingAnswers deciding_answers(Condition condition, const Facts& facts);

}  // namespace tiredness
