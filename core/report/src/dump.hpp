#pragma once
/// @brief A dump of rules while it is read: what its values must look like, and which things its ids name. Every fault is noted, and
/// reading goes on.

#include <initializer_list>
#include <optional>
#include <string_view>

#include "tiredness/json/reporter.hpp"
#include "tiredness/rule_book.hpp"

namespace tiredness::json {

class Dump {
 public:
  /// @param book what was read so far, and what is being read
  Dump(RuleBook& book, const Reporter& report) : book_(book), report_(report) {}

  [[nodiscard]] RuleBook& book() const { return book_; }
  [[nodiscard]] BookItem& item(ItemId id) const { return book_.items[static_cast<std::size_t>(id)]; }
  void error(std::string_view code, const Value& at, Reporter::Pieces message) const {
    report_.error(code, at, message);
  }

  [[nodiscard]] bool is(const Value& value, Kind kind) const;
  /// An object with these members, all of them and no others: what is not known could change a level.
  [[nodiscard]] bool has_members(const Value& value, std::initializer_list<std::string_view> needed,
                                 std::initializer_list<std::string_view> allowed = {}) const;
  [[nodiscard]] bool has_member(const Value& value, std::string_view name) const;

  /// The text of an id; empty where it is none.
  [[nodiscard]] std::string_view id_in(const Value& value) const;
  /// A whole number of that range; the least where it is none.
  [[nodiscard]] int number_in(const Value& value, std::int64_t least, std::int64_t most) const;

  [[nodiscard]] std::optional<ItemId> item_named(const Value& value) const;
  /// The option's place in the item's options.
  [[nodiscard]] std::optional<unsigned> option_named(const BookItem& of, const Value& value) const;
  [[nodiscard]] std::optional<Setting> setting_named(const Value& value) const;

 private:
  RuleBook& book_;
  const Reporter& report_;
};

}  // namespace tiredness::json
