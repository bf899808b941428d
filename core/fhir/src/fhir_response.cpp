#include "fhir.hpp"
#include "tiredness/fhir/fhir.hpp"
#include "tiredness/json/with_case.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

using namespace fhir;

/// FHIR's years are 1 to 9999, its offsets at most 14 hours; RFC 3339 has more of both.
constexpr std::int64_t first_moment = -62135596800;
constexpr std::int64_t last_moment = 253402300799;
constexpr int widest_offset = 14 * 60;

/// The moment as FHIR writes it; empty where it cannot.
std::string moment(Instant instant) {
  if (instant.offset_minutes < -widest_offset || instant.offset_minutes > widest_offset) instant.offset_minutes = 0;
  const std::int64_t local = instant.unix_seconds + std::int64_t{instant.offset_minutes} * 60;
  return local < first_moment || local > last_moment ? std::string() : format_timestamp(instant);
}

/// The day or moment at which the session ended; empty where a word was given instead, or nothing.
std::string session_moment(const SessionAnswer& session, Instant now) {
  using SessionKind = SessionAnswer::Kind;
  constexpr std::size_t date_length = 10;
  switch (session.kind) {
    case SessionKind::Timestamp: return moment(session.timestamp);
    case SessionKind::Date: return moment({session.date * seconds_per_day, 0}).substr(0, date_length);
    case SessionKind::Elapsed: return moment({now.unix_seconds - session.elapsed, now.offset_minutes});
    default: return {};
  }
}

std::string_view session_word(const SessionAnswer& session) {
  switch (session.kind) {
    case SessionAnswer::Kind::NotYet: return "not-yet";
    case SessionAnswer::Kind::TwoWeeksOrMore: return "two-weeks-or-more";
    default: return "unknown";  // a time that FHIR cannot write is one that nobody can believe
  }
}

class ResponseWriter {
 public:
  ResponseWriter(Writer& out, const Facts& facts, const Request& request, const Texts& texts)
      : out_(out), facts_(facts), request_(request), texts_(texts) {}

  /// Pages with an answer on them.
  void write_groups() {
    for (std::size_t page = 0; page < page_ids.size(); ++page)
      if (has_answer(page)) write_group(page);
  }

  [[nodiscard]] bool has_answers() const {
    for (std::size_t page = 0; page < page_ids.size(); ++page)
      if (has_answer(page)) return true;
    return false;
  }

  /// Everything that must be answered is.
  [[nodiscard]] bool complete() const {
    if (request_.asked_through) return false;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].required && facts_.enabled(static_cast<ItemId>(i)) &&
          !request_.answers.answered(static_cast<ItemId>(i)))
        return false;
    return true;
  }

 private:
  /// Asked and answered: an abandoned branch does not count.
  [[nodiscard]] bool counts(std::size_t index, std::size_t page) const {
    const auto id = static_cast<ItemId>(index);
    return items[index].page == static_cast<Page>(page) && facts_.enabled(id) && request_.answers.answered(id);
  }

  [[nodiscard]] bool has_answer(std::size_t page) const {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (counts(i, page)) return true;
    return false;
  }

  void write_group(std::size_t page) {
    begin(std::string(page_prefix).append(page_ids[page]), texts_("page.", page_ids[page], ".title"));
    out_.key("item").begin_array();
    for (std::size_t i = 0; i < items.size(); ++i)
      if (counts(i, page)) write_item(static_cast<ItemId>(i));
    out_.end_array().end_object();
  }

  Writer& begin(std::string_view link_id, std::string_view text) {
    return out_.begin_object().member("linkId", link_id).member("text", text);
  }

  void write_item(ItemId id) {
    const Item& question = item_of(id);
    if (question.type == ItemType::DateTime) return write_session(question);
    begin(question.link_id, texts_("item.", question.link_id, ".text")).key("answer").begin_array();
    if (question.type == ItemType::Integer) {
      out_.begin_object().key("valueInteger").integer(*request_.answers.number(id)).end_object();
    } else {
      for (unsigned i = 0; i < question.options.size(); ++i)
        if ((request_.answers.chosen(id) & (1U << i)) != 0) write_option(question, question.options[i]);
    }
    out_.end_array().end_object();
  }

  void write_session(const Item& question) {
    const SessionAnswer& session = request_.answers.session;
    const std::string ended = session_moment(session, *request_.now);
    if (!ended.empty()) {
      begin(question.link_id, texts_("item.", question.link_id, ".text")).key("answer").begin_array();
      out_.begin_object().member("valueDateTime", ended).end_object();
    } else {
      begin(session_words_link_id, texts_(session_words_text)).key("answer").begin_array();
      write_option(question, question.options[*find_option(question, session_word(session))]);
    }
    out_.end_array().end_object();
  }

  void write_option(const Item& question, const AnswerOption& option) {
    write_coding(out_.begin_object().key("valueCoding"), question, option, display_of(question, option, texts_));
    out_.end_object();
  }

  Writer& out_;
  const Facts& facts_;
  const Request& request_;
  const Texts& texts_;
};

}  // namespace

std::optional<std::string> response_as_fhir(std::string_view case_text, const Content& content, Diagnostics& faults) {
  const auto written =
      with_case(case_text, &content, "en", faults, [&](const Request& request, const Facts& facts, const Texts& texts) {
        const std::string authored = request.now ? moment(*request.now) : std::string();
        if (authored.empty()) {
          faults.error("needs-now", "/now",
                       "a response says when it was made: give 'now', an RFC 3339 time with offset");
          return std::string();
        }
        Writer out;
        ResponseWriter writer{out, facts, request, texts};
        out.begin_object()
            .member("resourceType", "QuestionnaireResponse")
            .member("language", texts.catalogue()->language);
        out.member("questionnaire", std::string(questionnaire_url).append("|").append(rules_version));
        out.member("status", writer.complete() ? "completed" : "in-progress").member("authored", authored);
        if (writer.has_answers()) {  // FHIR has no empty arrays
          out.key("item").begin_array();
          writer.write_groups();
          out.end_array();
        }
        return out.end_object().take();
      });
  return faults.has_errors() ? std::nullopt : written;
}

}  // namespace tiredness::json
