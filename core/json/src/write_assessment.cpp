#include "tiredness/engine_version.hpp"
#include "tiredness/rules_version.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {

void write_reasons(Writer& out, std::string_view name, const std::vector<Reason>& reasons, const Request& request,
                   const Texts& texts) {
  out.key(name).begin_array();
  for (const Reason& reason : reasons) {
    out.begin_object();
    out.member("rule", reason.rule->id).member("level", id_of(reason.rule->level));
    texts.member(out, "text", "rule.", reason.rule->id);
    out.key("answers").begin_array();
    for (const DecidingAnswer& answer : reason.answers) {
      out.begin_object().member("linkId", item_of(answer.item).link_id).key("value");
      write_answer(out, answer.item, answer.chosen, request);
      out.end_object();
    }
    out.end_array();
    write_sources(out, reason.rule->sources);
    out.end_object();
  }
  out.end_array();
}

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

/// "Within 1 days" is no English: one day has texts of its own.
std::string_view one_day(const ClinicConfig& config) { return config[Setting::SoonBusinessDays] == 1 ? "-one" : ""; }

void write_text(Writer& out, std::string_view name, const NamedTimes& named, std::string_view group,
                std::string_view id, std::string_view variant, const Texts& texts) {
  out.member(name, text_with_times(texts, named, joined({group, id, variant})));
}

void write_moments(Writer& out, std::string_view name, std::span<const Instant> moments) {
  out.key(name).begin_array();
  for (const Instant at : moments) out.string(format_timestamp(at));
  out.end_array();
}

std::optional<Instant> deadline_of(std::string_view by, const Deadlines& deadlines) {
  if (by == "urgent" || by == "same-day" || by == "closed-now") return deadlines.reach;
  if (by == "urgent-no-answer") return deadlines.no_answer;
  return std::nullopt;
}

/// By when, with the times and days that it names: nobody has to count them. Without now it names hours and numbers of days.
void write_by(Writer& out, std::string_view by, const Assessment& assessment, const ClinicConfig& config,
              const Texts& texts) {
  NamedTimes named;
  std::string_view variant = by == "soon" ? one_day(config) : "";
  if (by == "soon") named.day = assessment.call_by;
  if (named.day) variant = "-day";
  if (by == "recheck" && !assessment.recheck_at.empty()) {
    named.times = {assessment.recheck_at.data(), assessment.recheck_at.size()};
    variant = named.times.size() == 1 ? "-at" : "-at-both";
  }
  const std::optional<Instant> until = deadline_of(by, assessment.deadlines);
  if (until) {
    named.times = {&*until, 1};
    variant = "-until";
  }
  write_text(out, "by", named, "by.", by, variant, texts);
  if (until) out.member("until", format_timestamp(*until));
  if (named.day) out.member("day", format_date(*named.day));
  if (!named.times.empty() && !until) write_moments(out, "times", named.times);
}

void write_actions(Writer& out, const Assessment& assessment, const ClinicConfig& config, const Texts& texts) {
  out.key("actions").begin_array();
  for (const ShownAction& shown : assessment.actions) {
    const Action& action = *shown.action;
    const auto variant = action.id == "call-crisis" ? crisis_line(config) : "";
    out.begin_object().member("id", action.id);
    texts.member(out, "text", "action.", action.id, variant);
    write_call(out, action.dial, config, texts);
    write_by(out, shown.by, assessment, config, texts);
    out.key("first").boolean(shown.first).end_object();
  }
  out.end_array();
}

/// The clock of the clinic, without an offset: who reads it needs no other.
std::string wall_clock(Instant at) {
  return format_timestamp(at).substr(0, std::string_view("2026-11-20T14:00").size());
}

/// Whether the clinic is open, and until or from when, on its own clock.
void write_opening(Writer& out, const Assessment& assessment, const Texts& texts) {
  if (!assessment.opening) return;
  const Opening& opening = *assessment.opening;
  const std::string at = opening.changes_at ? wall_clock(*opening.changes_at) : "";
  const std::string_view always = at.empty() ? "-always" : opening.elsewhere ? "-elsewhere" : "";
  const std::string key = joined({"opening.", opening.open ? "open" : "closed", always});
  out.key("opening").begin_object().key("open").boolean(opening.open).member("text", texts.with({{"time", at}}, key));
  if (!at.empty()) out.member("at", at);
  out.end_object();
}

void write_line(Writer& out, std::string_view group, std::string_view id, const Texts& texts) {
  out.begin_object().member("id", id);
  texts.member(out, "text", group, id);
  out.end_object();
}

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

void write_signs(Writer& out, const Texts& texts) {
  out.key("signs").begin_array();
  for (const std::string_view id : all_net_signs()) write_line(out, "net.sign.", id, texts);
  out.end_array();
}

void write_safety_net(Writer& out, Level level, const ClinicConfig& config, const Texts& texts) {
  out.key("safetyNet").begin_array();
  for (const SafetyNetLine& line : safety_net_for(level, config)) {
    out.begin_object().member("id", line.id);
    texts.member(out, "text", "net.", line.id, line.id == "crisis" ? crisis_line(config) : "");
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

/// What to do first, with its clock time or its day.
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

/// A line of a limit names its clock time.
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

/// What a visitor may keep of this check, to be compared at the next. Without a score or a time there is nothing to compare.
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

/// The members of an assessment, without the braces.
void write_members(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts) {
  const Disposition& disposition = assessment.disposition;
  out.member("level", id_of(disposition.level)).key("levels").begin_array();
  for (const Level level : most_urgent_first)
    if (disposition.levels.has(level)) out.string(id_of(level));
  out.end_array().member("person", texts.person());
  texts.member(out, "title", title_key(disposition, request.config));
  texts.member(out, "summary", "level.", id_of(disposition.level), ".summary");
  write_lead(out, assessment, texts);
  write_card(out, assessment, texts);
  out.key("fired").begin_array();
  for (const Rule* rule : assessment.fired) out.string(rule->id);
  out.end_array();
  write_reasons(out, "reasons", assessment.reasons, request, texts);
  write_reasons(out, "alsoTell", assessment.also_tell, request, texts);
  write_actions(out, assessment, request.config, texts);
  write_opening(out, assessment, texts);
  write_say(out, assessment, request, texts);
  write_lines(out, assessment, request.now, texts);
  write_advice(out, assessment.advice, texts);
  write_plan(out, assessment.plan, texts);
  write_time_line(out, assessment.time_line, texts);
  write_safety_net(out, disposition.level, request.config, texts);
  write_call_to_action(out, disposition.level, request.config, texts);
  write_times(out, assessment);
  write_check_in(out, assessment, request);
  write_trend(out, assessment, request);
  out.key("versions");
  write_versions(out, request.config, texts.catalogue());
  texts.write_arguments(out);
}

std::string_view name_of(Truth truth) {
  return truth == Truth::True ? "true" : truth == Truth::False ? "false" : "unknown";
}

}  // namespace

void write_sources(Writer& out, std::string_view sources) {
  out.key("sources").begin_array();
  for_each_source(sources, [&](std::string_view fact) { out.string(fact); });
  out.end_array();
}

std::string title_key(const Disposition& disposition, const ClinicConfig& config) {
  const bool both = disposition.level == Level::Emergency && disposition.levels.has(Level::Crisis);
  const std::string_view variant = disposition.level == Level::Soon ? one_day(config) : "";
  return joined({"level.", both ? "emergency-and-crisis" : id_of(disposition.level), variant, ".title"});
}

void write_answer(Writer& out, ItemId id, std::uint32_t chosen, const Request& request) {
  const Item& question = item_of(id);
  if (question.type == ItemType::DateTime) {
    out.raw(request.session_as_given.empty() ? "null" : request.session_as_given);
  } else if (question.type == ItemType::Integer) {
    const auto number = request.answers.number(id);
    if (number)
      out.integer(*number);
    else
      out.null();
  } else if (chosen == 0) {
    out.null();
  } else if (question.type == ItemType::Multi) {
    out.begin_array();
    for (unsigned i = 0; i < question.options.size(); ++i)
      if ((chosen & (1U << i)) != 0) out.string(question.options[i].id);
    out.end_array();
  } else {
    for (unsigned i = 0; i < question.options.size(); ++i)
      if ((chosen & (1U << i)) != 0) out.string(question.options[i].id);
  }
}

void write_assessment(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts,
                      const Diagnostics& diagnostics) {
  out.begin_object();
  write_members(out, assessment, request, texts);
  out.key("diagnostics");
  write_diagnostics(out, diagnostics);
  out.end_object();
}

void write_explanation(Writer& out, const Explanation& explanation, const Request& request, const Texts& texts,
                       const Diagnostics& diagnostics) {
  out.begin_object();
  write_members(out, explanation.assessment, request, texts);
  out.key("trace").begin_array();
  for (const TraceNode& node : explanation.trace)
    out.begin_object().member("rule", node.rule->id).member("truth", name_of(node.truth)).end_object();
  out.end_array().key("whatIf").begin_array();
  for (const WhatIf& what_if : explanation.what_if) {
    out.begin_object().member("linkId", item_of(what_if.item).link_id).key("value");
    if (item_of(what_if.item).type == ItemType::Integer)
      out.integer(static_cast<std::int64_t>(what_if.chosen) - 1);
    else
      write_answer(out, what_if.item, what_if.chosen, request);
    out.member("level", id_of(what_if.level)).end_object();
  }
  out.end_array().key("diagnostics");
  write_diagnostics(out, diagnostics);
  out.end_object();
}

void write_versions(Writer& out, const ClinicConfig& config, const Catalogue* catalogue) {
  out.begin_object().member("engine", engine_version).member("rules", rules_version).member("rulesHash", rules_hash);
  out.key("approved").boolean(rules_approved);
  if (catalogue != nullptr) out.member("content", catalogue->version).member("language", catalogue->language);
  out.member("settings", config.differs_from_default() ? "changed" : "default").end_object();
}

void write_diagnostics(Writer& out, const Diagnostics& diagnostics) {
  out.begin_array();
  for (const Diagnostic& fault : diagnostics.all()) {
    out.begin_object().member("severity", fault.severity == Diagnostic::Severity::Error ? "error" : "warning");
    out.member("code", fault.code).member("pointer", fault.pointer).member("message", fault.message).end_object();
  }
  out.end_array();
}

}  // namespace tiredness::json
