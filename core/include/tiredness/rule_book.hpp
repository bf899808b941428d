#pragma once
/// @brief A rule set as data: everything that can change a level, owned. The rules that ship are one; a dump of an earlier
/// release is another, with questions that this build may not know. core/report writes and reads it; two can be compared
/// (core/verify).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/clinic_config.hpp"
#include "tiredness/level.hpp"
#include "tiredness/predicate.hpp"

namespace tiredness {

/// A condition that owns its nodes. Within a book an ItemId is a place in the book's own items, an option bit a place in the
/// item's own options, a setting a place in the book's own settings.
using Nodes = std::vector<Node>;

/// A copy of a condition, which owns its nodes.
inline Nodes owned(Condition condition) { return {condition.begin(), condition.end()}; }

struct BookItem {
  std::string link_id;
  ItemType type = ItemType::Choice;
  std::string page;
  std::vector<std::string> options;
  Nodes asked_when = owned(always);
  bool operator==(const BookItem&) const = default;
};

struct BookRule {
  std::string id;
  Level level = Level::Emergency;
  std::string sources;  ///< fact ids, separated by spaces
  Nodes when;
  bool operator==(const BookRule&) const = default;
};

struct BookSetting {
  std::string id;
  int standard = 0;
  int least = 0;
  int most = 0;
  int value = 0;  ///< in force
  bool operator==(const BookSetting&) const = default;
};

/// An option that counts as another one of its item.
struct BookCountsAs {
  ItemId item{};
  unsigned option = 0;
  unsigned counts_as = 0;
  Nodes when;
  bool operator==(const BookCountsAs&) const = default;
};

struct RuleBook {
  std::string version;
  /// Whether its dump tells items and derived values. Dumps of rule set 1 did not.
  bool tells_items = true;
  std::vector<BookItem> items;  ///< in the order in which they are asked
  Nodes treatment_day;          ///< derived values
  Nodes drowsy;
  std::vector<BookCountsAs> counts_as;
  std::vector<BookRule> rules;  ///< without the two defaults
  BookRule expected;            ///< the default where no rule fires: its condition is the allow-list
  BookRule not_on_allow_list;   ///< the default where that does not hold; it carries the same condition
  std::vector<BookSetting> settings;
  bool operator==(const RuleBook&) const = default;
};

/// The rules that ship, under these settings.
RuleBook shipped_rule_book(const ClinicConfig& config = {});

/// The threshold of a node, under the settings of its book; times in hours. @pre the node has one.
int threshold_in(const RuleBook& book, const Node& node);

/// The lines of an allow-list: all must hold.
std::vector<Condition> lines_of(Condition allow_list);

}  // namespace tiredness
