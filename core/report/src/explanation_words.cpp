#include "tiredness/report/explanation_words.hpp"

#include "tiredness/explain.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/json/result_parts.hpp"
#include "tiredness/json/with_case.hpp"
#include "tiredness/engine_version.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

class Page {
 public:
  void line(std::string_view text = {}) {
    out_ += text;
    out_ += '\n';
  }
  void heading(std::string_view text) {
    line();
    line(text);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string answer_as_json(ItemId id, std::uint32_t chosen, const Request& request) {
  Writer out;
  write_answer(out, id, chosen, request);
  return out.take();
}

std::string source_in_words(std::string_view fact, const Content& content) {
  const SourceText* source = content.find_source(fact);
  if (source == nullptr) return std::string(fact);
  return std::string(fact) + ": " + source->title + (source->url.empty() ? "" : " <" + source->url + ">");
}

void add_reasons(Page& page, const std::vector<Reason>& reasons, const Request& request, const Texts& texts,
                 const Content& content) {
  for (const Reason& reason : reasons) {
    page.line("  * " + texts("rule.", reason.rule->id) + " [" + std::string(reason.rule->id) + ", " +
              std::string(id_of(reason.rule->level)) + "]");
    for (const DecidingAnswer& answer : reason.answers)
      page.line("      answer  " + std::string(item_of(answer.item).link_id) + " = " +
                answer_as_json(answer.item, answer.chosen, request));
    for_each_source(reason.rule->sources,
                    [&](std::string_view fact) { page.line("      source  " + source_in_words(fact, content)); });
  }
}

void add_looked_at(Page& page, const Explanation& explanation, const Request& request) {
  const Facts facts{request.answers, request.context()};
  page.heading("What was looked at");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const std::string name = "  " + std::string(items[i].link_id) + " = ";
    if (facts.enabled(id))
      page.line(name + answer_as_json(id, request.answers.chosen(id), request));
    else
      page.line(name + "not asked");
  }
  int fired = 0;
  int unknown = 0;
  for (const TraceNode& node : explanation.trace) {
    if (node.truth == Truth::True) ++fired;
    if (node.truth == Truth::Unknown) ++unknown;
  }
  page.line("  rules: " + std::to_string(explanation.trace.size()) + " looked at, " + std::to_string(fired) +
            " fired, " + std::to_string(unknown) + " could not be told for want of an answer");
  for (const TraceNode& node : explanation.trace)
    if (node.truth == Truth::Unknown) page.line("    not told: " + std::string(node.rule->id));
}

std::string other_answer(const WhatIf& what_if, const Request& request) {
  if (item_of(what_if.item).type == ItemType::Integer) return std::to_string(what_if.chosen - 1);
  return answer_as_json(what_if.item, what_if.chosen, request);
}

void add_what_if(Page& page, const Explanation& explanation, const Request& request, bool calmer) {
  const Level level = explanation.assessment.disposition.level;
  page.heading(calmer ? "What would make it less urgent (one answer changed)"
                      : "What would make it more urgent (one answer changed)");
  bool any = false;
  for (const WhatIf& what_if : explanation.what_if) {
    if ((what_if.level < level) != calmer) continue;
    any = true;
    page.line("  " + std::string(item_of(what_if.item).link_id) + " = " + other_answer(what_if, request) + " -> " +
              std::string(id_of(what_if.level)));
  }
  if (!any) page.line("  nothing");
}

std::string in_words(const Explanation& explanation, const Request& request, const Texts& texts, const Content& content,
                     const Diagnostics& diagnostics) {
  const Assessment& assessment = explanation.assessment;
  const std::string_view level = id_of(assessment.disposition.level);
  Page page;
  page.line("Level: " + std::string(level) + " - " + texts(title_key(assessment.disposition, request.config)));
  page.heading("Why");
  add_reasons(page, assessment.reasons, request, texts, content);
  if (!assessment.also_tell.empty()) {
    page.heading("Also fired, at lower levels");
    add_reasons(page, assessment.also_tell, request, texts, content);
  }
  if (!assessment.say.empty()) page.heading("When they call, they say this");
  for (const Said& said : assessment.say) page.line("  " + said_in_words(said, request, texts));
  if (!assessment.plan.empty()) page.heading("When may they ...?");
  for (const PlanLine& line : assessment.plan) page.line("  " + plan_line_in_words(line, texts));
  add_looked_at(page, explanation, request);
  add_what_if(page, explanation, request, true);
  add_what_if(page, explanation, request, false);
  for (const Diagnostic& fault : diagnostics.all()) page.heading("Warning: " + fault.pointer + ": " + fault.message);
  page.heading("Rules " + std::string(rules_version) + " (" + std::string(rules_hash) + "), " +
               std::string(approval_in_words) + ". Engine " + std::string(engine_version) + ". Not a diagnosis.");
  return page.take();
}

}  // namespace

std::optional<std::string> explain_case(std::string_view text, const Content& content, Diagnostics& faults) {
  return with_case(text, &content, language_where_none_is_named, faults,
                   [&](const Request& request, const Facts&, const Texts& texts) {
                     return in_words(explain(rule_set(), request.answers, request.context(), request.asked_through),
                                     request, texts, content, faults);
                   });
}

}  // namespace tiredness::json
