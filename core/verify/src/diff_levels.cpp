#include "diff_levels.hpp"

#include <algorithm>
#include <bit>

namespace tiredness::verification {
namespace {

bool has_session_test(const SessionTime& t, Op op, std::int64_t threshold) {
  switch (op) {
    case Op::SessionAtOrAfter: return t.unclear() || (t.known() && t.longest >= threshold);
    case Op::SessionWithin: return t.unclear() || (t.known() && t.shortest < threshold);
    case Op::SessionWithinKnown: return t.known() && t.shortest < threshold;
    case Op::SessionBefore: return t.known() && t.longest < threshold;
    case Op::SessionKnown: return t.known();
    case Op::SessionUnclear: return t.unclear();
    default: return t.kind == SessionTime::Kind::NotYet;
  }
}

}  // namespace

DiffLevels::DiffLevels(Diagrams& diagrams, const DiffSpace& space, const RuleBook& book, Side side)
    : diagrams_(diagrams), space_(space), book_(book), side_(side) {
  // Whether an item is asked hangs on earlier items and on its own answer; until it is settled, an item is asked nowhere.
  asked_.assign(book.items.size(), Diagrams::none);
  for (std::size_t i = 0; i < book.items.size(); ++i) {
    treatment_day_ = holds(book.treatment_day);
    drowsy_ = holds(book.drowsy);
    asked_[i] = Diagrams::all;  // its own answer counts here
    asked_[i] = holds(book.items[i].asked_when);
  }
  treatment_day_ = holds(book.treatment_day);
  drowsy_ = holds(book.drowsy);
  for (const BookCountsAs& entry : book.counts_as) counts_as_.push_back(holds(entry.when));
  settled_ = true;
  for (const BookRule& rule : book.rules) fires_.push_back(holds(rule.when));
  for (const Condition line : lines_of(book.expected.when)) fails_.push_back(diagrams_.outside(holds(line)));
  decide();
}

void DiffLevels::decide() {
  StateSet open = Diagrams::all;  // not decided by a more urgent level
  for (const Level level : most_urgent_first) {
    StateSet fired = Diagrams::none;
    for (std::size_t rule = 0; rule < fires_.size(); ++rule)
      if (book_.rules[rule].level == level) fired = diagrams_.either(fired, fires_[rule]);
    levels_[static_cast<std::size_t>(level)] = diagrams_.both(open, fired);
    open = diagrams_.without(open, fired);
  }
  no_rule_ = open;
  for (const StateSet line : fails_) allows_ = diagrams_.without(allows_, line);
  const StateSet earned = diagrams_.both(open, allows_);
  auto& expected = levels_[static_cast<std::size_t>(Level::Expected)];
  auto& soon = levels_[static_cast<std::size_t>(Level::Soon)];
  expected = diagrams_.either(expected, earned);
  soon = diagrams_.either(soon, diagrams_.without(open, earned));
}

StateSet DiffLevels::holds(Condition condition) {
  const Node& head = condition.front();
  if (!is_group(head.op)) return leaf(head);
  const bool all = head.op == Op::AllOf;
  StateSet result = all ? Diagrams::all : Diagrams::none;
  for (std::size_t at = 1; at < head.size; at += condition[at].size) {
    const StateSet part = holds(condition.subspan(at, condition[at].size));
    result = all ? diagrams_.both(result, part) : diagrams_.either(result, part);
  }
  return result;
}

StateSet DiffLevels::leaf(const Node& node) {
  switch (node.op) {
    case Op::Has:
    case Op::Only:
    case Op::IsNot:
    case Op::CountAtLeast: return choice(node);
    case Op::AtLeast:
    case Op::Below:
    case Op::Above: return number(node);
    case Op::Missing: return diagrams_.without(asked(node.item), answered(item(node.item)));
    case Op::NotEnabled: return diagrams_.outside(asked(node.item));
    case Op::TreatmentDay: return treatment_day_;
    case Op::AfterTreatmentDay: return diagrams_.outside(treatment_day_);
    case Op::Drowsy: return drowsy_;
    case Op::RoseSinceCheck:
    case Op::SameSinceCheck:
    case Op::CoursePersistent:
    case Op::CoursePersistentDaily: return compared(node);
    default: return session(node);
  }
}

StateSet DiffLevels::answered(const SpaceItem& item) {
  if (item.type != ItemType::Multi)
    return value_where(item.variable, [&](unsigned value) { return value + 1 < space_.sizes()[item.variable]; });
  StateSet any = Diagrams::none;
  for (unsigned tick = 0; tick < item.ticked.size(); ++tick) any = diagrams_.either(any, ticked(item, tick));
  return any;
}

/// An item that is not asked is not answered.
StateSet DiffLevels::choice(const Node& node) {
  const SpaceItem& of = item(node.item);
  if (of.type == ItemType::DateTime) {  // its only option that a choice test reads is `not-yet`
    Node not_yet = node;
    not_yet.op = Op::SessionNotYet;
    const StateSet is = session(not_yet);
    return node.op == Op::IsNot ? diagrams_.outside(is) : is;
  }
  const std::uint32_t options = space_.options(side_, node.item, node.argument);
  if (options == ~0U && node.op == Op::Has) return diagrams_.both(asked(node.item), answered(of));
  const StateSet chosen =
      of.type == ItemType::Multi ? choice_of_many(node, of, options) : choice_of_one(node, of, options);
  const StateSet counts = diagrams_.both(asked(node.item), chosen);
  return node.op == Op::IsNot ? diagrams_.outside(counts) : counts;
}

StateSet DiffLevels::choice_of_many(const Node& node, const SpaceItem& of, std::uint32_t options) {
  if (node.op == Op::Only) {
    StateSet only = answered(of);
    for (unsigned tick = 0; tick < of.ticked.size(); ++tick)
      if ((options & (1U << of.ticked[tick])) == 0) only = diagrams_.without(only, ticked(of, tick));
    return only;
  }
  // States with at least so many of the options that were looked at: with none of them looked at, at least 0.
  std::vector<StateSet> at_least(node.op == Op::CountAtLeast ? node.count + std::size_t{1} : 2, Diagrams::none);
  at_least[0] = Diagrams::all;
  for (unsigned tick = 0; tick < of.ticked.size(); ++tick) {
    if ((options & (1U << of.ticked[tick])) == 0) continue;
    const StateSet this_one = ticked(of, tick);
    for (std::size_t count = at_least.size() - 1; count > 0; --count)
      at_least[count] = diagrams_.either(at_least[count], diagrams_.both(at_least[count - 1], this_one));
  }
  return at_least.back();
}

StateSet DiffLevels::choice_of_one(const Node& node, const SpaceItem& of, std::uint32_t options) {
  if (node.op == Op::CountAtLeast && node.count != 1) return node.count == 0 ? Diagrams::all : Diagrams::none;
  const auto is = [&](std::uint32_t wanted) {
    return value_where(of.variable,
                       [&](unsigned value) { return value < of.options.size() && (wanted & (1U << value)) != 0; });
  };
  StateSet chosen = is(options);
  if (!settled_) return chosen;
  for (std::size_t i = 0; i < book_.counts_as.size(); ++i) {
    const BookCountsAs& entry = book_.counts_as[i];
    if (entry.item != node.item) continue;
    const StateSet given = diagrams_.both(is(space_.options(side_, node.item, 1U << entry.option)), counts_as_[i]);
    const bool counts = (space_.options(side_, node.item, 1U << entry.counts_as) & options) != 0;
    chosen = counts ? diagrams_.either(chosen, given) : diagrams_.without(chosen, given);
  }
  return chosen;
}

StateSet DiffLevels::number(const Node& node) {
  const SpaceItem& of = item(node.item);
  const unsigned unanswered = highest_score + 1;
  if (node.op == Op::Above) {
    const auto other = static_cast<ItemId>(node.argument);
    std::array variables{of.variable, item(other).variable};
    const bool in_order = variables[0] < variables[1];
    if (!in_order) std::swap(variables[0], variables[1]);
    const StateSet above = diagrams_.where(variables, [&](const std::vector<unsigned>& values) {
      const unsigned own = values[in_order ? 0 : 1];
      const unsigned bound = values[in_order ? 1 : 0];
      return own != unanswered && bound != unanswered && own > bound;
    });
    return diagrams_.both(above, diagrams_.both(asked(node.item), asked(other)));
  }
  const int threshold = threshold_in(book_, node);
  return diagrams_.both(asked(node.item), value_where(of.variable, [&](unsigned value) {
                          if (value == unanswered) return false;
                          return (static_cast<int>(value) >= threshold) == (node.op == Op::AtLeast);
                        }));
}

StateSet DiffLevels::session(const Node& node) {
  const std::int64_t threshold = has_threshold(node.op) ? threshold_in(book_, node) * seconds_per_hour : 0;
  return value_where(space_.session_variable(), [&](unsigned value) {
    const Value& given = space_.sessions()[value];
    return has_session_test(resolve(given.session, given.now).time, node.op, threshold);
  });
}

/// What kept check-ins show, by the code that compares them.
StateSet DiffLevels::compared(const Node& node) {
  const SpaceItem& of = item(node.item);
  const int threshold = has_threshold(node.op) ? threshold_in(book_, node) : 0;
  const std::array variables{space_.session_variable(), of.variable, space_.history_variable()};
  const StateSet shown = diagrams_.where(variables, [&](const std::vector<unsigned>& values) {
    const Value& given = space_.sessions()[values[0]];
    const auto history = space_.history_of(values[0], values[2]);
    if (history.empty()) return false;
    Present present{*given.now, resolve(given.session, given.now).ended, {}};
    if (values[1] <= highest_score) present.tiredness = static_cast<int>(values[1]);
    const Trend trend = compare(history, present);
    switch (node.op) {
      case Op::RoseSinceCheck: return trend.rose;
      case Op::SameSinceCheck: return trend.same;
      case Op::CoursePersistent: return trend.course >= threshold;
      default: return trend.daily_course >= threshold;
    }
  });
  const bool of_the_score = node.op == Op::RoseSinceCheck || node.op == Op::SameSinceCheck;
  return of_the_score ? diagrams_.both(asked(node.item), shown) : shown;
}

}  // namespace tiredness::verification
