#include "tiredness/json/reporter.hpp"

namespace tiredness::json {

void Reporter::error(std::string_view code, const Value& at, Pieces message) const {
  diagnostics_->error(code, pointer_to(at), joined(message));
}

void Reporter::warning(std::string_view code, const Value& at, Pieces message) const {
  diagnostics_->warning(code, pointer_to(at), joined(message));
}

void Reporter::wrong_type(const Value& at, std::string_view expected) const {
  error("wrong-type", at, {"expected ", expected, ", found ", name_of(at.kind())});
}

}  // namespace tiredness::json
