#pragma once
/// @brief A JSON document, read within limits. The only user of nlohmann_json is document.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/json/buffer.hpp"
#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

inline constexpr std::size_t document_limit = std::size_t{64} * 1024;  ///< bytes
inline constexpr std::size_t catalogue_limit =
    std::size_t{256} * 1024;                       ///< bytes of a file of texts, which only staff write
inline constexpr std::size_t depth_limit = 16;     ///< objects and arrays within each other
inline constexpr std::size_t member_limit = 2000;  ///< members of one object or array

enum class Kind : std::uint8_t { Null, Boolean, Integer, Decimal, String, Array, Object };

class Value;
class Found;

/// Whether the text is longer than that, which is then an error.
bool is_too_large(std::string_view text, std::size_t limit, Diagnostics& diagnostics);

/// Values in the order of the text; strings in one pool. Numbers that are not 64-bit integers keep their digits.
class Document {
 public:
  /// Reads. Nothing if the text is no JSON within the limits; the reason is then among the diagnostics. Duplicate keys
  /// are errors, with reading going on to find the rest.
  static std::optional<Document> parse(std::string_view text, Diagnostics& diagnostics,
                                       std::size_t limit = document_limit);

  [[nodiscard]] Value root() const;

 private:
  friend class Value;
  friend class Found;
  friend class DocumentBuilder;
  /// Relatives are named by how many nodes away they are: 0 is nobody.
  struct Node {
    std::string_view key;
    std::string_view text;
    std::int64_t integer = 0;
    std::uint32_t members = 0;  ///< the first one is the next node
    std::uint32_t next = 0;     ///< to the next member of the same parent
    std::uint32_t parent = 0;   ///< back to it
    Kind kind = Kind::Null;
  };

  std::vector<Node> nodes_;
  Buffer pool_;
};

/// A view of one value. Valid as long as its document.
class Value {
 public:
  [[nodiscard]] Kind kind() const { return node_->kind; }
  [[nodiscard]] bool is(Kind kind) const { return node_->kind == kind; }
  [[nodiscard]] std::string_view key() const { return node_->key; }
  /// A string's characters, or a decimal number's digits as written.
  [[nodiscard]] std::string_view text() const { return node_->text; }
  [[nodiscard]] std::int64_t integer() const { return node_->integer; }
  [[nodiscard]] bool boolean() const { return node_->integer != 0; }
  /// The member of an object.
  [[nodiscard]] Found find(std::string_view key) const;
  /// Where it stands below `root`, which is the document's or a value around this one.
  [[nodiscard]] std::string pointer(const Value& root) const;

  class Iterator {
   public:
    explicit Iterator(const Document::Node* node) : node_(node) {}
    Value operator*() const { return Value{node_}; }
    Iterator& operator++() {
      node_ = node_->next != 0 ? node_ + node_->next : nullptr;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    const Document::Node* node_;
  };
  /// The members of an object or array; none of anything else.
  [[nodiscard]] Iterator begin() const { return Iterator{empty() ? nullptr : node_ + 1}; }
  [[nodiscard]] static Iterator end() { return Iterator{nullptr}; }
  [[nodiscard]] bool empty() const { return node_->members == 0; }

 private:
  friend class Document;
  friend class DocumentBuilder;
  friend class Found;
  explicit Value(const Document::Node* node) : node_(node) {}
  const Document::Node* node_;
};

/// A value that may not be there.
class Found {
 public:
  Found(std::nullopt_t /*nothing*/) : value_(nullptr) {}  // NOLINT(google-explicit-constructor): as of an optional
  explicit Found(Value value) : value_(value) {}
  explicit operator bool() const { return value_.node_ != nullptr; }
  const Value& operator*() const { return value_; }
  const Value* operator->() const { return &value_; }

 private:
  Value value_;
};

/// "a string", "a number", … for messages.
std::string_view name_of(Kind kind);

}  // namespace tiredness::json
