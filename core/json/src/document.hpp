#pragma once
/// @brief A JSON document, read within limits. The only user of nlohmann_json is document.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

inline constexpr std::size_t document_limit = std::size_t{64} * 1024;  ///< bytes
inline constexpr std::size_t depth_limit = 16;            ///< objects and arrays within each other
inline constexpr std::size_t member_limit = 2000;         ///< members of one object or array

enum class Kind : std::uint8_t { Null, Boolean, Integer, Decimal, String, Array, Object };

class Value;

/// Values in the order of the text; strings in one pool. Numbers that are not 64-bit integers keep their digits.
class Document {
 public:
  /// Reads. Nothing if the text is no JSON within the limits; the reason is then among the diagnostics. Duplicate keys
  /// are errors, with reading going on to find the rest.
  static std::optional<Document> parse(std::string_view text, Diagnostics& diagnostics);

  [[nodiscard]] Value root() const;

 private:
  friend class Value;
  friend class DocumentBuilder;
  struct Span {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
  };
  struct Node {
    Kind kind = Kind::Null;
    Span key{};
    Span text{};
    std::int64_t integer = 0;
    std::uint32_t first_child = 0;   // 0: none (the root is nobody's child)
    std::uint32_t next_sibling = 0;
  };
  [[nodiscard]] std::string_view text_of(Span span) const { return std::string_view(pool_).substr(span.at, span.size); }

  std::vector<Node> nodes_;
  std::string pool_;
};

/// A view of one value. Valid as long as its document.
class Value {
 public:
  [[nodiscard]] Kind kind() const { return node().kind; }
  [[nodiscard]] bool is(Kind kind) const { return node().kind == kind; }
  [[nodiscard]] std::string_view key() const { return document_->text_of(node().key); }
  /// A string's characters, or a decimal number's digits as written.
  [[nodiscard]] std::string_view text() const { return document_->text_of(node().text); }
  [[nodiscard]] std::int64_t integer() const { return node().integer; }
  [[nodiscard]] bool boolean() const { return node().integer != 0; }
  /// The member of an object.
  [[nodiscard]] std::optional<Value> find(std::string_view key) const;

  class Iterator {
   public:
    Iterator(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    Value operator*() const { return {document_, index_}; }
    Iterator& operator++() {
      index_ = document_->nodes_[index_].next_sibling;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Document* document_;
    std::uint32_t index_;
  };
  /// The members of an object or array; none of anything else.
  [[nodiscard]] Iterator begin() const { return {document_, node().first_child}; }
  [[nodiscard]] Iterator end() const { return {document_, 0}; }
  [[nodiscard]] bool empty() const { return node().first_child == 0; }

 private:
  friend class Document;
  friend class DocumentBuilder;
  Value(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
  [[nodiscard]] const Document::Node& node() const { return document_->nodes_[index_]; }
  const Document* document_;
  std::uint32_t index_;
};

/// "a string", "a number", … for messages.
std::string_view name_of(Kind kind);

}  // namespace tiredness::json
