#include "read_condition.hpp"

#include "tiredness/json/digits.hpp"
#include "tiredness/report/rule_names.hpp"

namespace tiredness::json {
namespace {

constexpr std::size_t most_nodes = 255;
constexpr std::int64_t largest_threshold = 1'000'000;

/// A setting counted in days is known by its name.
bool is_in_days(std::string_view setting) { return setting.ends_with("Days"); }

/// The type that the item of an operator has; nothing where any will do.
std::optional<ItemType> type_for(Op op) {
  switch (op) {
    case Op::AtLeast:
    case Op::Below:
    case Op::Above:
    case Op::RoseSinceCheck:
    case Op::SameSinceCheck:
    case Op::CoursePersistent:
    case Op::CoursePersistentDaily: return ItemType::Integer;
    case Op::SessionKnown:
    case Op::SessionUnclear:
    case Op::SessionNotYet:
    case Op::TreatmentDay:
    case Op::AfterTreatmentDay: return ItemType::DateTime;
    default: return counts_hours(op) ? std::optional{ItemType::DateTime} : std::nullopt;
  }
}

/// Its functions say whether what they read is whole.
class ConditionReader {
 public:
  explicit ConditionReader(const Dump& dump) : dump_(dump) {}

  bool read_node(const Value& value) {
    if (!dump_.is(value, Kind::Object)) return false;
    for (const Op group : {Op::AllOf, Op::AnyOf})
      if (const Found parts = value.find(name_in(op_names, group))) return read_group(value, group, *parts);
    return read_leaf(value);
  }

  Nodes take() { return std::move(nodes_); }

 private:
  bool read_group(const Value& value, Op op, const Value& parts) {
    if (!dump_.has_members(value, {name_in(op_names, op)}) || !dump_.is(parts, Kind::Array)) return false;
    if (parts.empty()) {
      dump_.error("no-parts", parts, {"a group has at least one part"});
      return false;
    }
    const std::size_t head = nodes_.size();
    nodes_.push_back({op, 1, {}, 0, 0});
    bool whole = true;
    for (const Value part : parts) whole = read_node(part) && whole;
    if (nodes_.size() > most_nodes) {
      dump_.error("too-long", value,
                  {"more than ", Digits{static_cast<std::int64_t>(most_nodes)}.view(), " parts; split the rule"});
      return false;
    }
    nodes_[head].size = static_cast<std::uint8_t>(nodes_.size() - head);
    return whole;
  }

  bool read_leaf(const Value& value) {
    const Found name = value.find("op");
    if (!name) return dump_.has_members(value, {"op", "linkId"});
    const auto op = find_in(op_names, name->text());
    if (!op || is_group(*op)) {
      dump_.error("unknown-operator", *name, {"not known to this build, and it could change a level"});
      return false;
    }
    Node node{*op, 1, {}, 0, 0};
    if (!has_members_of(*op, value)) return false;
    const auto id = dump_.item_named(*value.find("linkId"));
    if (!id) return false;
    node.item = *id;
    if (!fits(*op, dump_.item(*id), *value.find("linkId"))) return false;
    if (is_choice(*op) && !read_options(value, node)) return false;
    if (*op == Op::Above && !read_other(*value.find("other"), node)) return false;
    if (has_threshold(*op) && !read_threshold(value, node)) return false;
    nodes_.push_back(node);
    return true;
  }

  [[nodiscard]] bool has_members_of(Op op, const Value& value) const {
    if (op == Op::CountAtLeast) return dump_.has_members(value, {"op", "linkId", "count", "options"});
    if (is_choice(op)) return dump_.has_members(value, {"op", "linkId", "options"});
    if (op == Op::Above) return dump_.has_members(value, {"op", "linkId", "other"});
    if (has_threshold(op)) return dump_.has_members(value, {"op", "linkId"}, {"setting", "value", "plus"});
    return dump_.has_members(value, {"op", "linkId"});
  }

  [[nodiscard]] bool fits(Op op, const BookItem& of, const Value& at) const {
    const auto type = type_for(op);
    if (!type || *type == of.type) return true;
    dump_.error("wrong-item", at, {"this operator reads an item of the type ", name_in(type_names, *type)});
    return false;
  }

  [[nodiscard]] bool read_options(const Value& value, Node& node) const {
    const BookItem& of = dump_.item(node.item);
    const Found options = value.find("options");
    if (!dump_.is(*options, Kind::Array)) return false;
    if (options->empty()) {
      if (node.op != Op::Has) dump_.error("no-options", *options, {"at least one option is needed"});
      node.argument = ~0U;  // answered with anything
      return node.op == Op::Has;
    }
    for (const Value option : *options) {
      const auto place = dump_.option_named(of, option);
      if (!place) return false;
      node.argument |= 1U << *place;
    }
    if (node.op == Op::CountAtLeast)
      node.count = static_cast<std::uint8_t>(
          dump_.number_in(*value.find("count"), 1, static_cast<std::int64_t>(of.options.size())));
    return true;
  }

  [[nodiscard]] bool read_other(const Value& value, Node& node) const {
    const auto other = dump_.item_named(value);
    if (!other || !fits(node.op, dump_.item(*other), value)) return false;
    node.argument = static_cast<std::uint32_t>(*other);
    return true;
  }

  [[nodiscard]] bool read_threshold(const Value& value, Node& node) const {
    const Found setting = value.find("setting");
    const Found fixed = value.find("value");
    if (static_cast<bool>(setting) == static_cast<bool>(fixed)) {
      dump_.error("no-threshold", value, {"either 'setting' or 'value' is needed"});
      return false;
    }
    if (fixed) {
      if (const Found plus = value.find("plus")) dump_.error("no-threshold", *plus, {"'plus' goes with 'setting'"});
      node.argument = static_cast<std::uint32_t>(dump_.number_in(*fixed, 0, largest_threshold));
      return true;
    }
    const auto known = dump_.setting_named(*setting);
    if (!known) return false;
    const bool days = counts_hours(node.op) && is_in_days(setting->text());
    const Found plus = value.find("plus");
    if (plus) static_cast<void>(dump_.number_in(*plus, 1, 1));
    Threshold threshold = days ? in_days(*known) : Threshold{*known};
    if (plus) threshold = one_more_than(threshold);
    node.argument = threshold.raw;
    return true;
  }

  const Dump& dump_;
  Nodes nodes_;
};

}  // namespace

Nodes read_condition(const Dump& dump, const Value& value) {
  ConditionReader reader{dump};
  return reader.read_node(value) ? reader.take() : Nodes{};
}

}  // namespace tiredness::json
