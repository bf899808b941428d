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
    case Op::AfterTreatmentDay: return bits({"session-ended", "slept", "daily-dose"});
    case Op::RoseSinceCheck:
    case Op::SameSinceCheck: return bits({"session-ended", "tiredness"}) | history_bit;
    case Op::CoursePersistent:
    case Op::CoursePersistentDaily: return bits({"session-ended"}) | history_bit;
    default: break;
  }
  // `resting` becomes `unsure` outside the treatment day.
  return node.item == item("function") ? bits({"function", "session-ended", "slept", "daily-dose"}) : bit_of(node.item);
}

ItemSet directly_read(Condition condition) {
  ItemSet set = 0;
  for (const Node& node : condition) set |= read_by(node);
  return set;
}

/// The masks by which conditions tell the options of an item apart.
std::vector<std::uint32_t> masks_of(ItemId id, std::span<const Condition> conditions) {
  std::vector<std::uint32_t> masks;
  // `resting` becomes `unsure` outside the treatment day; the day and drowsiness are derived from these options.
  if (id == item("function")) masks.push_back(option_bits(item("function"), "resting"));
  if (id == item("slept")) masks = {option_bits(item("slept"), "yes"), option_bits(item("slept"), "no")};
  if (id == item("daily-dose")) masks.push_back(option_bits(item("daily-dose"), "no"));
  if (id == item("alertness")) masks.push_back(option_bits(item("alertness"), "drowsy", "unsure"));
  for (const Condition condition : conditions)
    for (const Node& node : condition)
      if (node.item == id && is_choice(node.op)) masks.push_back(node.argument);
  return masks;
}

std::vector<bool> membership(std::uint32_t bit, const std::vector<std::uint32_t>& masks) {
  std::vector<bool> in;
  for (const std::uint32_t mask : masks) in.push_back((mask & bit) != 0);
  return in;
}

/// Subsets of the options of a multi item, up to options that no condition tells apart. Of those, as many are kept as a
/// condition may count.
std::vector<std::uint32_t> subsets(ItemId id, std::span<const Condition> conditions) {
  const auto masks = masks_of(id, conditions);
  std::size_t counted = 1;
  for (const Condition condition : conditions)
    for (const Node& node : condition)
      if (node.item == id && is_choice(node.op)) counted = std::max<std::size_t>(counted, node.count);
  std::vector<std::uint32_t> atoms;
  std::map<std::vector<bool>, std::size_t> kept;
  for (unsigned option = 0; option < item_of(id).options.size(); ++option) {
    const std::uint32_t bit = 1U << option;
    // "None" is kept for itself: it is the best known answer.
    if (++kept[membership(bit, masks)] <= counted || item_of(id).options[option].id == "none") atoms.push_back(bit);
  }
  std::vector<std::uint32_t> all{0};
  for (const std::uint32_t atom : atoms)
    for (std::size_t i = 0, size = all.size(); i < size; ++i) all.push_back(all[i] | atom);
  return all;
}

Value chosen(std::uint32_t bits, std::uint32_t stands_for) {
  Value value;
  value.chosen = bits;
  value.stands_for = stands_for;
  return value;
}

/// One option of each kind; it stands for the others.
std::vector<Value> kinds_of_options(ItemId id, std::span<const Condition> conditions) {
  const auto masks = masks_of(id, conditions);
  std::vector<Value> values{Value{}};
  std::map<std::vector<bool>, std::size_t> place;
  for (unsigned option = 0; option < item_of(id).options.size(); ++option) {
    const std::uint32_t bit = 1U << option;
    const auto [known, is_new] = place.try_emplace(membership(bit, masks), values.size());
    if (is_new)
      values.push_back(chosen(bit, bit));
    else
      values[known->second].stands_for |= bit;
  }
  return values;
}

/// Whether a leaf compares the number with another number than a threshold.
bool compares_numbers(const Node& node, ItemId id) {
  const bool is_other = node.op == Op::Above && static_cast<ItemId>(node.argument) == id;
  const bool is_it =
      node.item == id && (node.op == Op::Above || node.op == Op::RoseSinceCheck || node.op == Op::SameSinceCheck);
  return is_other || is_it;
}

/// The first number of each range between two thresholds.
std::vector<Value> kinds_of_numbers(ItemId id, std::span<const Condition> conditions,
                                    std::span<const ClinicConfig* const> configs) {
  std::set<int> first{0};
  for (const Condition condition : conditions)
    for (const Node& node : condition) {
      if (compares_numbers(node, id)) return all_values(id);
      if (node.item != id || (node.op != Op::AtLeast && node.op != Op::Below)) continue;
      for (const ClinicConfig* config : configs) first.insert(value_of(node.argument, *config));
    }
  std::vector<Value> values{Value{}};
  for (const int number : first)
    if (number <= highest_score) values.push_back(chosen(static_cast<std::uint32_t>(number) + 1, 0));
  return values;
}

Value word(SessionAnswer::Kind kind) {
  Value value;
  value.session.kind = kind;
  value.now = Instant{};
  return value;
}

/// Every number of hours at which anything changes.
std::set<std::int64_t> all_thresholds(std::span<const ClinicConfig* const> configs) {
  std::set<std::int64_t> hours{2, 12, 24, 48, 96};
  for (const ClinicConfig* config : configs) {
    for (const Setting setting :
         {Setting::ExpectedTirednessHours, Setting::OtherEffectsHours, Setting::TreatmentDayHours,
          Setting::DissociationHours, Setting::NoDrivingHours, Setting::NoAlcoholHours})
      hours.insert((*config)[setting]);
    hours.insert((*config)[Setting::LongFatigueDays] * std::int64_t{24});
  }
  return hours;
}

/// Those at which these conditions change.
std::set<std::int64_t> thresholds(std::span<const Condition> conditions, std::span<const ClinicConfig* const> configs) {
  std::set<std::int64_t> hours{24};  // where the order of times begins
  for (const Condition condition : conditions)
    for (const Node& node : condition) {
      const bool day = node.op == Op::TreatmentDay || node.op == Op::AfterTreatmentDay || node.item == item("function");
      if (day) hours.insert(12);
      for (const ClinicConfig* config : configs) {
        if (day) hours.insert((*config)[Setting::TreatmentDayHours]);
        if (counts_hours(node.op)) hours.insert(value_of(node.argument, *config));
      }
    }
  return hours;
}

/// Every word, and times on both sides of every threshold.
std::vector<Value> values_between(const std::set<std::int64_t>& thresholds) {
  using Kind = SessionAnswer::Kind;
  std::vector<Value> values{Value{}, word(Kind::Unknown), word(Kind::NotYet), word(Kind::TwoWeeksOrMore)};
  values[0].now = Instant{};
  std::set<std::int64_t> moments{0};
  for (const std::int64_t hour : thresholds) {
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

/// No earlier check-in; one of this session with each score; runs of check-ins on both sides of each score asked for.
std::vector<Value> histories(std::span<const Condition> conditions, std::span<const ClinicConfig* const> configs) {
  std::vector<Value> values{Value{}};
  const auto add = [&](Value::Past past, int score) {
    values.emplace_back();
    values.back().past = past;
    values.back().past_score = score;
  };
  bool recent = false;
  std::set<int> scores;
  for (const Condition condition : conditions)
    for (const Node& node : condition) {
      recent = recent || node.op == Op::RoseSinceCheck || node.op == Op::SameSinceCheck;
      if (node.op != Op::CoursePersistent && node.op != Op::CoursePersistentDaily) continue;
      for (const ClinicConfig* config : configs) {
        const int score = value_of(node.argument, *config);
        scores.insert({score - 1, score});
      }
    }
  for (int score = 0; recent && score <= highest_score; ++score) add(Value::Past::Recent, score);
  for (const int score : scores)
    for (const Value::Past past : {Value::Past::Course, Value::Past::DailyCourse}) add(past, score);
  return values;
}

}  // namespace

ItemSet support_of(Condition condition) {
  ItemSet support = directly_read(condition);
  for (ItemSet before = 0; before != support;) {
    before = support;
    for (std::size_t i = 0; i < items.size(); ++i)
      if ((support & bit_of(static_cast<ItemId>(i))) != 0)
        support |= directly_read(enable_when(static_cast<ItemId>(i)));
  }
  return support;
}

void Scene::set(unsigned place, const Value& value) {
  if (place == history_item) {
    past_ = value.past;
    past_score_ = value.past_score;
  } else if (static_cast<ItemId>(place) == item("session-ended")) {
    answers.session = value.session;
    now = value.now;
  } else {
    answers.choose(static_cast<ItemId>(place), value.chosen);
  }
}

Facts Scene::facts() const {
  if (past_ == Value::Past::None) return Facts{answers, {*config_, now, {}}};
  return Facts{answers, {*config_, now, history()}};
}

std::vector<CheckIn> Scene::history() const {
  if (past_ == Value::Past::None || !now) return {};
  const auto record = [&](std::int64_t age, std::optional<std::int64_t> session_ended) {
    CheckIn made;
    made.at = {now->unix_seconds - age, 0};
    if (session_ended) made.session_ended = Instant{*session_ended, 0};
    made.tiredness = past_score_;
    made.rules_major = rules_major;
    return made;
  };
  if (past_ == Value::Past::Recent) return {record(12 * seconds_per_hour, resolve(answers.session, now).ended)};
  std::vector<CheckIn> run;
  for (const std::int64_t age : {8 * seconds_per_day, 4 * seconds_per_day}) {
    std::optional<std::int64_t> own;
    if (past_ == Value::Past::DailyCourse) own = now->unix_seconds - age - 3 * seconds_per_hour;
    run.push_back(record(age, own));
  }
  return run;
}

std::vector<Value> all_values(ItemId id) {
  std::vector<Value> values{Value{}};
  const bool is_number = item_of(id).type == ItemType::Integer;
  const unsigned count = is_number ? highest_score + 1 : static_cast<unsigned>(item_of(id).options.size());
  for (unsigned i = 0; i < count; ++i) {
    const std::uint32_t bits = is_number ? i + 1 : 1U << i;
    values.push_back(chosen(bits, bits));
  }
  return values;
}

std::vector<Value> session_values(std::span<const ClinicConfig* const> configs) {
  return values_between(all_thresholds(configs));
}

std::vector<Value> values_of(unsigned place, std::span<const Condition> conditions,
                             std::span<const ClinicConfig* const> configs) {
  if (place == history_item) return histories(conditions, configs);
  const auto id = static_cast<ItemId>(place);
  switch (item_of(id).type) {
    case ItemType::DateTime: return values_between(thresholds(conditions, configs));
    case ItemType::Integer: return kinds_of_numbers(id, conditions, configs);
    case ItemType::Choice: return kinds_of_options(id, conditions);
    case ItemType::Multi: break;
  }
  std::vector<Value> values;
  for (const std::uint32_t bits : subsets(id, conditions)) values.push_back(chosen(bits, bits));
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

Enumeration::Enumeration(ItemSet set, std::span<const ClinicConfig* const> configs) {
  for (unsigned place = 0; place < tiredness::items.size(); ++place) {
    if ((set & (1U << place)) == 0) continue;
    const auto id = static_cast<ItemId>(place);
    items_.push_back(place);
    values_.push_back(id == item("session-ended") ? session_values(configs) : all_values(id));
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
  for (const std::string_view link_id :
       {"body-symptoms", "mind-symptoms", "taken-today", "medicine-changes", "conditions", "background-signs"})
    choose(link_id, "none");
  choose("medicines", "yes");
  choose("pregnancy", "no");
  choose("before-session", "no");
  choose("daily-dose", "no");
  choose("between-sessions", "clears");
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
