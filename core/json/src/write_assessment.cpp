#include "tiredness/engine_version.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/json/reply.hpp"
#include "write_result.hpp"

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
  write_lines(out, assessment, texts);
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

void write_line(Writer& out, std::string_view group, std::string_view id, const Texts& texts) {
  out.begin_object().member("id", id);
  texts.member(out, "text", group, id);
  out.end_object();
}

void write_text(Writer& out, std::string_view name, const NamedTimes& named, std::string_view group,
                std::string_view id, std::string_view variant, const Texts& texts) {
  out.member(name, text_with_times(texts, named, joined({group, id, variant})));
}

std::string_view one_day(const ClinicConfig& config) { return config[Setting::SoonBusinessDays] == 1 ? "-one" : ""; }

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

}  // namespace tiredness::json
