#pragma once
/// @brief Writes JSON, in the order in which it is told. Nothing is kept but the text.

#include <cstdint>
#include <string>
#include <string_view>

#include "tiredness/json/buffer.hpp"

namespace tiredness::json {

class Writer {
 public:
  Writer& begin_object() { return begin('{'); }
  Writer& end_object() { return end('}'); }
  Writer& begin_array() { return begin('['); }
  Writer& end_array() { return end(']'); }
  Writer& key(std::string_view key);
  /// One string of up to four parts.
  Writer& string(std::string_view text, std::string_view second = {}, std::string_view third = {},
                 std::string_view fourth = {});
  Writer& integer(std::int64_t value);
  Writer& boolean(bool value) { return raw(value ? "true" : "false"); }
  Writer& null() { return raw("null"); }
  /// Text that is JSON already.
  Writer& raw(std::string_view json);

  Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }

  [[nodiscard]] std::string take() const { return std::string(out_.view()); }

 private:
  Writer& begin(char bracket);
  Writer& end(char bracket);
  void separate();
  void escape(std::string_view text);

  Buffer out_;
  bool comma_ = false;  ///< the next value is not the first
};

}  // namespace tiredness::json
