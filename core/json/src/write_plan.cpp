#include "tiredness/json/digits.hpp"
#include "tiredness/json/reply.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {

/// From when on. The browser, which knows the visitor's zone, fills in the time itself.
std::string when_text(const PlanLine& line, const Texts& texts) {
  const std::string key = joined({"plan.when.", id_of(line.state)});
  if (texts.catalogue() == nullptr) return key;
  return texts.with(
      {{"time", line.at ? format_timestamp(*line.at) : ""}, {"n", std::string(Digits{line.hours}.view())}}, key);
}

/// How the needs follow on it.
std::string_view given_key(PlanState state) {
  switch (state) {
    case PlanState::Now: return "plan.if";
    case PlanState::NotYet:
    case PlanState::AskHours: return "plan.only";
    default: return "plan.once";
  }
}

template <class Visit>
void for_each_need(const PlanLine& line, Visit visit) {
  for (std::size_t i = 0; i < all_needs().size(); ++i)
    if ((line.needs & (1U << i)) != 0) visit(all_needs()[i].id);
}

/// The needs in words, as they follow on it.
std::string given_text(const PlanLine& line, const Texts& texts) {
  std::vector<std::string> named;
  for_each_need(line, [&](std::string_view id) { named.push_back(texts("plan.need.", id)); });
  std::string all = named.front();
  for (std::size_t i = 1; i < named.size(); ++i)
    all = texts.with({{"before", all}, {"last", named[i]}}, i + 1 == named.size() ? "plan.and" : "plan.comma");
  return texts.with({{"needs", all}}, given_key(line.state));
}

void write_line(Writer& out, const PlanLine& line, const Texts& texts) {
  const Activity& activity = *line.activity;
  out.begin_object().member("id", activity.id);
  texts.member(out, "text", "plan.activity.", activity.id);
  out.member("state", id_of(line.state)).member("when", when_text(line, texts)).key("at");
  if (line.at)
    out.string(format_timestamp(*line.at));
  else
    out.null();
  if (line.hours > 0) out.key("hours").integer(line.hours);
  if (line.needs != 0)
    out.member("given", texts.catalogue() == nullptr ? std::string(given_key(line.state)) : given_text(line, texts));
  out.key("needs").begin_array();
  for_each_need(line, [&](std::string_view id) {
    out.begin_object().member("id", id);
    texts.member(out, "text", "plan.need.", id);
    out.end_object();
  });
  out.end_array();
  if (line.note) texts.member(out, "note", "plan.note.", activity.id);
  out.key("more").boolean(line.more);
  write_sources(out, activity.sources);
  out.end_object();
}

}  // namespace

void write_plan(Writer& out, std::span<const PlanLine> plan, const Texts& texts) {
  out.key("plan").begin_array();
  for (const PlanLine& line : plan) write_line(out, line, texts);
  out.end_array();
}

std::string plan_line_in_words(const PlanLine& line, const Texts& texts) {
  const std::string given = line.needs != 0 ? given_text(line, texts) : "";
  const std::string words = texts("plan.activity.", line.activity->id) + ": " + when_text(line, texts) + given + ".";
  return line.note ? words + " " + texts("plan.note.", line.activity->id) : words;
}

void write_plan_view(Writer& out, const PlanWithoutCheck& view, const Facts& facts, Texts& texts,
                     const Diagnostics& diagnostics) {
  out.begin_object().member("page", "when");
  texts.member(out, "title", "plan.title");
  write_items(out, view.items, facts, texts);
  write_errors(out, view.errors, texts);
  write_plan(out, view.plan, texts);
  write_echo(out, facts, texts);
  out.member("person", texts.person());
  texts.write_arguments(out);
  out.key("diagnostics");
  write_diagnostics(out, diagnostics);
  out.end_object();
}

}  // namespace tiredness::json
