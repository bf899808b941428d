#include "ordinary.hpp"

#include "space.hpp"

namespace tiredness::verification {
namespace {

class Day {
 public:
  explicit Day(double hours) : answers_(calm_answers()) {
    answers_.session.elapsed = static_cast<std::int64_t>(hours * static_cast<double>(seconds_per_hour));
  }
  Day& with(std::string_view link_id, std::string_view option) {
    const ItemId id = *find_item(link_id);
    answers_.choose(id, 1U << *find_option(item_of(id), option));
    return *this;
  }
  Day& tired(int score) {
    answers_.set_number(item("tiredness"), score);
    return *this;
  }
  [[nodiscard]] Answers answers() const { return answers_; }

 private:
  Answers answers_;
};

Day treatment_day(double hours) { return Day(hours).with("slept", "no").with("trend", "too-soon"); }

}  // namespace

std::vector<OrdinaryCase> ordinary_situations() {
  return {
      {"home after an infusion, dozing, a partner there, resting as told",
       treatment_day(3).tired(6).with("alertness", "drowsy").with("function", "resting").answers()},
      {"very tired on the evening of the session",
       treatment_day(8).tired(8).with("function", "cannot-usual").answers()},
      {"a headache and some nausea that evening",
       treatment_day(6).tired(5).with("body-symptoms", "headache").answers()},
      {"floaty but calm that evening", treatment_day(5).tired(5).with("mind-symptoms", "unreal-calm").answers()},
      {"a short night, still the treatment day",
       treatment_day(18).tired(5).with("trend", "better").with("function", "some").answers()},
      {"the morning after, slept well, a bit tired", Day(20).tired(4).with("function", "some").answers()},
      {"the day after, about the same, with rests",
       Day(30).tired(5).with("trend", "same").with("function", "some").answers()},
      {"just under two days, moderate and better", Day(47.9).tired(6).with("function", "some").answers()},
      {"two and a half days, mild and better", Day(60).tired(3).answers()},
      {"just under three days, mild", Day(71.9).tired(2).with("trend", "same").answers()},
      {"a week later, no tiredness left", Day(168).tired(0).answers()},
      {"65 or older, the day after, mild", Day(26).tired(3).with("age", "65-plus").answers()},
      {"treated at home as planned, someone there",
       treatment_day(4).tired(4).with("setting", "home").with("dose-as-planned", "planned").answers()},
      {"nothing taken, nothing changed", Day(26).tired(3).with("medicines", "no").answers()},
      {"an everyday sedating medicine, awake",
       Day(26).tired(3).with("taken-today", "sedating-antidepressant").answers()},
      {"low energy before treatment too", Day(26).tired(3).with("before-session", "yes").answers()},
  };
}

}  // namespace tiredness::verification
