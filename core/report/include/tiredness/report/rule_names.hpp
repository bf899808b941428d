#pragma once
/// @brief The names of operators and types in a dump of the rules. What a name means never changes: a new meaning is a new
/// name, so that an old dump says for ever what it said.

#include <array>
#include <optional>
#include <string_view>

#include "tiredness/predicate.hpp"
#include "tiredness/questionnaire.hpp"

namespace tiredness::json {

template <class Thing>
struct Named {
  Thing thing;
  std::string_view name;
};

inline constexpr std::array op_names{
    Named<Op>{Op::AllOf, "allOf"},
    Named<Op>{Op::AnyOf, "anyOf"},
    Named<Op>{Op::Has, "has"},
    Named<Op>{Op::Only, "only"},
    Named<Op>{Op::IsNot, "isNot"},
    Named<Op>{Op::CountAtLeast, "countAtLeast"},
    Named<Op>{Op::Missing, "missing"},
    Named<Op>{Op::NotEnabled, "notEnabled"},
    Named<Op>{Op::AtLeast, "atLeast"},
    Named<Op>{Op::Below, "below"},
    Named<Op>{Op::Above, "above"},
    Named<Op>{Op::SessionAtOrAfter, "sessionAtOrAfter"},
    Named<Op>{Op::SessionWithin, "sessionWithin"},
    Named<Op>{Op::SessionWithinKnown, "sessionWithinKnown"},
    Named<Op>{Op::SessionBefore, "sessionBefore"},
    Named<Op>{Op::SessionKnown, "sessionKnown"},
    Named<Op>{Op::SessionUnclear, "sessionUnclear"},
    Named<Op>{Op::SessionNotYet, "sessionNotYet"},
    Named<Op>{Op::TreatmentDay, "treatmentDay"},
    Named<Op>{Op::AfterTreatmentDay, "afterTreatmentDay"},
    Named<Op>{Op::Drowsy, "drowsy"},
    Named<Op>{Op::RoseSinceCheck, "roseSinceCheck"},
    Named<Op>{Op::SameSinceCheck, "sameSinceCheck"},
    Named<Op>{Op::CoursePersistent, "coursePersistent"},
    Named<Op>{Op::CoursePersistentDaily, "coursePersistentDaily"},
};

inline constexpr std::array type_names{
    Named<ItemType>{ItemType::Choice, "choice"},
    Named<ItemType>{ItemType::Multi, "multi"},
    Named<ItemType>{ItemType::Integer, "integer"},
    Named<ItemType>{ItemType::DateTime, "dateTime"},
};

/// A default completes the list of the rules: the levels where none of them fires.
inline constexpr std::string_view rule_kind = "rule";
inline constexpr std::string_view default_kind = "default";

template <class Thing, std::size_t N>
constexpr std::string_view name_in(const std::array<Named<Thing>, N>& names, Thing thing) {
  for (const auto& entry : names)
    if (entry.thing == thing) return entry.name;
  return {};
}

template <class Thing, std::size_t N>
constexpr std::optional<Thing> find_in(const std::array<Named<Thing>, N>& names, std::string_view name) {
  for (const auto& entry : names)
    if (entry.name == name) return entry.thing;
  return std::nullopt;
}

static_assert(op_names.size() == static_cast<std::size_t>(Op::CoursePersistentDaily) + 1, "every operator has a name");

}  // namespace tiredness::json
