#include "tiredness/json/case.hpp"

#include "tiredness/json/reply.hpp"
#include "tiredness/json/with_case.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {
/// The answer to session-ended under the key that says it exactly.
void write_session(Writer& out, const SessionAnswer& session) {
  using SessionKind = SessionAnswer::Kind;
  switch (session.kind) {
    case SessionKind::Missing: return;
    case SessionKind::Unknown: out.member("session-ended", "unknown"); return;
    case SessionKind::NotYet: out.member("session-ended", "not-yet"); return;
    case SessionKind::TwoWeeksOrMore: out.member("session-ended", "two-weeks-or-more"); return;
    case SessionKind::Timestamp: out.member("session-ended", format_timestamp(session.timestamp)); return;
    case SessionKind::Date: out.member("session-ended", format_date(session.date)); return;
    case SessionKind::Elapsed: out.key("hours-since-session").raw(hours_of_seconds(session.elapsed)); return;
  }
}

void write_history(Writer& out, std::span<const CheckIn> history) {
  out.key("history").begin_array();
  for (const CheckIn& record : history) {
    out.begin_object().member("at", format_timestamp(record.at)).key("sessionEnded");
    if (record.session_ended)
      out.string(format_timestamp(*record.session_ended));
    else
      out.null();
    out.key("tiredness").integer(record.tiredness).member("level", id_of(record.level));
    out.member("rules", std::to_string(record.rules_major) + ".0.0").end_object();
  }
  out.end_array();
}

}  // namespace

std::optional<std::string> assess_case(std::string_view text, const Content* content, Diagnostics& faults,
                                       std::string_view language) {
  return with_case(text, content, language, faults, [&](const Request& request, const Facts&, const Texts& texts) {
    Writer out;
    write_assessment(out, assess(rule_set(), request.answers, request.context(), request.asked_through), request, texts,
                     faults);
    return out.take();
  });
}

std::optional<std::string> plan_case(std::string_view text, const Content* content, Diagnostics& faults) {
  return with_case(text, content, language_where_none_is_named, faults,
                   [&](const Request& request, const Facts&, Texts& texts) {
                     const Facts facts = facts_without_check(request.answers, request.context());
                     Writer out;
                     write_plan_view(out, plan_without_check(facts, request.now), facts, texts, faults);
                     return out.take();
                   });
}

std::string write_case(const Answers& answers, const std::optional<Instant>& now, std::span<const CheckIn> history) {
  Request request;
  request.answers = answers;
  Writer out;
  out.begin_object().key("answers").begin_object();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if (!answers.answered(id)) continue;
    if (items[i].type == ItemType::DateTime) {
      write_session(out, answers.session);
    } else {
      out.key(items[i].link_id);
      write_answer(out, id, answers.chosen(id), request);
    }
  }
  out.end_object();
  if (now) out.member("now", format_timestamp(*now));
  if (!history.empty()) write_history(out, history);
  return out.end_object().take();
}

ClinicConfig load_config(std::string_view text, Diagnostics& faults) {
  const auto document = Document::parse(text, faults);
  ClinicConfig config;
  if (document) read_config(document->root(), false, {faults, document->root()}, config);
  return config;
}

std::string diagnostics_as_json(const Diagnostics& faults) {
  Writer out;
  write_diagnostics(out, faults);
  return out.take();
}

}  // namespace tiredness::json
