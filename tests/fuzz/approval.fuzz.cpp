// Any text as an approval: what approves says who approved, and what has a fault approves nothing.
#include "fuzz.hpp"
#include "tiredness/approval/approval.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiredness;
  const std::string_view text = fuzz::text_of(data, size);
  const json::ApprovalVerdict verdict = json::check_approval(text, "{}", "2026-11-22");
  fuzz::demand(verdict.said.empty() == verdict.faults.has_errors(), "a fault, and it approves all the same", text);
  fuzz::demand_envelope(json::hashes(R"({"config":)" + std::string(text) + "}"));
  return 0;
}
