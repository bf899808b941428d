#include "tiredness/facts.hpp"

#include <bit>
#include <cassert>

#include "tiredness/derived.hpp"

namespace tiredness {
namespace {

constexpr Truth truth(bool value) { return value ? Truth::True : Truth::False; }
constexpr Truth negation(Truth value) {
  return value == Truth::Unknown ? Truth::Unknown : truth(value == Truth::False);
}

/// Still tired past the expected time (S18).
constexpr Condition still_tired =
    when<all_of(session_known(), at_least("tiredness", 1), session_at_or_after(Setting::ExpectedTirednessHours))>();

}  // namespace

int value_of(std::uint32_t raw, const ClinicConfig& config) {
  const auto setting = Threshold::setting_in(raw);
  if (!setting) return static_cast<int>(raw);
  const int value = config[*setting] + ((raw & Threshold::one_more_flag) != 0 ? 1 : 0);
  return (raw & Threshold::days_flag) != 0 ? value * 24 : value;
}

Facts::Facts(const Answers& given, const Context& context)
    : answers_(given), config_(context.config), session_(resolve(given.session, context.now)) {
  prune();
  if (context.now) trend_ = compare(context.history, present(*context.now));
  trend_.persistent = evaluate(still_tired) == Truth::True;
}

Present Facts::present(Instant now) const {
  return {now, session_.ended, answers_.number(item("tiredness")), session_.time.longest - session_.time.shortest};
}

void Facts::prune() {
  // Items hang only on earlier ones and on their own answer, so one pass in their order settles them all.
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if (evaluate(enable_when(id)) == Truth::True)
      enabled_ |= bit_of(id);
    else
      answers_.clear(id);
    if (id == item("slept")) treatment_day_ = evaluate(derived::treatment_day) == Truth::True;
  }
  constexpr const derived::CountsAs& resting = derived::resting;
  if ((answers_.chosen(resting.item) & resting.given) == 0 || evaluate(resting.when) != Truth::True) return;
  resting_replaced_ = true;
  answers_.choose(resting.item, resting.counts_as);
}

bool Facts::helper() const { return (answers_.chosen(item("who")) & option_bits(item("who"), "helper")) != 0; }

Facts Facts::with_unasked(ItemSet unasked_items) const {
  Facts copy = *this;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!answers_.answered(static_cast<ItemId>(i))) copy.unasked_ |= unasked_items & bit_of(static_cast<ItemId>(i));
  return copy;
}

Truth Facts::evaluate(Condition condition) const {
  assert(!condition.empty());
  return evaluate_node(condition.data());
}

/// A condition is its head and, behind it, its parts: a walk over one row of nodes.
Truth Facts::evaluate_node(const Node* head) const {
  if (head->op == Op::Has) return evaluate_has(*head);  // first, as most nodes are of this kind
  if (!is_group(head->op)) return evaluate_leaf(*head);
  const bool all = head->op == Op::AllOf;
  const Truth settled = truth(!all);  // the part that decides the whole
  Truth result = truth(all);
  const Node* const end = head + head->size;
  for (const Node* part = head + 1; part != end; part += part->size) {
    const Truth value = evaluate_node(part);
    if (value == settled) return settled;
    if (value == Truth::Unknown) result = Truth::Unknown;
  }
  return result;
}

Truth Facts::evaluate_has(const Node& node) const {
  const std::uint32_t chosen = answers_.chosen(node.item);
  if (chosen != 0) return truth((chosen & node.argument) != 0);
  if (node.item == item("session-ended")) return evaluate_choice(node);
  return unasked(node.item) || enabled(node.item) ? Truth::Unknown : Truth::False;
}

Truth Facts::evaluate_leaf(const Node& node) const {
  switch (node.op) {
    case Op::Has:
    case Op::Only:
    case Op::IsNot:
    case Op::CountAtLeast: return evaluate_choice(node);
    case Op::AtLeast:
    case Op::Below:
    case Op::Above: return evaluate_number(node);
    case Op::Missing:
      if (unasked(node.item)) return Truth::Unknown;
      return truth(enabled(node.item) && !answers_.answered(node.item));
    case Op::NotEnabled: return truth(!enabled(node.item));
    case Op::Drowsy: return evaluate(derived::drowsy);
    case Op::RoseSinceCheck: return truth(trend_.rose);
    case Op::SameSinceCheck: return truth(trend_.same);
    case Op::CoursePersistent: return truth(trend_.course >= value_of(node.argument, config_));
    case Op::CoursePersistentDaily: return truth(trend_.daily_course >= value_of(node.argument, config_));
    default: return evaluate_session(node);
  }
}

Truth Facts::evaluate_choice(const Node& node) const {
  if (node.item == item("session-ended")) {  // its only option that a choice test reads is `not-yet`
    if (unasked(node.item)) return Truth::Unknown;
    const Truth not_yet = truth(session_.time.kind == SessionTime::Kind::NotYet);
    return node.op == Op::IsNot ? negation(not_yet) : not_yet;
  }
  const std::uint32_t chosen = answers_.chosen(node.item);
  if (chosen == 0) {
    if (unasked(node.item)) return Truth::Unknown;
    if (node.op == Op::IsNot) return Truth::True;
    return enabled(node.item) ? Truth::Unknown : Truth::False;
  }
  switch (node.op) {
    case Op::Only: return truth((chosen & ~node.argument) == 0);
    case Op::IsNot: return truth((chosen & node.argument) == 0);
    case Op::CountAtLeast: return truth(std::popcount(chosen & node.argument) >= node.count);
    default: return truth((chosen & node.argument) != 0);
  }
}

Truth Facts::evaluate_number(const Node& node) const {
  const auto number = answers_.number(node.item);
  if (!number) return enabled(node.item) || unasked(node.item) ? Truth::Unknown : Truth::False;
  if (node.op == Op::Above) {
    const auto other = static_cast<ItemId>(node.argument);
    const auto bound = answers_.number(other);
    if (!bound) return enabled(other) || unasked(other) ? Truth::Unknown : Truth::False;
    return truth(*number > *bound);
  }
  const bool reached = *number >= value_of(node.argument, config_);
  return truth(reached == (node.op == Op::AtLeast));
}

Truth Facts::evaluate_session(const Node& node) const {
  if (unasked(item("session-ended"))) return Truth::Unknown;
  const SessionTime& t = session_.time;
  const std::int64_t threshold = value_of(node.argument, config_) * seconds_per_hour;
  switch (node.op) {
    case Op::SessionAtOrAfter: return truth(t.unclear() || (t.known() && t.longest >= threshold));
    case Op::SessionWithin: return truth(t.unclear() || (t.known() && t.shortest < threshold));
    case Op::SessionWithinKnown: return truth(t.known() && t.shortest < threshold);
    case Op::SessionBefore: return truth(t.known() && t.longest < threshold);
    case Op::SessionKnown: return truth(t.known());
    case Op::SessionUnclear: return truth(t.unclear());
    case Op::SessionNotYet: return truth(t.kind == SessionTime::Kind::NotYet);
    case Op::TreatmentDay: return truth(treatment_day_);
    case Op::AfterTreatmentDay: return truth(!treatment_day_);
    default: return Truth::Unknown;
  }
}

bool Facts::visible(ItemId id) const {
  if (is_always(enable_when(id))) return true;
  ItemSet same_page = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].page == item_of(id).page) same_page |= bit_of(static_cast<ItemId>(i));
  return with_unasked(same_page).evaluate(enable_when(id)) == Truth::True;
}

bool Facts::holds_withdrawn(ItemId id) const {
  if (id == item("function") && resting_replaced_) return true;
  const Item& question = item_of(id);
  for (unsigned i = 0; i < question.options.size(); ++i)
    if ((answers_.chosen(id) & (1U << i)) != 0 && !offers(question.options[i])) return true;
  return false;
}

bool Facts::offers(const AnswerOption& option) const {
  switch (option.offered) {
    case Offered::Always: return true;
    case Offered::ToHelper: return helper();
    case Offered::OnTreatmentDay: return treatment_day_;
    case Offered::Under12Hours:
      return session_.time.unclear() || (session_.time.known() && session_.time.shortest < 12 * seconds_per_hour);
  }
  return false;
}

ItemSet items_after(Page page) {
  ItemSet later = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].page > page) later |= bit_of(static_cast<ItemId>(i));
  return later;
}

}  // namespace tiredness
