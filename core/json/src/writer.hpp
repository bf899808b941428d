#pragma once
/// @brief Writes JSON, in the order in which it is told. Nothing is kept but the text.

#include <cstdint>
#include <string>
#include <string_view>

namespace tiredness::json {

class Writer {
 public:
  Writer& begin_object() { return begin('{'); }
  Writer& end_object() { return end('}'); }
  Writer& begin_array() { return begin('['); }
  Writer& end_array() { return end(']'); }
  Writer& key(std::string_view key);
  Writer& string(std::string_view text);
  Writer& integer(std::int64_t value);
  Writer& boolean(bool value) { return raw(value ? "true" : "false"); }
  Writer& null() { return raw("null"); }
  /// Text that is JSON already.
  Writer& raw(std::string_view json);

  Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Writer& begin(char bracket);
  Writer& end(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string out_;
  bool comma_ = false;  ///< the next value is not the first
};

}  // namespace tiredness::json
