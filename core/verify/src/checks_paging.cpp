#include <algorithm>

#include "checks.hpp"
#include "tiredness/paging.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view property = "paging ends: no page twice, at most 10 pages, no dead end";
constexpr std::size_t most_pages = 10;

/// Walks every way through the pages, choosing on each page among the answers that can change what is asked.
class Walk {
 public:
  Walk(const RuleSet& rules, const ClinicConfig& config) : rules_(rules), config_(config) {
    const ClinicConfig* const configs[] = {&config};
    sessions_ = session_values(configs);
    sessions_.erase(sessions_.begin());  // not answered: the page does not let that pass
  }

  std::string run(std::uint64_t& ways, Situation& where) {
    Scene scene{config_};
    scene.now = Instant{};
    const PageView first = next_page(rules_, std::nullopt, scene.facts());
    visited_.clear();
    visit(first, scene);
    ways = ways_;
    where = where_;
    return fault_;
  }

 private:
  void visit(const PageView& view, const Scene& scene) {
    if (!fault_.empty()) return;
    if (!view.page) {
      ++ways_;
      return;
    }
    if (std::find(visited_.begin(), visited_.end(), *view.page) != visited_.end())
      return report("a page is asked twice", scene);
    if (visited_.size() == most_pages) return report("more than 10 pages", scene);
    if (view.items.empty()) return report("a page without a question", scene);
    visited_.push_back(*view.page);
    answer(*view.page, 0, scene);
    visited_.pop_back();
  }

  /// Answers the items of the page one after the other, then goes on.
  void answer(Page page, std::size_t from, const Scene& scene) {
    for (std::size_t i = from; i < items.size(); ++i) {
      const auto id = static_cast<ItemId>(i);
      const Facts facts = scene.facts();
      if (items[i].page != page || !facts.enabled(id) || !facts.visible(id)) continue;
      for (const Value& value : choices(id, facts)) {
        Scene next = scene;
        next.set(static_cast<unsigned>(i), value);
        answer(page, i + 1, next);
      }
      return;
    }
    const PageView after = next_page(rules_, page, scene.facts(), {Levels{Level::Emergency, Level::Crisis}, true});
    if (!after.errors.empty())
      return report("a dead end: everything is answered, and the page does not let pass", scene);
    visit(after, scene);
  }

  /// One value for each answer that decides what is asked; one value for all the others.
  [[nodiscard]] std::vector<Value> choices(ItemId id, const Facts& facts) const {
    if (id == item("session-ended")) return sessions_;
    const Item& question = item_of(id);
    std::vector<Value> values;
    const auto add = [&](std::uint32_t chosen) {
      values.emplace_back();
      values.back().chosen = chosen;
    };
    const bool decides = id == item("age") || id == item("danger-signs") || id == item("setting") ||
                         id == item("alertness") || id == item("before-session") || id == item("medicines") ||
                         id == item("who");
    if (question.type == ItemType::Integer) {
      add(1);
      if (id == item("tiredness")) add(highest_score + 1);
      return values;
    }
    for (unsigned option = 0; option < question.options.size(); ++option)
      if (facts.offers(question.options[option]) && (decides || values.empty())) add(1U << option);
    return values;
  }

  void report(std::string fault, const Scene& scene) {
    fault_ = std::move(fault);
    where_ = scene.situation();
  }

  const RuleSet& rules_;
  const ClinicConfig& config_;
  std::vector<Value> sessions_;
  std::vector<Page> visited_;
  std::uint64_t ways_ = 0;
  std::string fault_;
  Situation where_;
};

}  // namespace

void Checks::paging() {
  std::uint64_t ways = 0;
  Situation where;
  const std::string fault = Walk{rules_, config_}.run(ways, where);
  if (!fault.empty()) failed(property, fault, {where});
  covered(property, ways, "ways through the pages");
  step();
}

}  // namespace tiredness::verification
