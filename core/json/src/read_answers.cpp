#include <algorithm>
#include <array>

#include "tiredness/json/digits.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {
namespace {

constexpr std::string_view hours_key = "hours-since-session";

/// As much of what was given as a message shows.
std::string_view shortened(std::string_view text) { return text.substr(0, 80); }

/// Reads one answer object; every fault is noted and reading goes on.
class AnswersReader {
 public:
  AnswersReader(Request& request, const Reporter& report) : request_(request), report_(report) {}

  void read(const Value& value) {
    if (!value.is(Kind::Object)) return report_.wrong_type(value, "an object of answers");
    const auto hours = value.find(hours_key);
    if (hours && value.find("session-ended"))
      report_.error("both-time-keys", *hours, {"both session-ended and hours-since-session are given; keep one"});
    for (const Value member : value) read_member(member);
  }

 private:
  void read_member(const Value& member) {
    if (member.key() == hours_key) return read_hours(member);
    const auto id = find_item(member.key());
    if (!id)
      return report_.error("unknown-item", member,
                           {"no such question; `tiredness-check questionnaire --format json` lists them"});
    switch (item_of(*id).type) {
      case ItemType::Choice: return request_.answers.choose(*id, option(*id, member));
      case ItemType::Multi: return read_multi(*id, member);
      case ItemType::Integer: return read_integer(*id, member);
      case ItemType::DateTime: return read_session(member);
    }
  }

  std::uint32_t option(ItemId id, const Value& value) {
    if (!value.is(Kind::String)) {
      report_.wrong_type(value, "the id of an option");
      return 0;
    }
    const auto found = find_option(item_of(id), value.text());
    if (found) return 1U << *found;
    std::string known;
    for (const AnswerOption& known_option : item_of(id).options) {
      if (!known.empty()) known += ", ";
      known += known_option.id;
    }
    report_.error("unknown-option", value, {"no such option '", shortened(value.text()), "'; one of: ", known});
    return 0;
  }

  void read_multi(ItemId id, const Value& value) {
    if (!value.is(Kind::Array)) return report_.wrong_type(value, "an array of option ids");
    std::uint32_t chosen = 0;
    for (const Value element : value) {
      const std::uint32_t bit = option(id, element);
      if ((chosen & bit) != 0) report_.error("duplicate-option", element, {"given twice; keep one"});
      chosen |= bit;
    }
    request_.answers.choose(id, chosen);
  }

  void read_integer(ItemId id, const Value& value) {
    constexpr std::string_view wanted = "a whole number from 0 to 10";
    if (!value.is(Kind::Integer)) return report_.wrong_type(value, wanted);
    if (value.integer() < 0 || value.integer() > highest_score)
      return report_.error("out-of-range", value, {"expected ", wanted});
    request_.answers.set_number(id, static_cast<int>(value.integer()));
  }

  void read_hours(const Value& value) {
    constexpr std::int64_t most_hours = 1'000'000'000;
    SessionAnswer& session = request_.answers.session;
    session.kind = SessionAnswer::Kind::Elapsed;
    if (value.is(Kind::Integer)) {
      session.elapsed = std::clamp<std::int64_t>(value.integer(), -1, most_hours) * seconds_per_hour;
      request_.session_as_given = Digits{value.integer()}.view();
    } else if (value.is(Kind::Decimal)) {
      session.elapsed = seconds_of_hours(value.text());
      request_.session_as_given = value.text();
    } else {
      report_.wrong_type(value, "a number of hours");
    }
  }

  void read_session(const Value& value) {
    if (!value.is(Kind::String)) return report_.wrong_type(value, "a time, a date or a word");
    Writer given;
    request_.session_as_given = given.string(value.text()).take();
    if (!read_session_text(value.text(), request_.answers.session))
      report_.error("not-a-time", value,
                    {"'", shortened(value.text()),
                     "' is no RFC 3339 time with offset (2026-11-20T14:00:00-05:00), no date (2026-11-20) and "
                     "none of two-weeks-or-more, unknown, not-yet"});
  }

  static bool read_session_text(std::string_view text, SessionAnswer& session) {
    using SessionKind = SessionAnswer::Kind;
    if (text == "two-weeks-or-more")
      session.kind = SessionKind::TwoWeeksOrMore;
    else if (text == "unknown")
      session.kind = SessionKind::Unknown;
    else if (text == "not-yet")
      session.kind = SessionKind::NotYet;
    else if (const auto date = parse_date(text))
      session = {SessionKind::Date, {}, *date, 0};
    else if (const auto time = parse_timestamp(text))
      session = {SessionKind::Timestamp, *time, 0, 0};
    else
      return false;
    return true;
  }

  Request& request_;
  const Reporter& report_;
};

void warn_about_options(const Facts& facts, const Request& request, ItemId id, Diagnostics& diagnostics) {
  const Item& question = item_of(id);
  const std::uint32_t chosen = request.answers.chosen(id);
  for (unsigned i = 0; i < question.options.size(); ++i) {
    const AnswerOption& option = question.options[i];
    if ((chosen & (1U << i)) == 0) continue;
    const bool beside = option.exclusive && chosen != 1U << i;
    const bool offered = facts.offers(option);
    if (!beside && offered) continue;
    const std::string at = "/answers" / question.link_id;
    if (beside)
      diagnostics.warning("exclusive-option", at,
                          joined({"'", option.id, "' stands beside other options; the others count"}));
    if (!offered)
      diagnostics.warning(
          "option-not-offered", at,
          joined({"'", option.id, "' is not offered ",
                  option.offered == Offered::OnTreatmentDay ? "after the treatment day; it counts as 'unsure'"
                                                            : "here; it counts all the same"}));
  }
}

void warn_about_session(const Facts& facts, const Request& request, Diagnostics& diagnostics) {
  const std::string_view key =
      request.answers.session.kind == SessionAnswer::Kind::Elapsed ? hours_key : "session-ended";
  const std::string at = "/answers" / key;
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

void read_answers(const Value& value, Request& request, const Reporter& report) {
  AnswersReader{request, report}.read(value);
}

void warn_about(const Request& request, const Facts& facts, Diagnostics& diagnostics) {
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
      diagnostics.warning("record-in-future", std::string_view("/history") / request.history_places[i],
                          "is later than 'now'; set aside");
}

}  // namespace tiredness::json
