#include <algorithm>
#include <array>
#include <optional>

#include "tiredness/json/document.hpp"
#include "fhir.hpp"
#include "tiredness/json/content.hpp"
#include "tiredness/fhir/fhir.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

using namespace fhir;

std::string quoted(std::string_view text) { return "'" + std::string(text.substr(0, 80)) + "'"; }

/// A text of a question's, such as its hint: it has no answer.
bool is_display(std::string_view link_id) {
  constexpr std::array suffixes{hint_suffix, low_suffix, high_suffix};
  return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
    return link_id.ends_with(suffix) && find_item(link_id.substr(0, link_id.size() - suffix.size()));
  });
}

/// Writes the case that a response holds, noting every fault and reading on.
class ResponseReader {
 public:
  ResponseReader(const Value& response, const Content& content, Diagnostics& faults)
      : response_(response), content_(content), faults_(faults) {}

  std::string read() {
    check_resource();
    for (const Value member : response_) read_member(member);
    if (status_ && *status_ == "entered-in-error")
      faults_.error("not-usable", "/status", "the response was entered in error: nothing may be concluded from it");
    Writer out;
    out.begin_object().key("answers").begin_object();
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!answers_[i].empty()) out.key(items[i].link_id).raw(answers_[i]);
    out.end_object();
    if (authored_) out.member("now", *authored_);
    if (language_ && content_.find_catalogue(*language_) != nullptr) out.member("language", *language_);
    return out.end_object().take();
  }

 private:
  void check_resource() {
    if (response_.find("resourceType")->text() != "QuestionnaireResponse")
      faults_.error("wrong-resource", "/resourceType", "expected a QuestionnaireResponse");
    if (!response_.find("status")) faults_.error("missing-member", "/status", "FHIR demands a status");
    if (!response_.find("authored"))
      faults_.warning("needs-now", "/authored", "missing: times cannot be used without it; treated as unknown");
    if (!response_.find("questionnaire"))
      faults_.warning("unnamed-questionnaire", "/questionnaire", "missing: taken for an answer to this questionnaire");
  }

  void read_member(const Value& member) {
    const std::string_view key = member.key();
    const std::string at = std::string_view{} / key;
    if (key == "item") return read_items(member, at);
    if (key == "modifierExtension") return refuse_modifier(at);
    if (key == "questionnaire") return read_questionnaire(member, at);
    if (key == "status")
      status_ = string_of(member, at);
    else if (key == "authored")
      read_authored(member, at);
    else if (key == "language")
      language_ = string_of(member, at);
    else if (key == "implicitRules")
      refuse_modifier(at);
  }

  void refuse_modifier(const std::string& at) {
    faults_.error("not-understood", at, "may change what the answers mean, and is not understood here");
  }

  std::optional<std::string> string_of(const Value& value, const std::string& at) {
    if (value.is(Kind::String)) return std::string(value.text());
    faults_.error("wrong-type", at, "expected a string, found " + std::string(name_of(value.kind())));
    return std::nullopt;
  }

  void read_questionnaire(const Value& member, const std::string& at) {
    const auto canonical = string_of(member, at);
    if (!canonical) return;
    const std::size_t bar = canonical->find('|');
    if (canonical->substr(0, bar) != questionnaire_url)
      return faults_.error("other-questionnaire", at,
                           "answers " + quoted(*canonical) + ", expected " + std::string(questionnaire_url));
    if (bar != std::string::npos && canonical->substr(bar + 1) != rules_version)
      faults_.warning("other-version", at,
                      "answers another version than " + std::string(rules_version) + ", which assesses it");
  }

  void read_authored(const Value& member, const std::string& at) {
    authored_ = string_of(member, at);
    if (authored_ && !parse_timestamp(*authored_))
      faults_.error("not-a-time", at, "expected a time with offset (2026-11-20T14:00:00-05:00)");
  }

  void read_items(const Value& list, const std::string& at) {
    if (!list.is(Kind::Array)) return faults_.error("wrong-type", at, "expected an array");
    std::size_t index = 0;
    for (const Value entry : list) read_item(entry, at / index++);
  }

  void read_item(const Value& entry, const std::string& at) {
    const auto link_id = entry.find("linkId");
    if (!link_id || !link_id->is(Kind::String))
      return faults_.error("missing-member", at / "linkId", "expected a linkId");
    if (entry.find("modifierExtension")) refuse_modifier(at / "modifierExtension");
    const std::string_view name = link_id->text();
    const auto answers = entry.find("answer");
    const auto inner = entry.find("item");
    if (name.starts_with(
            page_prefix)) {  // also a page that another version has: what stands on it is known by its own id
      if (answers) faults_.error("wrong-type", at / "answer", "a page has no answer of its own");
      if (inner) read_items(*inner, at / "item");
      return;
    }
    const bool words = name == session_words_link_id;
    const auto id = words ? std::optional(item("session-ended")) : find_item(name);
    if (!id && !is_display(name))
      return faults_.error("unknown-item", at / "linkId",
                           "no such question; `tiredness-check questionnaire --format fhir` lists them");
    if (inner) faults_.error("unknown-item", at / "item", "nothing stands under this question");
    if (id && answers) read_question(*id, words, *answers, at / "answer");
  }

  void read_question(ItemId id, bool words, const Value& list, const std::string& at) {
    if (!list.is(Kind::Array)) return faults_.error("wrong-type", at, "expected an array");
    if (list.empty()) return;
    std::string& answer = answers_[static_cast<std::size_t>(id)];
    if (!answer.empty()) return faults_.error("answered-twice", at, "was answered before; keep one");
    const ItemType type = item_of(id).type;
    Writer out;
    if (type == ItemType::Multi) out.begin_array();
    std::uint32_t chosen = 0;
    std::size_t index = 0;
    for (const Value one : list) {
      const std::string one_at = at / index++;
      if (index > 1 && type != ItemType::Multi)
        faults_.error("too-many-answers", one_at, "takes one answer");
      else if (type == ItemType::Integer)
        write_integer(out, one, one_at);
      else if (type == ItemType::DateTime && !words)
        write_time(out, one, one_at);
      else
        write_option(out, id, one, one_at, chosen);
    }
    if (type == ItemType::Multi) out.end_array();
    answer = out.take();
  }

  /// The `value[x]` that the question takes.
  Found value_of(const Value& answer, std::string_view name, const std::string& at) {
    if (answer.find("modifierExtension")) refuse_modifier(at / "modifierExtension");
    if (answer.find("item")) faults_.error("unknown-item", at / "item", "nothing stands under this answer");
    const auto value = answer.find(name);
    if (!value) faults_.error("wrong-type", at, "expected a " + std::string(name));
    return value;
  }

  void write_integer(Writer& out, const Value& answer, const std::string& at) {
    const auto value = value_of(answer, "valueInteger", at);
    if (!value) return;
    if (!value->is(Kind::Integer) || value->integer() < 0 || value->integer() > highest_score)
      return faults_.error("out-of-range", at / "valueInteger", "expected a whole number from 0 to 10");
    out.integer(value->integer());
  }

  void write_time(Writer& out, const Value& answer, const std::string& at) {
    const auto value = value_of(answer, "valueDateTime", at);
    if (!value) return;
    if (!value->is(Kind::String) || !(parse_date(value->text()) || parse_timestamp(value->text())))
      return faults_.error("not-a-time", at / "valueDateTime", "expected a day (2026-11-20), or a time with offset");
    out.string(value->text());
  }

  void write_option(Writer& out, ItemId id, const Value& answer, const std::string& at, std::uint32_t& chosen) {
    const auto value = value_of(answer, "valueCoding", at);
    if (!value) return;
    const Item& question = item_of(id);
    const auto code = value->find("code");
    const auto system = value->find("system");
    const auto option = code ? find_option(question, code->text()) : std::nullopt;
    if (!option) return faults_.error("unknown-option", at / "valueCoding" / "code", "no such answer to this question");
    if (system && system->text() != std::string(code_system_base).append(options_of(question)))
      return faults_.error("unknown-option", at / "valueCoding" / "system", "these codes are not this question's");
    if ((chosen & (1U << *option)) != 0) return faults_.error("duplicate-option", at, "given twice; keep one");
    chosen |= 1U << *option;
    out.string(question.options[*option].id);
  }

  const Value response_;
  const Content& content_;
  Diagnostics& faults_;
  std::array<std::string, items.size()> answers_;  ///< as a case has them; empty: not answered
  std::optional<std::string> status_;
  std::optional<std::string> authored_;
  std::optional<std::string> language_;
};

}  // namespace

std::optional<std::string> case_from_fhir(std::string_view text, const Content& content, Diagnostics& faults) {
  if (text.find("\"resourceType\"") == std::string_view::npos) return std::string(text);
  Diagnostics found;
  const auto document = Document::parse(text, found);
  if (document && (!document->root().is(Kind::Object) || !document->root().find("resourceType")))
    return std::string(text);
  std::string result;
  if (document) result = ResponseReader{document->root(), content, found}.read();
  faults.append(found);
  return found.has_errors() ? std::nullopt : std::optional(result);
}

}  // namespace tiredness::json
