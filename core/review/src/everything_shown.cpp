#include "everything_shown.hpp"

#include <initializer_list>

#include "tiredness/json/case.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::json {
namespace {

constexpr const Content* no_texts = nullptr;

/// Answers that fit the usual pattern, up to the time of the session: the beginning of a request.
constexpr std::string_view ordinary =
    R"({"answers":{"age":"18-64","danger-signs":["none"],"self-harm":"no","setting":"clinic","between-sessions":"first","alertness":"awake",)"
    R"("tiredness":3,"function":"usual","trend":"better","body-symptoms":["none"],"mind-symptoms":["none"],"medicines":"no",)"
    R"("conditions":["none"],"pregnancy":"no","before-session":"no",)";

constexpr std::string_view whole_clinic =
    R"({"clinicName":"C","phone":"555-0100","hours":"9-5","onCallPhone":"555-0199","bookingUrl":"https://c.example","soonBusinessDays":1})";
constexpr std::string_view clinic_abroad =
    R"({"phone":"555-0100","region":"CA","emergencyNumber":"911","crisisNumber":"988","poisonNumber":"811"})";

/// A request and more members of it.
std::string with(std::string_view request, std::string_view members) {
  return joined({request.substr(0, request.size() - 1), ",", members, "}"});
}

/// Collects what is shown, place after place.
class Showing {
 public:
  std::vector<std::string> take() { return std::move(shown_); }

  void questionnaire() { shown_.push_back(json::questionnaire("{}", no_texts)); }

  /// The answers with which a rule decides: its result under each clinic, the page of the session, and the plan.
  void witness(const Situation& witness, std::string_view own_config) {
    days_later(witness);
    const std::string request = write_case(witness.answers, witness.now, witness.history);
    for (const std::string_view config : {own_config, whole_clinic, clinic_abroad})
      result(with(request, joined({R"("config":)", config})));
    page(with(request, R"("page":"session")"));
    shown_.push_back(plan(request, no_texts));
    told_by_helper(witness);
  }

  /// Every page that is gone on from, with answers that are missing, faulty or impossible.
  void pages() {
    for (const std::string_view id : page_ids)
      for (const std::string_view answers :
           {R"({"session-ended":"unknown"})",
            R"({"danger-signs":["unsure"],"setting":"home","tiredness":9,"before-session":"yes"})",
            R"({"session-ended":"2999-01-01"})", "{}"})
        page(joined({R"({"now":"2026-01-01T00:00:00Z","answers":)", answers, R"(,"after":")", id, R"("})"}));
  }

  /// What is said on the call hangs on answers that decide nothing.
  void said_on_the_call() {
    results_for(
        {R"({"who":"helper","session-ended":"two-weeks-or-more","tiredness":5,"trend":"up-and-down"})",
         R"({"session-ended":"2026-01-01","setting":"home","daily-dose":"yes","tiredness":9,"tiredness-first-day":5,"taken-today":["unsure"]})",
         R"({"session-ended":"2026-01-01","tiredness":5,"trend":"same"})",
         R"({"danger-signs":["unsure"],"unsure-signs":["seizure"]})",
         // To the emergency number of harm; to the crisis line, unsure.
         R"({"danger-signs":["seizure"],"self-harm":"plan"})", R"({"danger-signs":["none"],"self-harm":"unsure"})"});
    result(R"({"answers":{"danger-signs":["seizure"]},"askedThrough":"danger"})");
  }

  /// Open, closed and always open; on the visitor's own clock and on another one.
  void opening_hours() {
    for (const std::string_view hours : {"Mo 09:00-17:00", "Tu 09:00-17:00", "Mo-Su 00:00-24:00"})
      for (const std::string_view there : {"2026-01-05T12:00:00Z", "2026-01-05T13:00:00+01:00"})
        result(joined(
            {R"({"now":"2026-01-05T12:00:00Z","answers":{"self-harm":"decline","danger-signs":["none"],"alertness":"awake"},"clinicNow":")",
             there, R"(","config":{"phone":"555","timeZone":"UTC","openingHours":")", hours, R"("}})"}));
  }

  /// Low sugar and a sign that may be there, and a dose of which nobody is sure.
  void low_sugar_and_doses() {
    results_for(
        {R"({"danger-signs":["unsure"],"unsure-signs":["seizure"],"self-harm":"no","alertness":"awake","body-symptoms":["low-sugar"]})",
         R"({"danger-signs":["none"],"self-harm":"no","setting":"home","daily-dose":"no","dose-as-planned":"unsure","alertness":"awake"})"});
  }

  void score_that_stays() {
    result(joined(
        {R"({"now":"2026-01-05T12:00:00Z","answers":{"danger-signs":["none"],"self-harm":"no","session-ended":"2026-01-03T06:00:00Z","slept":"yes",)"
         R"("alertness":"awake","tiredness":5},"history":[{"at":"2026-01-04T12:00:00Z","sessionEnded":"2026-01-03T06:00:00Z","tiredness":5,)"
         R"("function":"usual","level":"expected","rules":")",
         rules_version, R"("}]})"}));
  }

  /// A closed clinic where the call can wait, with and without another line.
  void closed_clinic() {
    for (const std::string_view line : {R"()", R"("onCallPhone":"556",)"})
      result(joined(
          {R"({"now":"2026-01-05T12:00:00Z",)", ordinary.substr(1),
           R"("session-ended":"2026-01-01T06:00:00Z","slept":"yes"},"clinicNow":"2026-01-05T12:00:00Z","config":{"phone":"555",)",
           line, R"("timeZone":"UTC","openingHours":"Tu 09:00-17:00"}})"}));
  }

  /// A time or a day is named where now is known; else hours and numbers of days.
  void times_and_days() {
    for (const std::string_view when :
         {R"("session-ended":"2026-01-05T06:00:00Z","slept":"no","company":"with-adult"},"now":"2026-01-05T12:00:00Z")",
          R"("session-ended":"2026-01-04T06:00:00Z","slept":"no"},"now":"2026-01-05T12:00:00Z")",
          R"("hours-since-session":5,"slept":"no","company":"with-adult"})",
          R"("hours-since-session":80,"slept":"yes"})",
          R"("hours-since-session":80,"slept":"yes"},"config":{"soonBusinessDays":1})"})
      result(joined({ordinary, when, "}"}));
  }

  /// Without now a limit is told in words: at urgent and at same-day.
  void limits_in_words() {
    for (const std::string_view rest : {R"("body-symptoms":["leg"])", R"("tiredness":9)"})
      result(joined(
          {R"({"answers":{"danger-signs":["none"],"setting":"clinic","hours-since-session":80,"alertness":"awake",)",
           rest, "}}"}));
  }

  /// "That was about 20 hours ago."
  void echoes() {
    for (const std::string_view hours : {"0.5", "1", "20", "60"})
      page(joined({R"({"answers":{"hours-since-session":)", hours, R"(},"page":"session"})"}));
  }

 private:
  void result(std::string_view request) { shown_.push_back(assess(request, no_texts)); }
  void page(std::string_view request) { shown_.push_back(next_page(request, no_texts)); }

  void results_for(std::initializer_list<std::string_view> cases) {
    for (const std::string_view answers : cases)
      result(joined({R"({"now":"2026-01-05T12:00:00Z","answers":)", answers, "}"}));
  }

  /// The same four days after, with nothing left of the tiredness.
  void days_later(Situation situation) {
    situation.answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, 4 * seconds_per_day};
    situation.answers.set_number(item("tiredness"), 0);
    result(write_case(situation.answers, situation.now, {}));
  }

  /// The same as a helper tells it, who alone is offered "I could not check".
  void told_by_helper(Situation situation) {
    situation.answers.choose(item("who"), option_bits(item("who"), "helper"));
    const std::string request = write_case(situation.answers, situation.now, situation.history);
    page(with(request, R"("after":"alertness")"));
  }

  std::vector<std::string> shown_;
};

}  // namespace

std::vector<std::string> everything_shown(const std::vector<Situation>& witnesses, std::string_view own_config) {
  Showing showing;
  showing.questionnaire();
  for (const Situation& witness : witnesses) showing.witness(witness, own_config);
  showing.pages();
  showing.said_on_the_call();
  showing.opening_hours();
  showing.low_sugar_and_doses();
  showing.score_that_stays();
  showing.closed_clinic();
  showing.times_and_days();
  showing.limits_in_words();
  showing.echoes();
  return showing.take();
}

}  // namespace tiredness::json
