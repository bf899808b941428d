#include "tiredness/rules_version.hpp"
#include "write_result.hpp"

namespace tiredness::json {
namespace {

void write_change(Writer& out, std::string_view name, std::optional<Change> change) {
  out.key(name);
  if (!change)
    out.null();
  else
    out.string(*change == Change::Better ? "better" : *change == Change::Same ? "same" : "worse");
}

std::string_view id_of(NotCompared why) {
  switch (why) {
    case NotCompared::Later: return "later";
    case NotCompared::OtherSession: return "other-session";
    case NotCompared::OtherRules: return "other-rules";
  }
  return "";
}

}  // namespace

void write_check_in(Writer& out, const Assessment& assessment, const Request& request) {
  const std::optional<int> tiredness = request.answers.number(item("tiredness"));
  out.key("checkIn");
  if (!tiredness || !request.now) {
    out.null();
    return;
  }
  out.begin_object().member("at", format_timestamp(*request.now)).key("sessionEnded");
  if (assessment.session_ended)
    out.string(format_timestamp(*assessment.session_ended));
  else
    out.null();
  const std::uint32_t able = request.answers.chosen(item("function"));
  out.key("tiredness").integer(*tiredness).key("function");
  write_answer(out, item("function"), able != 0 ? able : option_bits(item("function"), "unsure"), request);
  out.member("level", id_of(assessment.disposition.level)).member("rules", rules_version).end_object();
}

void write_trend(Writer& out, const Assessment& assessment, const Request& request) {
  const Trend& trend = assessment.trend;
  out.key("trend").begin_object().key("records").integer(trend.records);
  write_change(out, "sinceLast", trend.since_last);
  write_change(out, "sinceFirst", trend.since_first);
  out.key("persistent").boolean(trend.persistent).key("notCompared").begin_array();
  for (std::size_t i = 0; i < assessment.not_compared.size(); ++i)
    if (const auto why = assessment.not_compared[i]) {
      out.begin_object().key("record").integer(static_cast<std::int64_t>(request.history_places[i]));
      out.member("why", id_of(*why)).end_object();
    }
  out.end_array().end_object();
}

}  // namespace tiredness::json
