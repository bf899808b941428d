#pragma once
/// @brief A few things in a row.

#include <array>
#include <cassert>
#include <cstddef>

namespace tiredness {

/// At most N things, within the list itself: a result has a dozen such lists, and none of them asks for memory.
template <class T, std::size_t N>
class List {
 public:
  constexpr List() = default;

  /// @pre there is room; who fills a list from a table asserts that it fits.
  constexpr void push_back(const T& thing) {
    assert(size_ < N);
    things_[size_++] = thing;
  }

  [[nodiscard]] constexpr const T* data() const { return things_.data(); }
  [[nodiscard]] constexpr const T* begin() const { return data(); }
  [[nodiscard]] constexpr const T* end() const { return data() + size_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const T& operator[](std::size_t index) const {
    assert(index < size_);
    return things_[index];
  }
  [[nodiscard]] constexpr const T& front() const { return (*this)[0]; }
  [[nodiscard]] constexpr const T& back() const { return (*this)[size_ - 1]; }

 private:
  std::array<T, N> things_{};
  std::size_t size_ = 0;
};

}  // namespace tiredness
