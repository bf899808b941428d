#pragma once
/// @brief What every fuzz target demands of an answer, whatever went in.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace tiredness::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // bytes are characters here
}

/// Ends the run, with the reason, if the condition does not hold.
inline void demand(bool holds, std::string_view what, std::string_view answer) {
  if (holds) return;
  std::cerr << "fuzz: " << what << "\n" << answer << "\n";
  std::abort();
}

/// An envelope: a value, or diagnostics with at least one fault; never both, never neither.
inline void demand_envelope(const std::string& answer) {
  const bool accepted = answer.starts_with(R"({"ok":true,"value":)");
  const bool refused = answer.starts_with(R"({"ok":false,"diagnostics":[{"severity":)");
  demand(accepted != refused, "no envelope", answer);
  demand(answer.ends_with('}'), "an answer cut short", answer);
}

/// An assessment is never calm where something was refused or ticked as a danger sign.
inline void demand_careful(std::string_view request, const std::string& answer) {
  demand_envelope(answer);
  const bool accepted = answer.starts_with(R"({"ok":true)");
  const bool calm = answer.find(R"("level":"expected")") != std::string::npos;
  demand(accepted || !calm, "a refused request gave a level", answer);
  demand(!calm || request.find("\"none\"") != std::string_view::npos, "expected without an answer to the danger signs",
         answer);
}

}  // namespace tiredness::fuzz
