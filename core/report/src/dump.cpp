#include "dump.hpp"

#include <algorithm>

#include "tiredness/json/digits.hpp"

namespace tiredness::json {
namespace {

constexpr std::size_t longest_id = 80;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

}  // namespace

bool Dump::is(const Value& value, Kind kind) const {
  if (!value.is(kind)) report_.wrong_type(value, name_of(kind));
  return value.is(kind);
}

bool Dump::has_members(const Value& value, std::initializer_list<std::string_view> needed,
                       std::initializer_list<std::string_view> allowed) const {
  if (!is(value, Kind::Object)) return false;
  const auto is_in = [](std::initializer_list<std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  bool all = true;
  for (const Value member : value)
    if (!is_in(needed, member.key()) && !is_in(allowed, member.key()))
      error("unknown-member", member, {"not known to this build, and it could change a level"});
  for (const std::string_view name : needed) all = has_member(value, name) && all;
  return all;
}

bool Dump::has_member(const Value& value, std::string_view name) const {
  const bool has = static_cast<bool>(value.find(name));
  if (!has) error("missing-member", value, {"'", name, "' is missing"});
  return has;
}

std::string_view Dump::id_in(const Value& value) const {
  if (!is(value, Kind::String)) return {};
  if (!is_id(value.text())) {
    error("not-an-id", value, {"expected an id: letters, digits, hyphens and dots"});
    return {};
  }
  return value.text();
}

int Dump::number_in(const Value& value, std::int64_t least, std::int64_t most) const {
  if (!is(value, Kind::Integer)) return static_cast<int>(least);
  if (value.integer() < least || value.integer() > most) {
    error("out-of-range", value, {"expected a whole number from ", Digits{least}.view(), " to ", Digits{most}.view()});
    return static_cast<int>(least);
  }
  return static_cast<int>(value.integer());
}

std::optional<ItemId> Dump::item_named(const Value& value) const {
  const std::string_view id = id_in(value);
  for (std::size_t i = 0; i < book_.items.size(); ++i)
    if (book_.items[i].link_id == id) return static_cast<ItemId>(i);
  if (!id.empty()) error("unknown-item", value, {"no such item in this dump"});
  return std::nullopt;
}

std::optional<unsigned> Dump::option_named(const BookItem& of, const Value& value) const {
  const std::string_view id = id_in(value);
  for (unsigned i = 0; i < of.options.size(); ++i)
    if (of.options[i] == id) return i;
  if (!id.empty()) error("unknown-option", value, {"'", of.link_id, "' has no such option in this dump"});
  return std::nullopt;
}

std::optional<Setting> Dump::setting_named(const Value& value) const {
  const std::string_view id = id_in(value);
  for (std::size_t i = 0; i < book_.settings.size(); ++i)
    if (book_.settings[i].id == id) return static_cast<Setting>(i);
  if (!id.empty()) error("unknown-setting", value, {"no such setting in this dump"});
  return std::nullopt;
}

}  // namespace tiredness::json
