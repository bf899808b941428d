#include "tiredness/json/buffer.hpp"

#include <algorithm>
#include <utility>

namespace tiredness::json {

void Buffer::grow(std::size_t more) {
  constexpr std::size_t least = 256;
  room_ = std::max({room_ * 2, size_ + more, least});
  std::unique_ptr<char[]> larger{new char[room_]};
  if (size_ > 0) std::memcpy(larger.get(), characters_.get(), size_);
  characters_ = std::move(larger);
}

}  // namespace tiredness::json
