#pragma once
/// @brief Which page comes next, what is on it, and when to stop for an early result.

#include <optional>
#include <span>

#include "tiredness/list.hpp"
#include "tiredness/rules.hpp"

namespace tiredness {

enum class PageFault : std::uint8_t {
  Required,        ///< nothing was answered
  ImpossibleTime,  ///< the session's time lies in the future, or too far back
};

struct PageError {
  ItemId item;
  PageFault fault;
};

/// An early stop before the page is shown.
struct Interim {
  enum class Kind : std::uint8_t {
    Result,  ///< emergency or crisis is already decided
    Wake,    ///< "try to wake them now"; `alertness` is then asked again
  };
  Kind kind;
  Levels levels;       ///< Kind::Result
  Page asked_through;  ///< the page just finished
};

/// Early results that have been shown, so that none is shown twice.
struct Shown {
  Levels levels;
  bool wake = false;
};

/// No page has more items.
inline constexpr std::size_t most_on_page = 8;

struct PageView {
  std::optional<Page> page;  ///< nothing: all pages are done, check your answers
  bool at_start = false;     ///< going back from the first page
  int step = 0;              ///< 1-based
  int of = 0;
  List<ItemId, most_on_page> items;
  List<PageError, most_on_page> errors;
  std::optional<Interim> interim;
};

/// Those of these items that are not answered as the page wants it.
List<PageError, most_on_page> errors_on(std::span<const ItemId> items, const Facts& facts);
/// The page as it stands.
PageView view_page(Page page, const Facts& facts);
/// The page after `page`, or `page` again with errors where something on it is not answered.
/// Without a page: the first one.
PageView next_page(const RuleSet& rules, std::optional<Page> page, const Facts& facts, const Shown& shown = {});
/// The page before `page`; without a page: the last one (back from the review).
PageView previous_page(std::optional<Page> page, const Facts& facts);

}  // namespace tiredness
