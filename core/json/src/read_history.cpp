#include "tiredness/json/request.hpp"

namespace tiredness::json {
namespace {

/// Major version of "1.2.3"; nothing if it is none.
std::optional<int> major_of(std::string_view version) {
  int major = 0;
  std::size_t at = 0;
  for (; at < version.size() && version[at] >= '0' && version[at] <= '9' && at < 6; ++at)
    major = major * 10 + (version[at] - '0');
  if (at == 0 || at == version.size() || version[at] != '.') return std::nullopt;
  return major;
}

std::optional<Instant> read_instant(const Found& value) {
  return value && value->is(Kind::String) ? parse_timestamp(value->text()) : std::nullopt;
}

/// The record, or why it cannot be used.
std::optional<CheckIn> read_record(const Value& value, std::string_view& fault) {
  CheckIn record;
  const auto at = read_instant(value.find("at"));
  const auto ended = value.find("sessionEnded");
  const auto tiredness = value.find("tiredness");
  const auto level = value.find("level");
  const auto rules = value.find("rules");
  const auto found_level = level && level->is(Kind::String) ? find_level(level->text()) : std::nullopt;
  const auto major = rules && rules->is(Kind::String) ? major_of(rules->text()) : std::nullopt;
  record.session_ended = read_instant(ended);
  if (!at)
    fault = "'at' is no RFC 3339 time";
  else if (ended && !ended->is(Kind::Null) && !record.session_ended)
    fault = "'sessionEnded' is neither null nor a time";
  else if (!tiredness || !tiredness->is(Kind::Integer) || tiredness->integer() < 0 ||
           tiredness->integer() > highest_score)
    fault = "'tiredness' is no whole number from 0 to 10";
  else if (!found_level)
    fault = "'level' is no level";
  else if (!major)
    fault = "'rules' is no version";
  if (!fault.empty()) return std::nullopt;
  record.at = *at;
  record.tiredness = static_cast<int>(tiredness->integer());
  record.level = *found_level;
  record.rules_major = *major;
  return record;
}

}  // namespace

void read_history(const Value& value, Request& request, const Reporter& report) {
  if (!value.is(Kind::Array)) return report.error("wrong-type", value, {"expected an array of check-ins"});
  std::size_t index = 0;
  for (const Value element : value) {
    std::string_view fault;
    if (const auto record = read_record(element, fault)) {
      request.history.push_back(*record);
      request.history_places.push_back(index);
    } else {
      report.warning("bad-record", element, {fault, "; the record is set aside"});
    }
    ++index;
  }
}

}  // namespace tiredness::json
