#pragma once
/// @brief Characters that grow at the end.

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace tiredness::json {

/// As std::string, but every call is in this build and can be inlined: with std::string, whose members lie in the
/// standard library, a third of an assessment in the browser was spent on adding one character after another.
class Buffer {
 public:
  using value_type = char;  // NOLINT(readability-identifier-naming): the lexer's name for it

  // NOLINTBEGIN(readability-identifier-naming): so too
  void push_back(char c) {
    if (size_ == room_) grow(1);
    characters_[size_++] = c;
  }
  // NOLINTEND(readability-identifier-naming)
  void append(std::string_view text) {
    if (text.empty()) return;
    if (text.size() > room_ - size_) grow(text.size());
    std::memcpy(characters_.get() + size_, text.data(), text.size());
    size_ += text.size();
  }
  void reserve(std::size_t more) {
    if (more > room_ - size_) grow(more);
  }
  /// Makes room for that many and gives where they go; `extend` then says how many there are.
  char* room_for(std::size_t more) {
    reserve(more);
    return characters_.get() + size_;
  }
  void extend(std::size_t more) { size_ += more; }
  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {characters_.get(), size_}; }
  /// The characters with a zero behind them.
  [[nodiscard]] const char* data() {
    push_back('\0');
    --size_;
    return characters_.get();
  }

 private:
  void grow(std::size_t more);

  std::unique_ptr<char[]> characters_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace tiredness::json
