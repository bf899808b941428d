#include "canonical.hpp"

#include <algorithm>
#include <vector>

#include "tiredness/json/digits.hpp"

namespace tiredness::json {
namespace {

/// The letter behind the backslash, for those that have one.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\': return c;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return '\0';
  }
}

void write(std::string_view text, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (const char letter = short_escape(c); letter != '\0') {
      out += {'\\', letter};
    } else if (byte < ' ') {
      out += {'\\', 'u', '0', '0', hex[byte >> 4U], hex[byte & 0xFU]};
    } else {
      out += c;
    }
  }
  out += '"';
}

void write(const Value& value, std::string& out);

void write_members(std::vector<Value> members, std::string& out) {
  std::sort(members.begin(), members.end(),
            [](const Value& one, const Value& other) { return one.key() < other.key(); });
  out += '{';
  for (const Value& member : members) {
    if (out.back() != '{') out += ',';
    write(member.key(), out);
    out += ':';
    write(member, out);
  }
  out += '}';
}

std::vector<Value> members_of(const Value& value) {
  std::vector<Value> members;
  for (const Value member : value) members.push_back(member);
  return members;
}

void write_elements(const Value& array, std::string& out) {
  out += '[';
  for (const Value element : array) {
    if (out.back() != '[') out += ',';
    write(element, out);
  }
  out += ']';
}

void write(const Value& value, std::string& out) {
  switch (value.kind()) {
    case Kind::Null: out += "null"; return;
    case Kind::Boolean: out += value.boolean() ? "true" : "false"; return;
    case Kind::Integer: out += Digits{value.integer()}.view(); return;
    case Kind::Decimal: out += value.text(); return;
    case Kind::String: return write(value.text(), out);
    case Kind::Array: return write_elements(value, out);
    case Kind::Object: return write_members(members_of(value), out);
  }
}

}  // namespace

std::string canonical(const Value& value) {
  std::string out;
  write(value, out);
  return out;
}

std::string canonical_members(const Value& object, bool (*wanted)(std::string_view name)) {
  std::vector<Value> members = members_of(object);
  std::erase_if(members, [&](const Value& member) { return !wanted(member.key()); });
  std::string out;
  write_members(std::move(members), out);
  return out;
}

}  // namespace tiredness::json
