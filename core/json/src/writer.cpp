#include "tiredness/json/writer.hpp"

#include <cstring>

#include "tiredness/json/digits.hpp"

namespace tiredness::json {

void Writer::separate() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

Writer& Writer::begin(char bracket) {
  separate();
  out_.push_back(bracket);
  comma_ = false;
  return *this;
}

Writer& Writer::end(char bracket) {
  out_.push_back(bracket);
  comma_ = true;
  return *this;
}

Writer& Writer::key(std::string_view key) {
  string(key);
  out_.push_back(':');
  comma_ = false;
  return *this;
}

Writer& Writer::string(std::string_view text, std::string_view second, std::string_view third,
                       std::string_view fourth) {
  separate();
  out_.push_back('"');
  for (const std::string_view part : {text, second, third, fourth}) escape(part);
  out_.push_back('"');
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  separate();
  out_.append(Digits{value}.view());
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  separate();
  out_.append(json);
  return *this;
}

namespace {

/// Has one of eight characters to be escaped: is it below a space, a quote or a backslash?
bool any_to_escape(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = 0x8080808080808080U;
  const std::uint64_t quote = eight ^ (ones * '"');
  const std::uint64_t backslash = eight ^ (ones * '\\');
  return ((((eight - ones * ' ') & ~eight) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)) & tops) !=
         0;
}

}  // namespace

void Writer::escape(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr std::size_t longest = 6;  // \u00xx
  char* const start = out_.room_for(text.size() * longest);
  char* to = start;
  std::uint64_t eight = 0;
  for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight), to += sizeof eight) {
    std::memcpy(&eight, text.data(), sizeof eight);
    if (any_to_escape(eight)) break;
    std::memcpy(to, &eight, sizeof eight);
  }
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || c == '"' || c == '\\') *to++ = '\\';
    if (byte < ' ') {
      for (const char digit : {'u', '0', '0', hex[byte >> 4U]}) *to++ = digit;
      *to++ = hex[byte & 0xFU];
    } else {
      *to++ = c;
    }
  }
  out_.extend(static_cast<std::size_t>(to - start));
}

}  // namespace tiredness::json
