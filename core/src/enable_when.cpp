#include "tiredness/facts.hpp"

namespace tiredness {
namespace {

struct Enabling {
  ItemId item;
  Condition when;
};

/// When an item is asked. An item that is not listed is always asked.
constexpr std::array enabling{
    Enabling{item("unsure-signs"), when<has("danger-signs", "unsure")>()},
    Enabling{item("setting"), when<is_not("session-ended", "not-yet")>()},
    Enabling{item("dose-as-planned"), when<has("setting", "home", "unsure")>()},
    Enabling{item("daily-dose"), when<has("setting", "home", "unsure")>()},
    Enabling{item("between-sessions"), when<is_not("session-ended", "not-yet")>()},
    Enabling{item("slept"), when<session_within(96)>()},
    Enabling{item("company"), when<any_of(session_within(24), drowsy())>()},
    Enabling{item("tiredness-first-day"), when<session_at_or_after(24)>()},
    Enabling{item("trend"), when<is_not("session-ended", "not-yet")>()},
    Enabling{item("rest-helps"),
             when<all_of(at_least("tiredness", Setting::ModerateScore), session_at_or_after(24))>()},
    Enabling{item("pregnancy"), when<is_not("age", "65-plus")>()},
    Enabling{
        item("background-signs"),
        when<any_of(has("before-session", "yes", "unsure"), session_at_or_after(Setting::ExpectedTirednessHours))>()},
    // Only a plain "no" spares a list, and what stands in a list beats it: a list that is answered stays asked, and counts.
    Enabling{item("taken-today"), when<any_of(is_not("medicines", "no"), answered("taken-today"))>()},
    Enabling{item("medicine-changes"), when<any_of(is_not("medicines", "no"), answered("medicine-changes"))>()},
};

constexpr auto by_item = [] {
  std::array<Condition, items.size()> conditions{};
  conditions.fill(always);
  for (const Enabling& entry : enabling) conditions[static_cast<std::size_t>(entry.item)] = entry.when;
  return conditions;
}();

}  // namespace

Condition enable_when(ItemId id) { return by_item[static_cast<std::size_t>(id)]; }

}  // namespace tiredness
