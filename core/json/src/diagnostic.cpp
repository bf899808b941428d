#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

void Diagnostics::error(std::string_view code, std::string pointer, std::string message) {
  all_.push_back({Diagnostic::Severity::Error, std::string(code), std::move(pointer), std::move(message)});
  has_errors_ = true;
}

void Diagnostics::warning(std::string_view code, std::string pointer, std::string message) {
  all_.push_back({Diagnostic::Severity::Warning, std::string(code), std::move(pointer), std::move(message)});
}

void Diagnostics::append(const Diagnostics& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
  has_errors_ = has_errors_ || others.has_errors_;
}

std::string operator/(std::string_view pointer, std::string_view token) {
  std::string result{pointer};
  result += '/';
  for (const char c : token) {
    if (c == '~')
      result += "~0";
    else if (c == '/')
      result += "~1";
    else
      result += c;
  }
  return result;
}

std::string operator/(std::string_view pointer, std::size_t index) {
  return pointer / std::string_view(std::to_string(index));
}

}  // namespace tiredness::json
