#include <algorithm>
#include <optional>

#include "tiredness/report/condition_words.hpp"
#include "fhir.hpp"

namespace tiredness::json::fhir {
namespace {

using Clauses = std::vector<std::string>;

/// A condition in the two forms that `enableWhen` knows: all of these, or any of these.
struct Forms {
  std::optional<Clauses> all;
  std::optional<Clauses> any;
  bool exact = true;
};

constexpr ItemId session = item("session-ended");

std::string_view question_of(ItemId id) { return id == session ? session_words_link_id : item_of(id).link_id; }

Writer begin(ItemId id, std::string_view op) {
  Writer out;
  out.begin_object().member("question", question_of(id)).member("operator", op);
  return out;
}

std::string option_clause(ItemId id, std::string_view op, unsigned option) {
  Writer out = begin(id, op);
  write_coding(out.key("answerCoding"), item_of(id), item_of(id).options[option], {});
  return out.end_object().take();
}

std::string number_clause(ItemId id, std::string_view op, int number) {
  Writer out = begin(id, op);
  out.key("answerInteger").integer(number);
  return out.end_object().take();
}

std::string missing_clause(ItemId id) {
  Writer out = begin(id, "exists");
  out.key("answerBoolean").boolean(false);
  return out.end_object().take();
}

Clauses option_clauses(ItemId id, std::string_view op, std::uint32_t options) {
  Clauses clauses;
  for (unsigned i = 0; i < item_of(id).options.size(); ++i)
    if ((options & (1U << i)) != 0) clauses.push_back(option_clause(id, op, i));
  return clauses;
}

/// A single clause is both all and any.
Forms one_or(Clauses clauses, std::optional<Clauses> Forms::* form) {
  Forms forms;
  if (clauses.size() == 1)
    forms.all = forms.any = clauses;
  else
    forms.*form = std::move(clauses);
  return forms;
}

/// FHIR cannot compare a time with now: any time counts, and so does none; only words that rule it out do not.
Forms session_clauses(std::uint32_t ruled_out) {
  const auto words = static_cast<std::uint32_t>((1U << item_of(session).options.size()) - 1);
  Forms forms;
  forms.all = option_clauses(session, "!=", ruled_out);
  forms.any = option_clauses(session, "=", words & ~ruled_out);
  forms.any->insert(forms.any->begin(), missing_clause(session));
  forms.exact = false;
  return forms;
}

/// The least number that a clinic may set: one Questionnaire serves every clinic.
int least_of(const Node& node) {
  const auto setting = setting_of(node);
  return setting ? range_of(*setting).least : static_cast<int>(node.argument);
}

Forms forms_of_leaf(const Node& node) {
  switch (node.op) {
    case Op::Has: return one_or(option_clauses(node.item, "=", node.argument), &Forms::any);
    case Op::IsNot: return one_or(option_clauses(node.item, "!=", node.argument), &Forms::all);
    case Op::AtLeast: {
      Forms forms = one_or({number_clause(node.item, ">=", least_of(node))}, &Forms::all);
      forms.exact = !setting_of(node);
      return forms;
    }
    case Op::Drowsy: {
      Forms forms;
      forms.any = option_clauses(node.item, "=", option_bits(item("alertness"), "drowsy", "unsure"));
      forms.any->insert(forms.any->begin(), missing_clause(node.item));
      return forms;
    }
    case Op::SessionAtOrAfter: return session_clauses(option_bits(session, "not-yet"));
    case Op::SessionWithin: return session_clauses(option_bits(session, "not-yet", "two-weeks-or-more"));
    default: return {std::nullopt, std::nullopt, false};
  }
}

/// @param id whose condition it is: a form cannot let an item hang on its own answer, and what it hides has none.
Forms forms_of(Condition condition, ItemId id) {
  const Op op = condition.front().op;
  if (!is_group(op)) return forms_of_leaf(condition.front());
  const auto form = op == Op::AllOf ? &Forms::all : &Forms::any;
  Forms forms;
  forms.*form = Clauses{};
  for_each_part(condition, [&](Condition part) {
    if (part.front().op == Op::Has && part.front().item == id) return;
    const Forms inner = forms_of(part, id);
    forms.exact = forms.exact && inner.exact;
    if (!(inner.*form)) (forms.*form).reset();
    if (forms.*form) (forms.*form)->insert((forms.*form)->end(), (inner.*form)->begin(), (inner.*form)->end());
  });
  return forms;
}

}  // namespace

std::string display_of(const Item& question, const AnswerOption& option, const Texts& texts) {
  std::string text = texts("item.", options_of(question), ".option.", option.id);
  if (option.has_detail) text += ". " + texts("item.", options_of(question), ".detail.", option.id);
  return text;
}

void write_coding(Writer& out, const Item& question, const AnswerOption& option, std::string_view display) {
  out.begin_object()
      .member("system", std::string(code_system_base).append(options_of(question)))
      .member("code", option.id);
  if (!display.empty()) out.member("display", display);
  out.end_object();
}

Enabling enabling_of(ItemId id) {
  // A day, unless a word was chosen instead: so one of the two is given, and never both.
  if (id == session) return {{missing_clause(session)}, true, true};
  const Condition condition = enable_when(id);
  if (is_always(condition)) return {};
  Forms forms = forms_of(condition, id);
  if (forms.any) return {*std::move(forms.any), false, forms.exact};
  if (forms.all) return {*std::move(forms.all), true, forms.exact};
  return {{}, false, false};
}

}  // namespace tiredness::json::fhir
