#include <algorithm>
#include <array>

#include "request.hpp"
#include "writer.hpp"

namespace tiredness::json {
namespace {

constexpr std::string_view hours_key = "hours-since-session";

std::string expected(std::string_view what, const Value& found) {
  return "expected " + std::string(what) + ", found " + std::string(name_of(found.kind()));
}

std::string quoted(std::string_view text) { return "'" + std::string(text.substr(0, 80)) + "'"; }

/// Reads one answer object; every fault is noted and reading goes on.
class AnswersReader {
 public:
  AnswersReader(std::string_view pointer, Request& request, Diagnostics& diagnostics)
      : pointer_(pointer), request_(request), diagnostics_(diagnostics) {}

  void read(const Value& value) {
    if (!value.is(Kind::Object)) return diagnostics_.error("wrong-type", pointer_, expected("an object of answers", value));
    if (value.find(hours_key) && value.find("session-ended"))
      diagnostics_.error("both-time-keys", pointer_ / hours_key,
                         "both session-ended and hours-since-session are given; keep one");
    for (const Value member : value) read_member(member);
  }

 private:
  void read_member(const Value& member) {
    const std::string at = pointer_ / member.key();
    if (member.key() == hours_key) return read_hours(member, at);
    const auto id = find_item(member.key());
    if (!id)
      return diagnostics_.error("unknown-item", at,
                                "no such question; `tiredness-check questionnaire --format json` lists them");
    switch (item_of(*id).type) {
      case ItemType::Choice: return read_choice(*id, member, at);
      case ItemType::Multi: return read_multi(*id, member, at);
      case ItemType::Integer: return read_integer(*id, member, at);
      case ItemType::DateTime: return read_session(member, at);
    }
  }

  std::uint32_t option(ItemId id, const Value& value, const std::string& at) {
    if (!value.is(Kind::String)) {
      diagnostics_.error("wrong-type", at, expected("the id of an option", value));
      return 0;
    }
    const auto found = find_option(item_of(id), value.text());
    if (found) return 1U << *found;
    std::string known;
    for (const AnswerOption& known_option : item_of(id).options)
      known += (known.empty() ? "" : ", ") + std::string(known_option.id);
    diagnostics_.error("unknown-option", at, "no such option " + quoted(value.text()) + "; one of: " + known);
    return 0;
  }

  void read_choice(ItemId id, const Value& value, const std::string& at) {
    request_.answers.choose(id, option(id, value, at));
  }

  void read_multi(ItemId id, const Value& value, const std::string& at) {
    if (!value.is(Kind::Array))
      return diagnostics_.error("wrong-type", at, expected("an array of option ids", value));
    std::uint32_t chosen = 0;
    std::size_t index = 0;
    for (const Value element : value) {
      const std::string element_at = at / index++;
      const std::uint32_t bit = option(id, element, element_at);
      if ((chosen & bit) != 0) diagnostics_.error("duplicate-option", element_at, "given twice; keep one");
      chosen |= bit;
    }
    request_.answers.choose(id, chosen);
  }

  void read_integer(ItemId id, const Value& value, const std::string& at) {
    if (!value.is(Kind::Integer)) return diagnostics_.error("wrong-type", at, expected("a whole number from 0 to 10", value));
    if (value.integer() < 0 || value.integer() > highest_score)
      return diagnostics_.error("out-of-range", at, "expected a whole number from 0 to 10");
    request_.answers.set_number(id, static_cast<int>(value.integer()));
  }

  void read_hours(const Value& value, const std::string& at) {
    constexpr std::int64_t most_hours = 1'000'000'000;
    SessionAnswer& session = request_.answers.session;
    session.kind = SessionAnswer::Kind::Elapsed;
    if (value.is(Kind::Integer)) {
      session.elapsed = std::clamp<std::int64_t>(value.integer(), -1, most_hours) * seconds_per_hour;
      request_.session_as_given = std::to_string(value.integer());
    } else if (value.is(Kind::Decimal)) {
      session.elapsed = seconds_of_hours(value.text());
      request_.session_as_given = value.text();
    } else {
      diagnostics_.error("wrong-type", at, expected("a number of hours", value));
    }
  }

  void read_session(const Value& value, const std::string& at) {
    if (!value.is(Kind::String))
      return diagnostics_.error("wrong-type", at, expected("a time, a date or a word", value));
    Writer given;
    request_.session_as_given = given.string(value.text()).take();
    if (!read_session_text(value.text(), request_.answers.session))
      diagnostics_.error("not-a-time", at,
                         quoted(value.text()) +
                             " is no RFC 3339 time with offset (2026-11-20T14:00:00-05:00), no date (2026-11-20) and "
                             "none of two-weeks-or-more, unknown, not-yet");
  }

  static bool read_session_text(std::string_view text, SessionAnswer& session) {
    using SessionKind = SessionAnswer::Kind;
    if (text == "two-weeks-or-more") session.kind = SessionKind::TwoWeeksOrMore;
    else if (text == "unknown") session.kind = SessionKind::Unknown;
    else if (text == "not-yet") session.kind = SessionKind::NotYet;
    else if (const auto date = parse_date(text)) session = {SessionKind::Date, {}, *date, 0};
    else if (const auto time = parse_timestamp(text)) session = {SessionKind::Timestamp, *time, 0, 0};
    else return false;
    return true;
  }

  std::string pointer_;
  Request& request_;
  Diagnostics& diagnostics_;
};

void warn_about_options(const Facts& facts, const Request& request, ItemId id, Diagnostics& diagnostics) {
  const Item& question = item_of(id);
  const std::uint32_t chosen = request.answers.chosen(id);
  const std::string at = std::string("/answers") / question.link_id;
  for (unsigned i = 0; i < question.options.size(); ++i) {
    const AnswerOption& option = question.options[i];
    if ((chosen & (1U << i)) == 0) continue;
    if (option.exclusive && chosen != 1U << i)
      diagnostics.warning("exclusive-option", at, quoted(option.id) + " stands beside other options; the others count");
    if (!facts.offers(option))
      diagnostics.warning("option-not-offered", at,
                          quoted(option.id) + (option.offered == Offered::OnTreatmentDay
                                                   ? " is not offered after the treatment day; it counts as 'unsure'"
                                                   : " is not offered here; it counts all the same"));
  }
}

void warn_about_session(const Facts& facts, const Request& request, Diagnostics& diagnostics) {
  const std::string_view key =
      request.answers.session.kind == SessionAnswer::Kind::Elapsed ? hours_key : "session-ended";
  const std::string at = std::string("/answers") / key;
  switch (facts.session().fault) {
    case SessionFault::None: return;
    case SessionFault::Future:
      return diagnostics.warning("impossible-time", at, "lies in the future; treated as unknown");
    case SessionFault::TooOld:
      return diagnostics.warning("impossible-time", at, "is more than ten years ago; treated as unknown");
    case SessionFault::NeedsNow:
      return diagnostics.warning("needs-now", at, "cannot be used without 'now'; treated as unknown");
  }
}

}  // namespace

void read_answers(const Value& value, std::string_view pointer, Request& request, Diagnostics& diagnostics) {
  AnswersReader{pointer, request, diagnostics}.read(value);
}

void warn_about(const Request& request, Diagnostics& diagnostics) {
  const Facts facts{request.answers, request.context()};
  warn_about_session(facts, request, diagnostics);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if (items[i].type == ItemType::Choice || items[i].type == ItemType::Multi)
      if (facts.enabled(id)) warn_about_options(facts, request, id, diagnostics);
  }
  if (!request.history.empty() && !request.now)
    diagnostics.warning("needs-now", "/history", "cannot be used without 'now'; not used");
  for (std::size_t i = 0; request.now && i < request.history.size(); ++i)
    if (is_in_future(request.history[i], *request.now))
      diagnostics.warning("record-in-future", std::string_view("/history") / request.history_places[i], "is later than 'now'; set aside");
}

}  // namespace tiredness::json
