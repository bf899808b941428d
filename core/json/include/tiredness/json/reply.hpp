#pragma once
/// @brief The envelope of every reply: `{"ok":true,"value":…}`, or `{"ok":false,"diagnostics":[…]}`. Nobody else writes it or takes
/// it apart.

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/json/diagnostic.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {

/// The reply to a request that could be used. `write(out)` writes its value.
template <class Write>
std::string replied(Write write) {
  Writer out;
  out.begin_object().key("ok").boolean(true).key("value");
  write(out);
  return out.end_object().take();
}

/// The reply to a request with errors.
std::string refused(const Diagnostics& diagnostics);

/// Faults as `[{"severity":…,"code":…,"pointer":…,"message":…}]`.
void write_diagnostics(Writer& out, const Diagnostics& diagnostics);

/// The value of a reply, as JSON; nothing where the request was refused. Valid as long as the reply.
std::optional<std::string_view> value_in(std::string_view reply);

}  // namespace tiredness::json
