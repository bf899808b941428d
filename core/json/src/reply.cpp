#include "tiredness/json/reply.hpp"

namespace tiredness::json {

std::string refused(const Diagnostics& diagnostics) {
  Writer out;
  out.begin_object().key("ok").boolean(false).key("diagnostics");
  write_diagnostics(out, diagnostics);
  return out.end_object().take();
}

void write_diagnostics(Writer& out, const Diagnostics& diagnostics) {
  out.begin_array();
  for (const Diagnostic& fault : diagnostics.all()) {
    out.begin_object().member("severity", fault.severity == Diagnostic::Severity::Error ? "error" : "warning");
    out.member("code", fault.code).member("pointer", fault.pointer).member("message", fault.message).end_object();
  }
  out.end_array();
}

std::optional<std::string_view> value_in(std::string_view reply) {
  constexpr std::string_view before = R"({"ok":true,"value":)";
  constexpr std::string_view after = "}";
  if (!reply.starts_with(before)) return std::nullopt;
  return reply.substr(before.size(), reply.size() - before.size() - after.size());
}

}  // namespace tiredness::json
