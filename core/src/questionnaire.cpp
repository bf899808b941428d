#include "tiredness/questionnaire.hpp"

namespace tiredness {

static_assert(items.size() <= 32, "sets of items are bits of a 32-bit number");

std::optional<Page> find_page(std::string_view id) {
  for (std::size_t i = 0; i < page_ids.size(); ++i)
    if (page_ids[i] == id) return static_cast<Page>(i);
  return std::nullopt;
}

}  // namespace tiredness
