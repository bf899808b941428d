#include "space.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "tiredness/rules_version.hpp"

namespace tiredness::verification {
namespace {

constexpr ItemSet bits(std::initializer_list<std::string_view> link_ids) {
  ItemSet set = 0;
  for (const std::string_view id : link_ids) set |= bit_of(*find_item(id));
  return set;
}

/// What a leaf reads, before asking whether those items are asked.
ItemSet read_by(const Node& node) {
  switch (node.op) {
    case Op::AllOf:
    case Op::AnyOf: return 0;
    case Op::Above: return bit_of(node.item) | bit_of(static_cast<ItemId>(node.argument));
    case Op::TreatmentDay:
    case Op::AfterTreatmentDay: return bits({"session-ended", "slept"});
    case Op::RoseSinceCheck:
    case Op::SameSinceCheck: return bits({"session-ended", "tiredness"}) | history_bit;
    default: break;
  }
  // `resting` becomes `unsure` outside the treatment day.
  return node.item == item("function") ? bits({"function", "session-ended", "slept"}) : bit_of(node.item);
}

ItemSet directly_read(Condition condition) {
  ItemSet set = 0;
  for (const Node& node : condition) set |= read_by(node);
  return set;
}


/// Subsets of the options of a multi item, up to options that no condition tells apart. Of those, as many are kept as a
/// condition may count.
std::vector<std::uint32_t> subsets(ItemId id, std::span<const Condition> conditions) {
  std::vector<std::uint32_t> masks;
  std::size_t counted = 1;
  for (const Condition condition : conditions)
    for (const Node& node : condition)
      if (node.item == id && is_choice(node.op)) {
        masks.push_back(node.argument);
        counted = std::max<std::size_t>(counted, node.count);
      }
  std::vector<std::uint32_t> atoms;
  std::map<std::vector<bool>, std::size_t> kept;
  for (unsigned option = 0; option < item_of(id).options.size(); ++option) {
    const std::uint32_t bit = 1U << option;
    std::vector<bool> membership;
    for (const std::uint32_t mask : masks) membership.push_back((mask & bit) != 0);
    // "None" is kept for itself: it is the best known answer.
    if (++kept[membership] <= counted || item_of(id).options[option].id == "none") atoms.push_back(bit);
  }
  std::vector<std::uint32_t> all{0};
  for (const std::uint32_t atom : atoms)
    for (std::size_t i = 0, size = all.size(); i < size; ++i) all.push_back(all[i] | atom);
  return all;
}

std::vector<std::uint32_t> chosen_values(ItemId id, std::span<const Condition> conditions) {
  const Item& question = item_of(id);
  if (question.type == ItemType::Multi) return subsets(id, conditions);
  std::vector<std::uint32_t> all{0};
  const unsigned count = question.type == ItemType::Integer ? highest_score + 1 : static_cast<unsigned>(question.options.size());
  for (unsigned i = 0; i < count; ++i) all.push_back(question.type == ItemType::Integer ? i + 1 : 1U << i);
  return all;
}

Value word(SessionAnswer::Kind kind) {
  Value value;
  value.session.kind = kind;
  value.now = Instant{};
  return value;
}

/// Every number of hours at which anything changes.
std::set<std::int64_t> thresholds(std::span<const ClinicConfig* const> configs) {
  std::set<std::int64_t> hours{2, 12, 24, 96};
  for (const ClinicConfig* config : configs) {
    for (const Setting setting : {Setting::ExpectedTirednessHours, Setting::OtherEffectsHours, Setting::TreatmentDayHours,
                                  Setting::DissociationHours, Setting::NoDrivingHours, Setting::NoAlcoholHours})
      hours.insert((*config)[setting]);
    hours.insert((*config)[Setting::LongFatigueDays] * std::int64_t{24});
  }
  return hours;
}

}  // namespace

ItemSet support_of(Condition condition) {
  ItemSet support = directly_read(condition);
  for (ItemSet before = 0; before != support;) {
    before = support;
    for (std::size_t i = 0; i < items.size(); ++i)
      if ((support & bit_of(static_cast<ItemId>(i))) != 0) support |= directly_read(enable_when(static_cast<ItemId>(i)));
  }
  return support;
}

void Scene::set(unsigned place, const Value& value) {
  if (place == history_item) {
    earlier_ = value.earlier;
    has_earlier_ = value.has_earlier;
  } else if (static_cast<ItemId>(place) == item("session-ended")) {
    answers.session = value.session;
    now = value.now;
  } else {
    answers.choose(static_cast<ItemId>(place), value.chosen);
  }
}

Facts Scene::facts() const {
  if (!has_earlier_) return Facts{answers, {*config_, now, {}}};
  return Facts{answers, {*config_, now, history()}};
}

std::vector<CheckIn> Scene::history() const {
  if (!has_earlier_ || !now) return {};
  CheckIn record = earlier_;
  record.at = {now->unix_seconds - 12 * seconds_per_hour, 0};
  if (const auto ended = resolve(answers.session, now).ended) record.session_ended = Instant{*ended, 0};
  return {record};
}

std::vector<Value> session_values(std::span<const ClinicConfig* const> configs) {
  using Kind = SessionAnswer::Kind;
  std::vector<Value> values{Value{}, word(Kind::Unknown), word(Kind::NotYet), word(Kind::TwoWeeksOrMore)};
  values[0].now = Instant{};
  std::set<std::int64_t> moments{0};
  for (const std::int64_t hour : thresholds(configs)) {
    moments.insert(hour * seconds_per_hour - 1);
    moments.insert(hour * seconds_per_hour);
  }
  for (const std::int64_t seconds : moments) {
    Value value;
    value.session = {Kind::Elapsed, {}, 0, seconds};
    value.now = Instant{a_midnight, 0};
    values.push_back(value);
  }
  // A date alone is an interval of a day: both its ends are put on both sides of every threshold.
  std::set<std::int64_t> longest;
  for (const std::int64_t seconds : moments) longest.insert({seconds, seconds + seconds_per_day});
  for (const std::int64_t seconds : longest) {
    Value value;
    value.session = {Kind::Date, {}, a_midnight / seconds_per_day, 0};
    value.now = Instant{a_midnight + seconds, 0};
    values.push_back(value);
  }
  return values;
}

std::vector<Value> values_of(unsigned place, std::span<const Condition> conditions,
                             std::span<const ClinicConfig* const> configs) {
  std::vector<Value> values;
  if (place == history_item) {
    values.emplace_back();
    for (int tiredness = 0; tiredness <= highest_score; ++tiredness) {
      Value value;
      value.has_earlier = true;
      value.earlier.tiredness = tiredness;
      value.earlier.rules_major = rules_major;
      values.push_back(value);
    }
    return values;
  }
  const auto id = static_cast<ItemId>(place);
  if (id == item("session-ended")) return session_values(configs);
  for (const std::uint32_t chosen : chosen_values(id, conditions)) {
    values.emplace_back();
    values.back().chosen = chosen;
  }
  return values;
}

Enumeration::Enumeration(ItemSet set, std::span<const Condition> conditions,
                         std::span<const ClinicConfig* const> configs) {
  for (unsigned place = 0; place < 32; ++place) {
    if ((set & (1U << place)) == 0) continue;
    items_.push_back(place);
    values_.push_back(values_of(place, conditions, configs));
  }
}

void Enumeration::set_at(Scene& scene, std::size_t index) const {
  for (std::size_t place = 0; place < items_.size(); ++place) {
    scene.set(items_[place], values_[place][index % values_[place].size()]);
    index /= values_[place].size();
  }
}

Answers calm_answers() {
  Answers calm;
  const auto choose = [&](std::string_view link_id, std::string_view option) {
    const ItemId id = *find_item(link_id);
    calm.choose(id, 1U << *find_option(item_of(id), option));
  };
  choose("who", "self");
  choose("age", "18-64");
  choose("danger-signs", "none");
  choose("self-harm", "no");
  choose("setting", "clinic");
  choose("alertness", "awake");
  choose("slept", "yes");
  choose("company", "with-adult");
  choose("function", "usual");
  choose("trend", "better");
  choose("rest-helps", "helps");
  for (const std::string_view link_id : {"body-symptoms", "mind-symptoms", "taken-today", "medicine-changes", "conditions", "background-signs"})
    choose(link_id, "none");
  choose("pregnancy", "no");
  choose("before-session", "no");
  choose("session-pattern", "same");
  calm.set_number(item("tiredness"), 2);
  calm.session = {SessionAnswer::Kind::Elapsed, {}, 0, 30 * seconds_per_hour};
  return calm;
}

std::vector<Answers> calm_backgrounds() {
  Answers day = calm_answers();
  day.session.elapsed = 5 * seconds_per_hour;
  day.choose(item("slept"), option_bits(item("slept"), "no"));
  Answers later = calm_answers();
  later.session.elapsed = 4 * seconds_per_day;
  later.set_number(item("tiredness"), 0);
  return {calm_answers(), day, later};
}

}  // namespace tiredness::verification
