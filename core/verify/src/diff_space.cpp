#include "diff_space.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "tiredness/answers.hpp"

namespace tiredness::verification {
namespace {

constexpr std::size_t most_bits = 32;

std::size_t index(Side side) { return static_cast<std::size_t>(side); }

/// Calls for every condition of a rule set.
template <class Visit>
void for_each_condition(const RuleBook& book, Visit visit) {
  for (const BookItem& item : book.items) visit(item.asked_when);
  visit(book.treatment_day);
  visit(book.drowsy);
  for (const BookCountsAs& entry : book.counts_as) visit(entry.when);
  for (const BookRule& rule : book.rules) visit(rule.when);
  visit(book.expected.when);
}

/// Where the classes of times begin: at 0 and at every threshold. Between two of them nothing can change.
std::set<std::int64_t> thresholds(const RuleBook& before, const RuleBook& after) {
  constexpr std::int64_t longest = 3650 * seconds_per_day;
  std::set<std::int64_t> seconds{0};
  for (const RuleBook* book : {&before, &after})
    for_each_condition(*book, [&](const Nodes& nodes) {
      for (const Node& node : nodes)
        if (book->items[static_cast<std::size_t>(node.item)].type == ItemType::DateTime && has_threshold(node.op))
          seconds.insert(std::clamp<std::int64_t>(threshold_in(*book, node) * seconds_per_hour, 0, longest));
    });
  return seconds;
}

Value word(SessionAnswer::Kind kind) {
  Value value;
  value.session.kind = kind;
  value.now = Instant{a_midnight, 0};
  return value;
}

/// The place of an option, or a new one.
unsigned place_of(const std::string& option, std::vector<std::string>& options) {
  const auto found = std::find(options.begin(), options.end(), option);
  if (found != options.end()) return static_cast<unsigned>(found - options.begin());
  options.push_back(option);
  return static_cast<unsigned>(options.size() - 1);
}

/// Whether both mean the same question: then their options are put together.
bool is_same(const SpaceItem& known, const BookItem& item) {
  if (known.link_id != item.link_id || known.type != item.type) return false;
  std::vector<std::string> together = known.options;
  for (const std::string& option : item.options) place_of(option, together);
  return together.size() <= most_bits;
}

}  // namespace

DiffSpace::DiffSpace(const RuleBook& before, const RuleBook& after) {
  add_items(after, Side::After);
  add_items(before, Side::Before);
  add_sessions(before, after);
  add_histories(before, after);
  tell_options_apart(before, after);
  add_variables();
  for (const Answers& background : calm_backgrounds()) calm_.push_back(calm_state(background));
}

/// Questions of the first rule set alone stand behind the one that they stood behind there.
void DiffSpace::add_items(const RuleBook& book, Side side) {
  std::size_t behind = 0;
  for (std::size_t i = 0; i < book.items.size(); ++i) {
    const BookItem& item = book.items[i];
    auto found =
        std::find_if(items_.begin(), items_.end(), [&](const SpaceItem& known) { return is_same(known, item); });
    if (found == items_.end())
      found = items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(behind),
                            {item.link_id, item.type, {}, {}, {}, 0, {}});
    for (const std::string& option : item.options)
      found->option_place[index(side)].push_back(place_of(option, found->options));
    found->place[index(side)] = i;
    behind = static_cast<std::size_t>(found - items_.begin()) + 1;
  }
  for (const Side each : both_sides) place_of_[index(each)].clear();
  for (std::size_t i = 0; i < items_.size(); ++i)
    for (const Side each : both_sides) {
      if (!items_[i].place[index(each)]) continue;
      auto& places = place_of_[index(each)];
      places.resize(std::max(places.size(), *items_[i].place[index(each)] + 1));
      places[*items_[i].place[index(each)]] = i;
    }
}

void DiffSpace::add_sessions(const RuleBook& before, const RuleBook& after) {
  using Kind = SessionAnswer::Kind;
  const std::set<std::int64_t> cuts = thresholds(before, after);
  for (const std::int64_t seconds : cuts) {
    Value value = word(Kind::Elapsed);
    value.session.elapsed = seconds;
    sessions_.push_back(value);
    elapsed_.push_back(seconds);
  }
  // Of each class a time that calm answers have, or else where it begins; of the first one not the very moment of the session.
  if (elapsed_.size() > 1) sessions_[0].session.elapsed = std::min(seconds_per_hour, elapsed_[1] / 2);
  for (const Answers& background : calm_backgrounds())
    sessions_[session_class_of(background.session.elapsed)].session.elapsed = background.session.elapsed;
  for (const Kind kind : {Kind::TwoWeeksOrMore, Kind::NotYet, Kind::Unknown}) sessions_.push_back(word(kind));
  // A date alone is an interval of a day, both ends of which lie in a class.
  std::set<std::int64_t> longest;
  for (const std::int64_t seconds : cuts) longest.insert({seconds, seconds + seconds_per_day});
  for (const std::int64_t seconds : longest) {
    Value value = word(Kind::Date);
    value.session.date = a_midnight / seconds_per_day;
    value.now = Instant{a_midnight + seconds, 0};
    sessions_.push_back(value);
  }
  sessions_.push_back(word(Kind::Missing));
}

/// No earlier check-in; one of this session with each score; runs of check-ins on both sides of each score asked for.
void DiffSpace::add_histories(const RuleBook& before, const RuleBook& after) {
  const auto add = [&](Value::Past past, int score) {
    Value value;
    value.past = past;
    value.past_score = score;
    histories_.push_back(value);
  };
  add(Value::Past::None, 0);
  for (int score = 0; score <= highest_score; ++score) add(Value::Past::Recent, score);
  std::set<int> scores;
  for (const RuleBook* book : {&before, &after})
    for_each_condition(*book, [&](const Nodes& nodes) {
      for (const Node& node : nodes)
        if (node.op == Op::CoursePersistent || node.op == Op::CoursePersistentDaily)
          scores.insert({threshold_in(*book, node) - 1, threshold_in(*book, node)});
    });
  for (const int score : scores)
    for (const Value::Past past : {Value::Past::Course, Value::Past::DailyCourse})
      if (score >= 0 && score <= highest_score) add(past, score);
}

unsigned DiffSpace::session_class_of(std::int64_t elapsed) const {
  return static_cast<unsigned>(std::upper_bound(elapsed_.begin(), elapsed_.end(), elapsed) - elapsed_.begin()) - 1;
}

/// Options that stand in the same conditions of either rule set cannot be told apart: of those, as many are kept as a condition may
/// count. "None" is kept for itself.
void DiffSpace::tell_options_apart(const RuleBook& before, const RuleBook& after) {
  for (SpaceItem& item : items_) {
    if (item.type != ItemType::Multi) continue;
    std::set<std::uint32_t> masks;
    std::size_t counted = 1;
    for (const Side side : both_sides)
      for_each_condition(side == Side::Before ? before : after, [&](const Nodes& nodes) {
        for (const Node& node : nodes) {
          if (!is_choice(node.op) || item.place[index(side)] != static_cast<std::size_t>(node.item)) continue;
          masks.insert(options(side, node.item, node.argument));
          counted = std::max<std::size_t>(counted, node.count);
        }
      });
    std::map<std::vector<bool>, std::size_t> kept;
    for (unsigned option = 0; option < item.options.size(); ++option) {
      std::vector<bool> membership;
      for (const std::uint32_t mask : masks) membership.push_back((mask & (1U << option)) != 0);
      if (++kept[membership] <= counted || item.options[option] == "none") item.ticked.push_back(option);
    }
  }
}

void DiffSpace::add_variables() {
  const auto add = [&](std::size_t size, std::size_t group) {
    sizes_.push_back(static_cast<unsigned>(size));
    groups_.push_back(static_cast<unsigned>(group));
    return static_cast<unsigned>(sizes_.size() - 1);
  };
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i].type == ItemType::DateTime) items_[i].variable = add(sessions_.size(), i);
  bool has_history = false;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    SpaceItem& item = items_[i];
    if (item.type == ItemType::Choice) item.variable = add(item.options.size() + 1, i);
    if (item.type == ItemType::Multi)
      for (std::size_t tick = 0; tick < item.ticked.size(); ++tick) {
        const unsigned variable = add(2, i);
        if (tick == 0) item.variable = variable;
      }
    if (item.type != ItemType::Integer) continue;
    item.variable = add(highest_score + 2, i);
    // Check-ins are compared with the score: their variable stands behind the first one.
    if (!has_history) history_variable_ = add(histories_.size(), items_.size());
    has_history = true;
  }
  if (!has_history) history_variable_ = add(histories_.size(), items_.size());
}

std::uint32_t DiffSpace::options(Side side, ItemId id, std::uint32_t of_the_book) const {
  if (of_the_book == ~0U) return of_the_book;  // any answer
  const auto& places = item(side, id).option_place[index(side)];
  std::uint32_t own = 0;
  for (unsigned option = 0; option < places.size(); ++option)
    if ((of_the_book & (1U << option)) != 0) own |= 1U << places[option];
  return own;
}

std::uint32_t DiffSpace::chosen(const SpaceItem& item, const State& state) const {
  if (item.type == ItemType::Multi) {
    std::uint32_t bits = 0;
    for (unsigned tick = 0; tick < item.ticked.size(); ++tick) bits |= state[item.variable + tick] << item.ticked[tick];
    return bits;
  }
  const unsigned value = state[item.variable];
  if (value + 1 == sizes_[item.variable]) return 0;
  return item.type == ItemType::Integer ? value + 1 : 1U << value;
}

void DiffSpace::choose(const SpaceItem& item, std::uint32_t chosen, State& state) const {
  if (item.type == ItemType::Multi) {
    for (unsigned tick = 0; tick < item.ticked.size(); ++tick)
      state[item.variable + tick] = (chosen >> item.ticked[tick]) & 1U;
    return;
  }
  unsigned value = sizes_[item.variable] - 1;
  if (chosen != 0)
    value = item.type == ItemType::Integer ? chosen - 1 : static_cast<unsigned>(std::countr_zero(chosen));
  state[item.variable] = value;
}

std::vector<CheckIn> DiffSpace::history_of(unsigned session, unsigned history) const {
  const ClinicConfig config;
  Scene scene{config};
  scene.answers.session = sessions_[session].session;
  scene.now = sessions_[session].now;
  scene.set(history_item, histories_[history]);
  return scene.situation().history;
}

State DiffSpace::calm_state(const Answers& background) const {
  State state(sizes_.size(), 0);
  for (const SpaceItem& item : items_) {
    if (item.type == ItemType::DateTime) {
      state[item.variable] = session_class_of(background.session.elapsed);
      continue;
    }
    std::uint32_t bits = 0;
    const auto known = find_item(item.link_id);
    if (known && item_of(*known).type == item.type) {
      const std::uint32_t chosen = background.chosen(*known);
      if (item.type == ItemType::Integer)
        bits = chosen;
      else
        for (unsigned option = 0; option < item.options.size(); ++option) {
          const auto place = find_option(item_of(*known), item.options[option]);
          if (place && (chosen & (1U << *place)) != 0) bits |= 1U << option;
        }
    } else if (item.type == ItemType::Integer) {
      bits = 1;
    } else if (item.type == ItemType::Multi) {
      const auto none = std::find(item.options.begin(), item.options.end(), "none");
      if (none != item.options.end()) bits = 1U << static_cast<unsigned>(none - item.options.begin());
    }
    // A choice that calm answers leave open: its first option is the calmest.
    if (bits == 0 && item.type == ItemType::Choice) bits = 1;
    choose(item, bits, state);
  }
  return state;
}

}  // namespace tiredness::verification
