#pragma once
/// @brief Faults found in input: each says how bad, what, where, and what to do.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tiredness::json {

struct Diagnostic {
  enum class Severity : unsigned char {
    Error,    ///< the document cannot be used
    Warning,  ///< used all the same, as the message says
  };
  Severity severity;
  std::string code;     ///< stable, kebab-case
  std::string pointer;  ///< JSON Pointer (RFC 6901) into the document; empty: the whole of it
  std::string message;  ///< English, for staff
};

/// Collects faults, so that all are reported at once.
class Diagnostics {
 public:
  void error(std::string_view code, std::string_view pointer, std::string_view message);
  void warning(std::string_view code, std::string_view pointer, std::string_view message);
  void append(const Diagnostics& others);

  [[nodiscard]] bool has_errors() const { return has_errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  void add(Diagnostic::Severity severity, std::string_view code, std::string_view pointer, std::string_view message);

  std::vector<Diagnostic> all_;
  bool has_errors_ = false;
};

/// The pieces, one after the other.
std::string joined(std::initializer_list<std::string_view> pieces);

/// Appends one reference token to a JSON Pointer, escaped.
std::string operator/(std::string_view pointer, std::string_view token);
std::string operator/(std::string_view pointer, std::size_t index);

}  // namespace tiredness::json
