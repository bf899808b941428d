#include "write_result.hpp"

namespace tiredness::json {
namespace {

/// A line that waits for an hour names its clock time; once that is over, what else it waits for.
void write_safety_line(Writer& out, const ShownSafetyLine& line, const Texts& texts) {
  if (!line.until) return write_line(out, "safety.", line.id, texts);
  out.begin_object().member("id", line.id);
  write_text(out, "text", {{&*line.until, 1}, {}}, "safety.", line.id, line.is_over ? ".over" : ".until", texts);
  if (!line.is_over) out.member("at", format_timestamp(*line.until));
  out.end_object();
}

}  // namespace

void write_lines(Writer& out, const Assessment& assessment, const Texts& texts) {
  out.key("safety").begin_array();
  for (const ShownSafetyLine& line : assessment.safety) write_safety_line(out, line, texts);
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
