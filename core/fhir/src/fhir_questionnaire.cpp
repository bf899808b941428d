#include <array>

#include "fhir.hpp"
#include "tiredness/json/texts.hpp"
#include "tiredness/fhir/fhir.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

using namespace fhir;

constexpr std::string_view extension_base = "http://hl7.org/fhir/StructureDefinition/";

Writer& begin_extension(Writer& out, std::string_view name) {
  return out.begin_object().member("url", std::string(extension_base).append(name));
}

/// How a form should show it: a code of HL7's questionnaire-item-control.
void write_item_control(Writer& out, std::string_view code) {
  begin_extension(out, "questionnaire-itemControl")
      .key("valueCodeableConcept")
      .begin_object()
      .key("coding")
      .begin_array();
  out.begin_object()
      .member("system", "http://hl7.org/fhir/questionnaire-item-control")
      .member("code", code)
      .end_object();
  out.end_array().end_object().end_object();
}

/// A list to choose from, one answer a line.
void write_choice_controls(Writer& out, std::string_view control) {
  write_item_control(out, control);
  begin_extension(out, "questionnaire-choiceOrientation").member("valueCode", "vertical").end_object();
}

/// A text that belongs to a question, such as its hint.
void write_display(Writer& out, std::string_view link_id, std::string_view text, std::string_view control) {
  out.begin_object().key("extension").begin_array();
  write_item_control(out, control);
  out.end_array().member("linkId", link_id).member("text", text).member("type", "display").end_object();
}

void write_displays(Writer& out, const Item& question, const Texts& texts) {
  const std::string link_id{question.link_id};
  if (!question.has_hint && question.type != ItemType::Integer) return;
  out.key("item").begin_array();
  if (question.has_hint)
    write_display(out, link_id + std::string(hint_suffix), texts("item.", link_id, ".hint"), "help");
  if (question.type == ItemType::Integer) {
    write_display(out, link_id + std::string(low_suffix), texts("item.", options_of(question), ".low"), "lower");
    write_display(out, link_id + std::string(high_suffix), texts("item.", options_of(question), ".high"), "upper");
  }
  out.end_array();
}

void write_options(Writer& out, const Item& question, const Texts& texts) {
  out.key("answerOption").begin_array();
  for (const AnswerOption& option : question.options) {
    out.begin_object();
    if (option.exclusive) {
      out.key("extension").begin_array();
      begin_extension(out, "questionnaire-optionExclusive").key("valueBoolean").boolean(true).end_object();
      out.end_array();
    }
    write_coding(out.key("valueCoding"), question, option, display_of(question, option, texts));
    out.end_object();
  }
  out.end_array();
}

void write_extensions(Writer& out, const Item& question) {
  if (question.type == ItemType::DateTime) return;
  out.key("extension").begin_array();
  if (question.type == ItemType::Integer) {
    begin_extension(out, "minValue").key("valueInteger").integer(0).end_object();
    begin_extension(out, "maxValue").key("valueInteger").integer(highest_score).end_object();
  } else {
    write_choice_controls(out, question.type == ItemType::Multi ? "check-box" : "radio-button");
  }
  out.end_array();
}

void write_enabling(Writer& out, const Enabling& enabling) {
  if (enabling.clauses.empty()) return;
  out.key("enableWhen").begin_array();
  for (const std::string& clause : enabling.clauses) out.raw(clause);
  out.end_array();
  if (enabling.clauses.size() > 1) out.member("enableBehavior", enabling.all ? "all" : "any");
}

/// FHIR's types, in the order of ItemType.
constexpr std::array<std::string_view, 4> type_names{"choice", "choice", "integer", "dateTime"};

void write_item(Writer& out, ItemId id, const Texts& texts) {
  const Item& question = item_of(id);
  const Enabling enabling = enabling_of(id);
  out.begin_object();
  write_extensions(out, question);
  out.member("linkId", question.link_id).member("text", texts("item.", question.link_id, ".text"));
  out.member("type", type_names[static_cast<std::size_t>(question.type)]);
  write_enabling(out, enabling);
  // Where FHIR asks more often than the check does, an answer cannot be demanded.
  out.key("required").boolean(question.required && enabling.exact);
  if (question.type == ItemType::Multi) out.key("repeats").boolean(true);
  if (question.type == ItemType::Choice || question.type == ItemType::Multi) write_options(out, question, texts);
  write_displays(out, question, texts);
  out.end_object();
}

/// Instead of a time.
void write_session_words(Writer& out, const Texts& texts) {
  out.begin_object().key("extension").begin_array();
  write_choice_controls(out, "radio-button");
  out.end_array()
      .member("linkId", session_words_link_id)
      .member("text", texts(session_words_text))
      .member("type", "choice");
  out.key("required").boolean(false);
  write_options(out, item_of(item("session-ended")), texts);
  out.end_object();
}

void write_group(Writer& out, std::size_t page, const Texts& texts) {
  out.begin_object().member("linkId", std::string(page_prefix).append(page_ids[page]));
  out.member("text", texts("page.", page_ids[page], ".title")).member("type", "group").key("item").begin_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].page != static_cast<Page>(page)) continue;
    write_item(out, static_cast<ItemId>(i), texts);
    if (items[i].type == ItemType::DateTime) write_session_words(out, texts);
  }
  out.end_array().end_object();
}

}  // namespace

std::optional<std::string> questionnaire_as_fhir(std::string_view language, const Content& content) {
  const Catalogue* catalogue = content.find_catalogue(language);
  if (catalogue == nullptr) return std::nullopt;
  const ClinicConfig standard;
  const Texts texts{catalogue, standard, false};
  Writer out;
  out.begin_object().member("resourceType", "Questionnaire").member("language", catalogue->language);
  out.member("url", questionnaire_url).member("version", rules_version).member("name", "TirednessCheck");
  out.member("title", "Tiredness Check").member("status", rules_approved ? "active" : "draft");
  out.key("subjectType").begin_array().string("Patient").end_array().member("description", texts("disclaimer.short"));
  out.key("item").begin_array();
  for (std::size_t page = 0; page < page_ids.size(); ++page) write_group(out, page, texts);
  return out.end_array().end_object().take();
}

}  // namespace tiredness::json
