#include <array>

#include "tiredness/assessment.hpp"

namespace tiredness {
namespace {

/// Collects the answers that the leaves of one truth stand on.
class Collector {
 public:
  explicit Collector(const Facts& facts) : facts_(facts) {}

  /// What makes a True condition true; what keeps another one from being true.
  void collect(Condition condition, bool is_true) {
    const Node& head = condition.front();
    if (!is_group(head.op)) return collect_leaf(head, is_true);
    for (std::size_t at = 1; at < head.size; at += condition[at].size) {
      const Condition part = condition.subspan(at, condition[at].size);
      const bool part_is_true = facts_.evaluate(part) == Truth::True;
      if (part_is_true == is_true) collect(part, is_true);
    }
  }

  /// In the order of the items.
  [[nodiscard]] DecidingAnswers take() const {
    DecidingAnswers answers;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto id = static_cast<ItemId>(i);
      if ((found_ & bit_of(id)) != 0) answers.push_back({id, chosen_[i]});
    }
    return answers;
  }

 private:
  void collect_leaf(const Node& node, bool is_true) {
    switch (node.op) {
      case Op::NotEnabled: return;
      case Op::Has:
      case Op::CountAtLeast:
        return add(node.item, facts_.answers().chosen(node.item) & (is_true ? node.argument : ~0U));
      case Op::IsNot:
        if (facts_.answers().answered(node.item)) add(node.item, facts_.answers().chosen(node.item));
        return;
      case Op::Above: add(static_cast<ItemId>(node.argument), 0); break;
      case Op::TreatmentDay:
      case Op::AfterTreatmentDay:
        for (const ItemId id : {item("daily-dose"), item("slept")})
          if (facts_.enabled(id)) add(id, facts_.answers().chosen(id));
        break;
      default: break;
    }
    add(node.item, facts_.answers().chosen(node.item));
  }

  void add(ItemId id, std::uint32_t chosen) {
    found_ |= bit_of(id);
    chosen_[static_cast<std::size_t>(id)] |= chosen;
  }

  const Facts& facts_;
  ItemSet found_ = 0;
  std::array<std::uint32_t, items.size()> chosen_{};
};

}  // namespace

DecidingAnswers deciding_answers(Condition condition, const Facts& facts) {
  Collector collector{facts};
  collector.collect(condition, facts.evaluate(condition) == Truth::True);
  return collector.take();
}

}  // namespace tiredness
