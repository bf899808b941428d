#pragma once
/// @brief Says what is wrong with a value, at its place in the document.

#include <initializer_list>

#include "tiredness/json/document.hpp"

namespace tiredness::json {

class Reporter {
 public:
  using Pieces = std::initializer_list<std::string_view>;

  /// @param root of what is read: pointers start there.
  Reporter(Diagnostics& diagnostics, const Value& root) : diagnostics_(&diagnostics), root_(root) {}

  void error(std::string_view code, const Value& at, Pieces message) const;
  void warning(std::string_view code, const Value& at, Pieces message) const;
  /// "expected … , found …"
  void wrong_type(const Value& at, std::string_view expected) const;

  [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }
  [[nodiscard]] std::string pointer_to(const Value& value) const { return value.pointer(root_); }

 private:
  Diagnostics* diagnostics_;
  Value root_;
};

}  // namespace tiredness::json
