#include <array>

#include "tiredness/json/digits.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {

constexpr std::array<std::string_view, 4> type_names{"choice", "multi", "integer", "dateTime"};

std::string_view name_of(ItemType type) { return type_names[static_cast<std::size_t>(type)]; }

/// The item whose option texts these are.
std::string_view texts_of(const Item& question) { return question.texts.empty() ? question.link_id : question.texts; }

/// @param detail whether what the short name means is told too, where there is such a text.
void write_option(Writer& out, const Item& question, const AnswerOption& option, bool detail, const Texts& texts) {
  out.begin_object().member("value", option.id);
  texts.member(out, "text", "item.", texts_of(question), ".option.", option.id);
  if (detail && option.has_detail) texts.member(out, "detail", "item.", texts_of(question), ".detail.", option.id);
  if (!option.group.empty()) texts.member(out, "group", "item.", texts_of(question), ".group.", option.group);
  out.end_object();
}

/// @param facts where given, only the options that are offered now.
void write_item(Writer& out, const Item& question, const Facts* facts, const Texts& texts) {
  // Where the texts are another item's, that one stands above it and has told the details.
  const bool own_texts = question.texts.empty();
  out.begin_object().member("linkId", question.link_id).member("type", name_of(question.type));
  out.key("required").boolean(question.required).key("exclusive").begin_array();
  for (const AnswerOption& option : question.options)
    if (option.exclusive) out.string(option.id);
  out.end_array();
  texts.member(out, "text", "item.", question.link_id, ".text");
  if (question.has_hint) texts.member(out, "hint", "item.", question.link_id, ".hint");
  out.key("options").begin_array();
  for (const AnswerOption& option : question.options)
    if (facts == nullptr || facts->offers(option)) write_option(out, question, option, own_texts, texts);
  out.end_array();
  if (question.type == ItemType::Integer) {
    out.key("min").integer(0).key("max").integer(highest_score);
    texts.member(out, "low", "item.", texts_of(question), ".low");
    texts.member(out, "high", "item.", texts_of(question), ".high");
  }
  out.end_object();
}

void write_wake(Writer& out, const Texts& texts) {
  out.member("kind", "wake");
  texts.member(out, "title", "interim.wake.title");
  texts.member(out, "text", "interim.wake.text");
  out.key("choices").begin_array();
  out.begin_object().member("action", "carry-on");
  texts.member(out, "text", "interim.wake.woke");
  out.key("clear").begin_array().string("alertness").end_array().member("page", id_of(Page::Alertness)).end_object();
  out.begin_object().member("action", "cannot-wake");
  texts.member(out, "text", "interim.wake.cannot");
  out.key("set").begin_object().key("danger-signs").begin_array().string("cannot-wake").end_array().end_object();
  out.end_object();
  out.begin_object().member("action", "later");
  texts.member(out, "text", "interim.wake.later");
  out.end_object();
  out.end_array();
}

void write_interim(Writer& out, const Interim& interim, const Texts& texts) {
  out.key("interim").begin_object();
  if (interim.kind == Interim::Kind::Wake) {
    write_wake(out, texts);
  } else {
    out.member("kind", "result").key("levels").begin_array();
    for (const Level level : most_urgent_first)
      if (interim.levels.has(level)) out.string(id_of(level));
    out.end_array().member("askedThrough", id_of(interim.asked_through));
  }
  out.end_object();
}

/// Every question that was asked, with its answer.
void write_rows(Writer& out, const Facts& facts, const Request& request, const Texts& texts) {
  out.key("rows").begin_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if (!facts.enabled(id)) continue;
    out.begin_object().member("page", id_of(items[i].page)).member("linkId", items[i].link_id);
    out.member("type", name_of(items[i].type));
    texts.member(out, "text", "item.", items[i].link_id, ".text");
    out.key("value");
    write_answer(out, id, request.answers.chosen(id), request);
    out.key("options").begin_array();
    for (unsigned option = 0; option < items[i].options.size(); ++option)
      if (items[i].type == ItemType::DateTime || (request.answers.chosen(id) & (1U << option)) != 0)
        write_option(out, items[i], items[i].options[option], true, texts);
    out.end_array().end_object();
  }
  out.end_array();
}

}  // namespace

void write_items(Writer& out, std::span<const ItemId> items, const Facts& facts, const Texts& texts) {
  out.key("items").begin_array();
  for (const ItemId id : items) write_item(out, item_of(id), &facts, texts);
  out.end_array();
}

/// "That was about 20 hours ago", rounded down as the rules count.
void write_echo(Writer& out, const Facts& facts, Texts& texts) {
  const SessionTime& t = facts.session().time;
  if (!t.known() || t.shortest != t.longest) return;
  const std::int64_t hours = t.longest / seconds_per_hour;
  const std::int64_t count = hours < 48 ? hours : hours / 24;
  std::string_view unit = "hours";
  if (hours == 0) unit = "under-hour";
  if (hours == 1) unit = "hour";
  if (hours >= 48) unit = "days";
  texts.count(count);
  out.key("echo").begin_object();
  texts.member(out, "text", "session.echo.", unit);
  out.key("args").begin_object().member("n", Digits{count}.view()).end_object().end_object();
}

void write_errors(Writer& out, std::span<const PageError> errors, const Texts& texts) {
  out.key("errors").begin_array();
  for (const PageError& error : errors) {
    const std::string_view link_id = item_of(error.item).link_id;
    const std::string_view kind = error.fault == PageFault::ImpossibleTime ? ".error.future" : ".error";
    out.begin_object().member("linkId", link_id);
    texts.member(out, "text", "item.", link_id, kind);
    out.end_object();
  }
  out.end_array();
}

void write_page_view(Writer& out, const PageView& view, const Facts& facts, const Request& request, Texts& texts) {
  out.begin_object();
  if (view.at_start) {
    out.member("page", "start");
  } else if (view.page) {
    out.member("page", id_of(*view.page));
    texts.member(out, "title", "page.", id_of(*view.page), ".title");
    out.key("step").integer(view.step).key("of").integer(view.of);
    write_items(out, view.items, facts, texts);
    write_errors(out, view.errors, texts);
    if (*view.page == Page::Session) write_echo(out, facts, texts);
  } else {
    out.member("page", "review");
    write_rows(out, facts, request, texts);
  }
  out.member("person", texts.person());
  if (view.interim) write_interim(out, *view.interim, texts);
  texts.write_arguments(out);
  out.end_object();
}

void write_questionnaire(Writer& out, const Texts& texts) {
  out.begin_object().key("pages").begin_array();
  for (std::size_t page = 0; page < page_ids.size(); ++page) {
    out.begin_object().member("page", page_ids[page]);
    texts.member(out, "title", "page.", page_ids[page], ".title");
    out.key("items").begin_array();
    for (const Item& question : items)
      if (question.page == static_cast<Page>(page)) write_item(out, question, nullptr, texts);
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

}  // namespace tiredness::json
