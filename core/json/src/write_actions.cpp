#include "write_result.hpp"

namespace tiredness::json {
namespace {

void write_phone(Writer& out, Dial dial, const ClinicConfig& config) {
  if (const std::string_view number = number_of(dial, config); !number.empty()) out.member("phone", number);
}

/// Only the US line has options to press, and a word to send for other languages.
std::string_view crisis_line(const ClinicConfig& config) { return config[ClinicText::Region].empty() ? ".us" : ""; }

/// The number, and what its button says: whom it calls.
void write_call(Writer& out, Dial dial, const ClinicConfig& config, const Texts& texts) {
  if (number_of(dial, config).empty()) return;
  write_phone(out, dial, config);
  texts.member(out, "call", "call.", dial_ids[static_cast<std::size_t>(dial)],
               dial == Dial::CrisisLine ? crisis_line(config) : "");
}

void write_moments(Writer& out, std::string_view name, std::span<const Instant> moments) {
  out.key(name).begin_array();
  for (const Instant at : moments) out.string(format_timestamp(at));
  out.end_array();
}

std::optional<Instant> deadline_of(Due due, const Deadlines& deadlines) {
  switch (due) {
    case Due::Urgent:
    case Due::SameDay:
    case Due::ClosedNow: return deadlines.reach;
    case Due::UrgentNoAnswer: return deadlines.no_answer;
    default: return std::nullopt;
  }
}

/// By when, with the times and days that it names: nobody has to count them. Without now it names hours and numbers of days.
void write_by(Writer& out, Due due, const Assessment& assessment, const ClinicConfig& config, const Texts& texts) {
  NamedTimes named;
  std::string_view variant = due == Due::Soon ? one_day(config) : "";
  if (due == Due::Soon) named.day = assessment.call_by;
  if (named.day) variant = "-day";
  if (due == Due::Recheck && !assessment.recheck_at.empty()) {
    named.times = {assessment.recheck_at.data(), assessment.recheck_at.size()};
    variant = named.times.size() == 1 ? "-at" : "-at-both";
  }
  const std::optional<Instant> until = deadline_of(due, assessment.deadlines);
  if (until) {
    named.times = {&*until, 1};
    variant = "-until";
  }
  write_text(out, "by", named, "by.", id_of(due), variant, texts);
  if (until) out.member("until", format_timestamp(*until));
  if (named.day) out.member("day", format_date(*named.day));
  if (!named.times.empty() && !until) write_moments(out, "times", named.times);
}

/// The clock of the clinic, without an offset: who reads it needs no other.
std::string wall_clock(Instant at) {
  return format_timestamp(at).substr(0, std::string_view("2026-11-20T14:00").size());
}

void write_signs(Writer& out, const Texts& texts) {
  out.key("signs").begin_array();
  for (const std::string_view id : all_net_signs()) write_line(out, "net.sign.", id, texts);
  out.end_array();
}

}  // namespace

void write_lead(Writer& out, const Assessment& assessment, const Texts& texts) {
  if (!assessment.lead) return;
  const auto& [id, at] = *assessment.lead;
  NamedTimes named;
  if (at) named.times = {&*at, 1};
  named.day = assessment.call_by;
  out.key("lead").begin_object().member("id", id);
  write_text(out, "text", named, "lead.", id, "", texts);
  if (at) out.member("at", format_timestamp(*at));
  if (named.day) out.member("day", format_date(*named.day));
  out.end_object();
}

void write_card(Writer& out, const Assessment& assessment, const Texts& texts) {
  out.key("card").begin_array();
  for (const std::string_view id : assessment.card) {
    const std::optional<Instant>& until = assessment.deadlines.no_answer;
    if (id != "no-answer" || !until) {
      write_line(out, "card.", id, texts);
      continue;
    }
    out.begin_object().member("id", id);
    write_text(out, "text", {{&*until, 1}, {}}, "card.", id, "", texts);
    out.member("until", format_timestamp(*until)).end_object();
  }
  out.end_array();
}

void write_actions(Writer& out, const Assessment& assessment, const ClinicConfig& config, const Texts& texts) {
  out.key("actions").begin_array();
  for (const ShownAction& shown : assessment.actions) {
    const Action& action = *shown.action;
    const auto variant = action.dial == Dial::CrisisLine ? crisis_line(config) : "";
    out.begin_object().member("id", action.id);
    texts.member(out, "text", "action.", action.id, variant);
    write_call(out, action.dial, config, texts);
    write_by(out, shown.due, assessment, config, texts);
    out.key("first").boolean(shown.first).end_object();
  }
  out.end_array();
}

void write_opening(Writer& out, const Assessment& assessment, const Texts& texts) {
  if (!assessment.opening) return;
  const Opening& opening = *assessment.opening;
  const std::string at = opening.changes_at ? wall_clock(*opening.changes_at) : "";
  const std::string_view variant = at.empty() ? "-always" : opening.elsewhere ? "-elsewhere" : "";
  const std::string key = joined({"opening.", opening.open ? "open" : "closed", variant});
  out.key("opening").begin_object().key("open").boolean(opening.open).member("text", texts.with({{"time", at}}, key));
  if (!at.empty()) out.member("at", at);
  out.end_object();
}

void write_safety_net(Writer& out, Level level, const ClinicConfig& config, const Texts& texts) {
  out.key("safetyNet").begin_array();
  for (const SafetyNetLine& line : safety_net_for(level, config)) {
    out.begin_object().member("id", line.id);
    texts.member(out, "text", "net.", line.id, line.dial == Dial::CrisisLine ? crisis_line(config) : "");
    write_call(out, line.dial, config, texts);
    if (line.dial == Dial::EmergencyLine) write_signs(out, texts);
    out.end_object();
  }
  out.end_array();
}

void write_call_to_action(Writer& out, Level level, const ClinicConfig& config, const Texts& texts) {
  const CallToAction cta = call_to_action_for(level, config);
  out.key("cta").begin_object().member("id", cta.id);
  texts.member(out, "text", "cta.", cta.id);
  if (cta.has_button) texts.member(out, "button", "cta.", cta.id, ".button");
  write_phone(out, cta.dial, config);
  if (cta.books_online) out.member("url", config[ClinicText::BookingUrl]);
  out.end_object();
}

void write_times(Writer& out, const Assessment& assessment) {
  write_moments(out, "recheckAt", {assessment.recheck_at.data(), assessment.recheck_at.size()});
  if (assessment.expires_at) out.member("expiresAt", format_timestamp(*assessment.expires_at));
}

}  // namespace tiredness::json
