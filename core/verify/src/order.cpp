#include "order.hpp"

#include <array>
#include <bit>

namespace tiredness::verification {
namespace {

struct Worse {
  std::string_view link_id;
  std::string_view better;
  std::string_view worse;  ///< empty: not answered
};

/// The order of answers, as the clinical specification gives it, and principle 3: unsure or missing is never better than
/// the best known answer. Steps that follow from others are left out.
constexpr std::array orders{
    Worse{"alertness", "awake", "drowsy"},
    Worse{"alertness", "drowsy", "cannot-stay-awake"},
    Worse{"company", "with-adult", "alone"},
    Worse{"function", "usual", "some"},
    Worse{"function", "some", "cannot-usual"},
    Worse{"function", "cannot-usual", "cannot-self-care"},
    Worse{"trend", "better", "same"},
    Worse{"trend", "same", "worse"},
    Worse{"self-harm", "no", "decline"},
    Worse{"self-harm", "no", "thoughts"},
    Worse{"self-harm", "decline", "cannot-stay-safe"},
    Worse{"self-harm", "decline", "plan"},
    Worse{"self-harm", "thoughts", "cannot-stay-safe"},
    Worse{"self-harm", "thoughts", "plan"},
    Worse{"dose-as-planned", "planned", "unsure"},
    Worse{"dose-as-planned", "unsure", "more"},
    Worse{"setting", "clinic", "home"},
    Worse{"rest-helps", "helps", "some"},
    Worse{"rest-helps", "some", "no"},
    Worse{"between-sessions", "clears", "longer"},
    Worse{"between-sessions", "longer", "stays"},
    Worse{"daily-dose", "no", "unsure"},
    Worse{"daily-dose", "unsure", "yes"},
    // Unsure or missing, against the best known answer.
    Worse{"age", "18-64", ""},
    Worse{"alertness", "awake", "unsure"},
    Worse{"alertness", "awake", "not-checked"},
    Worse{"alertness", "awake", ""},
    Worse{"company", "with-adult", ""},
    Worse{"function", "usual", "unsure"},
    Worse{"function", "usual", ""},
    Worse{"trend", "better", "unsure"},
    Worse{"trend", "better", "too-soon"},
    Worse{"trend", "better", ""},
    Worse{"self-harm", "no", "unsure"},
    Worse{"self-harm", "no", "not-known"},
    Worse{"self-harm", "no", ""},
    Worse{"dose-as-planned", "planned", ""},
    Worse{"setting", "clinic", "unsure"},
    Worse{"setting", "clinic", ""},
    Worse{"rest-helps", "helps", ""},
    Worse{"between-sessions", "clears", "unsure"},
    Worse{"between-sessions", "clears", ""},
    Worse{"between-sessions", "first", "unsure"},
    Worse{"between-sessions", "first", ""},
    Worse{"daily-dose", "no", ""},
    Worse{"pregnancy", "no", "decline"},
    Worse{"pregnancy", "no", ""},
    Worse{"before-session", "no", "unsure"},
    Worse{"before-session", "no", ""},
    Worse{"medicines", "no", "yes"},
    Worse{"medicines", "no", "unsure"},
    Worse{"medicines", "no", ""},
    // Within the day the best known answer is "no"; later, sleep has no bearing.
    Worse{"slept", "no", "unsure"},
    Worse{"slept", "no", ""},
};

std::uint32_t chosen_of(ItemId id, std::string_view option) {
  return option.empty() ? 0 : 1U << *find_option(item_of(id), option);
}

bool stands_for(const Value& value, std::uint32_t option) {
  return option == 0 ? value.chosen == 0 : (value.stands_for & option) != 0;
}

std::vector<Step> choice_steps(ItemId id, const std::vector<Value>& values) {
  std::vector<Step> steps;
  for (const Worse& order : orders) {
    if (find_item(order.link_id) != id) continue;
    Step step{values.size(), values.size()};
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (stands_for(values[i], chosen_of(id, order.better))) step.better = i;
      if (stands_for(values[i], chosen_of(id, order.worse))) step.worse = i;
    }
    if (step.better != step.worse) steps.push_back(step);
  }
  return steps;
}

/// By number; and no answer against 0. The first day is only a yardstick: the best one is the highest.
std::vector<Step> number_steps(ItemId id, const std::vector<Value>& values) {
  if (id == item("tiredness-first-day")) return {{values.size() - 1, 0}};
  std::vector<Step> steps{{1, 0}};
  for (std::size_t i = 1; i + 1 < values.size(); ++i) steps.push_back({i, i + 1});
  return steps;
}

/// By inclusion: one more option. "None" is the best known answer: it gives way to a sign, and to no answer.
std::vector<Step> inclusion_steps(ItemId id, const std::vector<Value>& values) {
  const auto none_place = find_option(item_of(id), "none");
  const std::uint32_t none = none_place ? 1U << *none_place : 0;
  std::vector<Step> steps;
  for (std::size_t better = 0; better < values.size(); ++better)
    for (std::size_t worse = 0; worse < values.size(); ++worse) {
      const std::uint32_t had = values[better].chosen;
      const std::uint32_t has = values[worse].chosen;
      const bool one_more = had != 0 && (had & ~has) == 0 && std::popcount(has & ~had) == 1;
      const bool from_none = none != 0 && had == none && (has & none) == 0;
      if (one_more || from_none) steps.push_back({better, worse});
    }
  return steps;
}

/// Seconds of an exact time, or of the start of a date.
std::int64_t longest_of(const Value& value) {
  return value.session.kind == SessionAnswer::Kind::Elapsed ? value.session.elapsed
                                                            : resolve(value.session, value.now).time.longest;
}

/// From 24 hours on, longer; and not known, or not answered, against a time within the day.
std::vector<Step> session_steps(const std::vector<Value>& values) {
  using Kind = SessionAnswer::Kind;
  constexpr std::int64_t day = seconds_per_day;
  std::vector<Step> steps;
  for (std::size_t better = 0; better < values.size(); ++better) {
    const SessionTime t = resolve(values[better].session, values[better].now).time;
    if (!t.known()) continue;
    for (std::size_t worse = 0; worse < values.size(); ++worse) {
      const SessionTime other = resolve(values[worse].session, values[worse].now).time;
      const bool same_kind = values[worse].session.kind == values[better].session.kind ||
                             values[worse].session.kind == Kind::TwoWeeksOrMore;
      const bool longer = other.known() && same_kind && t.shortest >= day && other.shortest >= t.shortest &&
                          other.longest >= t.longest && better != worse;
      const bool unclear =
          other.unclear() && values[better].session.kind == Kind::Elapsed && longest_of(values[better]) == day - 1;
      if (longer || unclear) steps.push_back({better, worse});
    }
  }
  return steps;
}

}  // namespace

std::vector<Step> steps_of(unsigned place, const std::vector<Value>& values) {
  if (place == history_item) return {};
  const auto id = static_cast<ItemId>(place);
  switch (item_of(id).type) {
    case ItemType::Choice: return choice_steps(id, values);
    case ItemType::Integer: return number_steps(id, values);
    case ItemType::Multi: return inclusion_steps(id, values);
    case ItemType::DateTime: return session_steps(values);
  }
  return {};
}

}  // namespace tiredness::verification
