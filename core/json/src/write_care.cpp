#include "write_result.hpp"

namespace tiredness::json {
namespace {

/// A line that waits for an hour names its clock time; once that is over, what else it waits for.
void write_safety_line(Writer& out, std::string_view id, const Assessment& assessment,
                       const std::optional<Instant>& now, const Texts& texts) {
  std::optional<Instant> at;
  if (id == "no-driving") at = assessment.waits.driving;
  if (id == "no-alcohol") at = assessment.waits.alcohol;
  if (!at) return write_line(out, "safety.", id, texts);
  const bool is_over = at->unix_seconds <= now->unix_seconds;
  out.begin_object().member("id", id);
  write_text(out, "text", {{&*at, 1}, {}}, "safety.", id, is_over ? ".over" : ".until", texts);
  if (!is_over) out.member("at", format_timestamp(*at));
  out.end_object();
}

}  // namespace

void write_lines(Writer& out, const Assessment& assessment, const std::optional<Instant>& now, const Texts& texts) {
  out.key("safety").begin_array();
  for (const std::string_view id : assessment.safety) write_safety_line(out, id, assessment, now, texts);
  out.end_array().key("medicines").begin_array();
  if (assessment.medicines) write_line(out, "medicines.", "general", texts);
  out.end_array().key("contributors").begin_array();
  if (assessment.contributors)
    for (const std::string_view id : all_contributors()) write_line(out, "contributor.", id, texts);
  out.end_array();
}

void write_advice(Writer& out, std::span<const CareAdvice> advice, const Texts& texts) {
  out.key("advice").begin_array();
  for (const CareAdvice& entry : advice) {
    out.begin_object().member("id", entry.tip->id);
    if (!entry.variant.empty()) out.member("variant", entry.variant);
    texts.member(out, "text", "tip.", entry.tip->id, entry.variant.empty() ? "" : ".", entry.variant);
    out.key("more").boolean(entry.more);
    write_sources(out, entry.tip->sources);
    out.end_object();
  }
  out.end_array();
}

void write_time_line(Writer& out, const TimeLine& time_line, const Texts& texts) {
  out.key("timeLine").begin_array();
  for (const TimeMark& mark : time_line) {
    out.begin_object().key("hours").integer(mark.hours).member("at", format_timestamp(mark.at));
    out.key("isOver").boolean(mark.is_over).key("lines").begin_array();
    for (const std::string_view id : mark.lines) write_line(out, "time-line.", id, texts);
    out.end_array().end_object();
  }
  out.end_array();
}

}  // namespace tiredness::json
