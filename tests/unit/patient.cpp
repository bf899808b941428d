#include "patient.hpp"

#include <algorithm>

#include "catch.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

std::uint32_t option_named(ItemId id, std::string_view option) {
  const auto found = find_option(item_of(id), option);
  if (!found) FAIL("no option " << option << " of " << item_of(id).link_id);
  return 1U << *found;
}

Patient steady(std::string_view told) {
  return Patient(told)
      .with("who", "self")
      .with("age", "18-64")
      .with("danger-signs", {"none"})
      .with("self-harm", "no")
      .with("setting", "clinic")
      .with("alertness", "awake")
      .with("slept", "yes")
      .with("function", "usual")
      .with("trend", "better")
      .with("body-symptoms", {"none"})
      .with("mind-symptoms", {"none"})
      .with("medicines", "yes")
      .with("taken-today", {"none"})
      .with("medicine-changes", {"none"})
      .with("conditions", {"none"})
      .with("pregnancy", "no")
      .with("before-session", "no")
      .with("background-signs", {"none"})
      .with("daily-dose", "no")
      .with("between-sessions", "first");
}

}  // namespace

ItemId item_named(std::string_view link_id) {
  const auto id = find_item(link_id);
  if (!id) FAIL("no item " << link_id);
  return *id;
}

std::uint32_t options_named(std::string_view link_id, std::initializer_list<std::string_view> options) {
  std::uint32_t bits = 0;
  for (const std::string_view option : options) bits |= option_named(item_named(link_id), option);
  return bits;
}

Instant instant(std::string_view timestamp) {
  const auto read = parse_timestamp(timestamp);
  if (!read) FAIL("no time " << timestamp);
  return *read;
}

Patient& Patient::tell(std::string_view what) {
  told_.append("; ").append(what);
  return *this;
}

Patient Patient::with(std::string_view link_id, std::initializer_list<std::string_view> options) const {
  Patient changed = *this;
  changed.answers_.choose(item_named(link_id), options_named(link_id, options));
  changed.tell(link_id);
  for (const std::string_view option : options) changed.told_.append(" ").append(option);
  return changed;
}

Patient Patient::with(std::string_view link_id, std::string_view option) const { return with(link_id, {option}); }

Patient Patient::with(std::string_view link_id, int number) const {
  Patient changed = *this;
  if (item_of(item_named(link_id)).type != ItemType::Integer) FAIL(link_id << " takes no number");
  changed.answers_.set_number(item_named(link_id), number);
  changed.tell(link_id).told_.append(" ").append(std::to_string(number));
  return changed;
}

Patient Patient::also(std::string_view link_id, std::string_view option) const {
  const ItemId id = item_named(link_id);
  if (item_of(id).type != ItemType::Multi) return with(link_id, option);
  Patient changed = *this;
  const std::uint32_t none = find_option(item_of(id), "none") ? option_named(id, "none") : 0U;
  changed.answers_.choose(id, (answers_.chosen(id) & ~none) | option_named(id, option));
  changed.tell(link_id).told_.append(" also ").append(option);
  return changed;
}

Patient Patient::without(std::string_view link_id) const {
  Patient changed = *this;
  changed.answers_.clear(item_named(link_id));
  changed.tell("without ").told_.append(link_id);
  return changed;
}

Patient Patient::seconds(std::int64_t since_session) const {
  Patient changed = *this;
  changed.answers_.session = {SessionAnswer::Kind::Elapsed, {}, 0, since_session};
  changed.tell("session ").told_.append(std::to_string(since_session)).append(" s ago");
  return changed;
}

Patient Patient::session(std::string_view answer) const {
  using Kind = SessionAnswer::Kind;
  Patient changed = *this;
  SessionAnswer& session = changed.answers_.session;
  if (answer == "unknown")
    session = {Kind::Unknown, {}, 0, 0};
  else if (answer == "not-yet")
    session = {Kind::NotYet, {}, 0, 0};
  else if (answer == "two-weeks-or-more")
    session = {Kind::TwoWeeksOrMore, {}, 0, 0};
  else if (const auto date = parse_date(answer))
    session = {Kind::Date, {}, *date, 0};
  else
    session = {Kind::Timestamp, instant(answer), 0, 0};
  changed.tell("session ").told_.append(answer);
  return changed;
}

Patient Patient::at(std::string_view now) const {
  Patient changed = *this;
  changed.now_ = instant(now);
  changed.tell("now ").told_.append(now);
  return changed;
}

Patient Patient::checked_in(std::int64_t seconds_ago, int tiredness) const {
  const Facts facts{answers_, context()};
  if (!now_ || !facts.session().ended) FAIL("a check-in needs now and the session's time");
  CheckIn record;
  record.at = {now_->unix_seconds - seconds_ago, 0};
  record.session_ended = Instant{*facts.session().ended, 0};
  record.tiredness = tiredness;
  record.rules_major = rules_major;
  return checked_in(record);
}

Patient Patient::checked_in(const CheckIn& record) const {
  Patient changed = *this;
  changed.history_.push_back(record);
  changed.tell("an earlier check-in with ").told_.append(std::to_string(record.tiredness));
  return changed;
}

Patient Patient::setting(Setting setting, int value) const {
  Patient changed = *this;
  if (!changed.config_.set(setting, value)) FAIL(range_of(setting).id << " refuses " << value);
  changed.tell(range_of(setting).id).told_.append(" ").append(std::to_string(value));
  return changed;
}

Patient Patient::setting(ClinicText text, std::string_view value) const {
  Patient changed = *this;
  if (!changed.config_.set(text, value)) FAIL("a text refuses " << value);
  changed.tell(clinic_text_fields[static_cast<std::size_t>(text)].id).told_.append(" ").append(value);
  return changed;
}

Assessment Patient::assess(std::optional<Page> asked_through) const {
  return tiredness::assess(rule_set(), answers_, context(), asked_through);
}

Disposition Patient::decide() const { return tiredness::decide(rule_set(), facts()); }

Patient nobody() { return Patient("nobody"); }
Patient first_afternoon() {
  return steady("first afternoon")
      .hours(5)
      .score(4)
      .with("slept", "no")
      .with("company", "with-adult")
      .with("function", "resting")
      .with("trend", "too-soon");
}
Patient next_morning() { return steady("next morning").hours(20).score(3).with("company", "with-adult"); }
Patient calm() { return steady("the day after").hours(30).score(3); }
Patient third_day() { return steady("third day").hours(50).score(2).with("function", "some"); }
Patient past_third_day() { return steady("past the third day").hours(80).score(0); }
Patient fifth_day() { return steady("fifth day").hours(120).score(0); }
Patient time_unknown() { return steady("time unknown").session("unknown").score(0).with("company", "with-adult"); }
Patient no_session_yet() { return steady("no session yet").session("not-yet").score(2).with("function", "some"); }

Ids ids_of(std::span<const Rule* const> rules) {
  Ids ids;
  for (const Rule* rule : rules) ids.emplace_back(rule->id);
  return ids;
}

Ids ids_of(const std::vector<Reason>& reasons) {
  Ids ids;
  for (const Reason& reason : reasons) ids.emplace_back(reason.rule->id);
  return ids;
}

Ids ids_of(std::span<const ShownAction> actions) {
  Ids ids;
  for (const ShownAction& shown : actions) ids.emplace_back(shown.action->id);
  return ids;
}

Ids ids_of(std::span<const CareAdvice> advice) {
  Ids ids;
  for (const CareAdvice& entry : advice) ids.emplace_back(entry.tip->id);
  return ids;
}

Ids link_ids(std::span<const ItemId> items) {
  Ids ids;
  for (const ItemId id : items) ids.emplace_back(item_of(id).link_id);
  return ids;
}

bool contains(const Ids& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace tiredness::test
