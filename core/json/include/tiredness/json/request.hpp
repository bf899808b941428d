#pragma once
/// @brief A request or case as read: everything the core needs, owned in one place.

#include <optional>
#include <string>
#include <vector>

#include "tiredness/json/reporter.hpp"
#include "tiredness/facts.hpp"
#include "tiredness/paging.hpp"

namespace tiredness::json {

/// Where the visitor stands.
struct Place {
  bool given = false;
  std::optional<Page> page;  ///< none: the review behind the last page
};

struct Request {
  Answers answers;
  std::string session_as_given;  ///< JSON of the answer to session-ended, as it was given
  ClinicConfig config;
  std::optional<Instant> now;
  std::optional<Instant> clinic_now;  ///< the same moment on the clinic's clock
  std::vector<CheckIn> history;
  std::vector<std::size_t> history_places;  ///< where each record stood in the document
  std::string language;                     ///< empty: message keys instead of texts
  std::optional<Page> asked_through;
  // nextPage
  Place after;
  Place before;
  Place page;
  Shown shown;

  [[nodiscard]] Context context() const { return {config, now, history, clinic_now}; }
};

/// Reads a case or request; all faults are reported at once. Without errors the result may be used.
void read_request(const Value& document, Request& request, Diagnostics& diagnostics);

void read_answers(const Value& value, Request& request, const Reporter& report);
/// @param as_used a config in use: a refused value is a warning and the default is used. Otherwise it is an error.
void read_config(const Value& value, bool as_used, const Reporter& report, ClinicConfig& config);
/// Records that cannot be used are set aside with a warning.
void read_history(const Value& value, Request& request, const Reporter& report);

/// Answers that are assessed, but are not as the page would have given them.
void warn_about(const Request& request, const Facts& facts, Diagnostics& diagnostics);

/// Seconds of a decimal number of hours, as written, cut off, exactly; saturates far outside every range here.
std::int64_t seconds_of_hours(std::string_view text);
/// The same the other way: digits that seconds_of_hours reads back exactly.
std::string hours_of_seconds(std::int64_t seconds);

}  // namespace tiredness::json
