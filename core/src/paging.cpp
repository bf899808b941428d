#include "tiredness/paging.hpp"

namespace tiredness {
namespace {

/// A page with no item to ask is skipped.
bool has_items(std::size_t page, const Facts& facts) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].page == static_cast<Page>(page) && facts.enabled(static_cast<ItemId>(i))) return true;
  return false;
}

std::optional<Page> first_page_from(std::size_t start, const Facts& facts) {
  for (std::size_t page = start; page < page_ids.size(); ++page)
    if (has_items(page, facts)) return static_cast<Page>(page);
  return std::nullopt;
}

constexpr bool pages_fit = [] {
  std::array<std::size_t, page_ids.size()> count{};
  for (const Item& question : items)
    if (++count[static_cast<std::size_t>(question.page)] > most_on_page) return false;
  return true;
}();
static_assert(pages_fit);

/// Whether what was asked so far already decides an emergency or a crisis, or that someone must be woken.
std::optional<Interim> interim_after(Page page, const RuleSet& rules, const Facts& facts, const Shown& shown) {
  const Disposition so_far = decide(rules, facts.with_unasked(items_after(page)));
  Levels levels;
  bool is_new = false;
  for (const Level level : {Level::Emergency, Level::Crisis}) {
    if (!so_far.levels.has(level)) continue;
    levels.add(level);
    is_new = is_new || !shown.levels.has(level);
  }
  if (is_new) return Interim{Interim::Kind::Result, levels, page};
  const bool not_checked =
      (facts.answers().chosen(item("alertness")) & option_bits(item("alertness"), "not-checked")) != 0;
  if (page == Page::Alertness && not_checked && !shown.wake && !so_far.levels.has(Level::Emergency))
    return Interim{Interim::Kind::Wake, {}, page};
  return std::nullopt;
}

}  // namespace

List<PageError, most_on_page> errors_on(std::span<const ItemId> asked, const Facts& facts) {
  List<PageError, most_on_page> errors;
  for (const ItemId id : asked) {
    const SessionFault fault = facts.session().fault;
    // What was chosen before it was withdrawn ("too soon to tell") is asked again.
    if (item_of(id).required && (!facts.answers().answered(id) || facts.holds_withdrawn(id)))
      errors.push_back({id, PageFault::Required});
    else if (id == item("session-ended") && (fault == SessionFault::Future || fault == SessionFault::TooOld))
      errors.push_back({id, PageFault::ImpossibleTime});
  }
  return errors;
}

PageView view_page(Page page, const Facts& facts) {
  PageView view;
  view.page = page;
  for (std::size_t other = 0; other < page_ids.size(); ++other) {
    if (!has_items(other, facts)) continue;
    ++view.of;
    if (other <= static_cast<std::size_t>(page)) ++view.step;
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].page == page && facts.enabled(static_cast<ItemId>(i)) && facts.visible(static_cast<ItemId>(i)))
      view.items.push_back(static_cast<ItemId>(i));
  return view;
}

PageView next_page(const RuleSet& rules, std::optional<Page> page, const Facts& facts, const Shown& shown) {
  if (!page) return view_page(*first_page_from(0, facts), facts);
  PageView same = view_page(*page, facts);
  same.errors = errors_on(same.items, facts);
  if (!same.errors.empty()) return same;
  const auto next = first_page_from(static_cast<std::size_t>(*page) + 1, facts);
  PageView view = next ? view_page(*next, facts) : PageView{};
  view.interim = interim_after(*page, rules, facts, shown);
  return view;
}

PageView previous_page(std::optional<Page> page, const Facts& facts) {
  std::size_t at = page ? static_cast<std::size_t>(*page) : page_ids.size();
  while (at-- > 0)
    if (has_items(at, facts)) return view_page(static_cast<Page>(at), facts);
  PageView start;
  start.at_start = true;
  return start;
}

}  // namespace tiredness
