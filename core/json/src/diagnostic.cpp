#include "tiredness/json/diagnostic.hpp"

#include "tiredness/json/buffer.hpp"
#include "tiredness/json/digits.hpp"

namespace tiredness::json {

void Diagnostics::add(Diagnostic::Severity severity, std::string_view code, std::string_view pointer,
                      std::string_view message) {
  all_.push_back({severity, std::string(code), std::string(pointer), std::string(message)});
  has_errors_ = has_errors_ || severity == Diagnostic::Severity::Error;
}

void Diagnostics::error(std::string_view code, std::string_view pointer, std::string_view message) {
  add(Diagnostic::Severity::Error, code, pointer, message);
}

void Diagnostics::warning(std::string_view code, std::string_view pointer, std::string_view message) {
  add(Diagnostic::Severity::Warning, code, pointer, message);
}

void Diagnostics::append(const Diagnostics& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
  has_errors_ = has_errors_ || others.has_errors_;
}

std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

std::string operator/(std::string_view pointer, std::string_view token) {
  Buffer result;
  result.append(pointer);
  result.push_back('/');
  for (const char c : token) {
    const bool special = c == '~' || c == '/';
    result.push_back(special ? '~' : c);
    if (special) result.push_back(c == '~' ? '0' : '1');
  }
  return std::string(result.view());
}

std::string operator/(std::string_view pointer, std::size_t index) {
  return pointer / Digits{static_cast<std::int64_t>(index)}.view();
}

}  // namespace tiredness::json
