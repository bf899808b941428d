#include "smallest_case.hpp"

#include "tiredness/report/condition_words.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/case.hpp"

namespace tiredness::json {
namespace {

std::string session_in_words(const SmallestCase& smallest) {
  using SessionKind = SessionAnswer::Kind;
  switch (smallest.session.kind) {
    case SessionKind::Missing: return "`session-ended` is not answered";
    case SessionKind::Unknown: return "session time is not known";
    case SessionKind::NotYet: return "there was no session yet";
    case SessionKind::TwoWeeksOrMore: return "session two weeks ago or more";
    case SessionKind::Elapsed: return "session " + hours_of_seconds(smallest.session.elapsed) + " h ago";
    case SessionKind::Timestamp:
    case SessionKind::Date: break;
  }
  const SessionTime t = resolve(smallest.session, smallest.now).time;
  return "session on a day whose hour is not known, " + hours_of_seconds(t.shortest) + " to " +
         hours_of_seconds(t.longest) + " h ago";
}

std::string answer_in_words(const StateAnswer& answer) {
  const std::string question = code(answer.link_id);
  if (answer.number) return question + " is " + std::to_string(*answer.number);
  if (answer.options.empty()) return question + " is not answered";
  std::vector<std::string> options;
  for (const std::string& option : answer.options) options.push_back(code(option));
  return question + (answer.type == ItemType::Multi ? " has " : " is ") + joined(options, "and");
}

std::string check_in_in_words(const CheckIn& record, Instant now) {
  const std::int64_t hours = (now.unix_seconds - record.at.unix_seconds) / seconds_per_hour;
  return "a kept check-in " + std::to_string(hours) + " h ago had tiredness " + std::to_string(record.tiredness);
}

}  // namespace

std::string case_in_words(const SmallestCase& smallest) {
  std::string words = session_in_words(smallest);
  for (const StateAnswer& answer : smallest.answers)
    if (!answer.is_calm) words += "; " + answer_in_words(answer);
  for (const CheckIn& record : smallest.history) words += "; " + check_in_in_words(record, *smallest.now);
  return words + "; all else calm";
}

std::string case_of(const SmallestCase& smallest) {
  const Situation situation = situation_of(smallest);
  return write_case(situation.answers, situation.now, situation.history);
}

}  // namespace tiredness::json
