#include "tiredness/say.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/parts.hpp"

namespace tiredness {
namespace {

using enum SayLine;
using enum Names;

constexpr Condition always{};

/// What is said as one list, item after item. A wish to die is no part of it: it has made the result a crisis, where nothing
/// is to be read.
constexpr std::array signs{item("body-symptoms"), item("mind-symptoms"), item("background-signs")};
constexpr std::array health{item("conditions"), item("pregnancy")};

struct ListOf {
  std::string_view saying;
  std::span<const ItemId> items;
};
constexpr std::array unsure_signs{item("unsure-signs")};
constexpr std::array taken{item("taken-today")};
constexpr std::array changes{item("medicine-changes")};
constexpr std::array lists{ListOf{"unsure-signs", unsure_signs}, ListOf{"marked", signs}, ListOf{"took", taken},
                           ListOf{"changes", changes}, ListOf{"health", health}};

/// Answers that are none: nothing of this, would rather not say, do not know.
constexpr std::array<std::string_view, 4> no_marks{"none", "no", "decline", "unsure"};

/// Unknown only where the session was not asked about yet.
constexpr Condition session_unsure = when<session_unclear()>();
constexpr Condition at_home = when<has("setting", "home")>();
constexpr Condition in_clinic = when<has("setting", "clinic")>();

/// In the order in which they are said.
constexpr std::array sayings{
    Saying{"helper", Session, when<has("who", "helper")>()},
    Saying{"session-home", Session, at_home, SessionTime},
    Saying{"session-clinic", Session, in_clinic, SessionTime},
    Saying{"session", Session, always, SessionTime},
    Saying{"session-long-ago", Session, always},
    Saying{"session-unknown", Session, always},
    Saying{"no-session", Session, always},
    Saying{"daily", Session, when<has("daily-dose", "yes")>()},
    Saying{"dose-more", Session, when<has("dose-as-planned", "more")>()},
    Saying{"dose-not-prescribed", Session, when<has("dose-as-planned", "not-prescribed")>()},
    Saying{"dose-unsure", Session, when<has("dose-as-planned", "unsure")>()},
    Saying{"score", Now, when<at_least("tiredness", 0)>(), Number, item("tiredness")},
    Saying{"first-day", Now, when<above("tiredness", "tiredness-first-day")>(), Number, item("tiredness-first-day")},
    Saying{"score-missing", Now, when<missing("tiredness")>()},
    Saying{"rose", Now, when<rose_since_check()>()},
    Saying{"unchanged", Now, when<rules::unchanged_since_check>()},
    Saying{"each-check", Now, when<rules::tired_at_each_check>()},
    Saying{"worse", Now, when<has("trend", "worse")>()},
    Saying{"came-back", Now, when<has("trend", "came-back")>()},
    Saying{"up-and-down", Now, when<has("trend", "up-and-down")>()},
    Saying{"same", Now, when<has("trend", "same")>()},
    Saying{"trend-unsure", Now, when<any_of(has("trend", "unsure", "too-soon"), missing("trend"))>()},
    Saying{"longer", Now, when<has("between-sessions", "longer")>()},
    Saying{"stays", Now, when<has("between-sessions", "stays")>()},
    Saying{"no-rest", Now, when<has("rest-helps", "no")>()},
    Saying{"drowsy", Now, when<has("alertness", "drowsy")>()},
    Saying{"sleepy-unsure", Now, when<any_of(has("alertness", "unsure"), missing("alertness"))>()},
    Saying{"not-woken", Now, when<has("alertness", "not-checked")>()},
    Saying{"cannot-usual", Now, when<has("function", "cannot-usual")>()},
    Saying{"cannot-self-care", Now, when<has("function", "cannot-self-care")>()},
    Saying{"function-unsure", Now, when<rules::function_unknown>()},
    Saying{"alone", Now, when<has("company", "alone")>()},
    Saying{"signs-unsure", Marked,
           when<any_of(missing("danger-signs"), all_of(has("danger-signs", "unsure"), missing("unsure-signs")))>()},
    Saying{"unsure-signs", Marked, when<answered("unsure-signs")>(), Marks},
    Saying{"marked", Marked, always, Marks},
    Saying{"took", Marked, always, Marks},
    Saying{"took-unsure", Marked, when<has("taken-today", "unsure")>()},
    Saying{"changes", Marked, always, Marks},
    Saying{"health", Marked, always, Marks},
    Saying{"under-age", Marked, when<has("age", "under-18")>()},
    Saying{"older", Marked, when<has("age", "65-plus")>()},
    Saying{"silent", Marked, when<rules::self_harm_unanswered>()},
    Saying{"check-urgent", Check, always},
    Saying{"check-same-day", Check, always},
    Saying{"check-soon", Check, always},
};

/// What there is to say of the session; with the place of it where that is known. Nothing where it was not asked about yet.
std::string_view session_saying(const Facts& facts) {
  if (facts.evaluate(session_unsure) == Truth::Unknown) return {};
  if (facts.session().ended) {
    for (const auto& [when, id] : {std::pair{at_home, "session-home"}, std::pair{in_clinic, "session-clinic"}})
      if (facts.evaluate(when) == Truth::True) return id;
    return "session";
  }
  switch (facts.session().time.kind) {
    case SessionTime::Kind::NotYet: return "no-session";
    // A file may say how long ago it was, and not what time it is now.
    case SessionTime::Kind::Known:
      return facts.answers().session.kind == SessionAnswer::Kind::TwoWeeksOrMore ? "session-long-ago" : "";
    default: return "session-unknown";
  }
}

bool tells_session(const Saying& saying) { return saying.id.find("session") != std::string_view::npos; }

bool is_mark(const AnswerOption& option) {
  return option.id != "death-wish" && std::find(no_marks.begin(), no_marks.end(), option.id) == no_marks.end();
}

std::uint32_t decided(std::span<const Reason> reasons, ItemId id) {
  std::uint32_t chosen = 0;
  for (const Reason& reason : reasons)
    for (const DecidingAnswer& answer : reason.answers)
      if (answer.item == id) chosen |= answer.chosen;
  return chosen;
}

class Speech {
 public:
  Speech(Level level, const Facts& facts, std::span<const Reason> reasons, std::span<const Reason> also_tell)
      : level_(level), facts_(facts), reasons_(reasons), also_tell_(also_tell) {}

  std::vector<Said> take() {
    for (const Saying& saying : sayings) {
      const bool applies = saying.when.empty() || facts_.evaluate(saying.when) == Truth::True;
      if (!applies || !belongs(saying)) continue;
      Said said{&saying, marks_of(saying.id)};
      if (saying.names != Marks || !said.marks.empty()) said_.push_back(std::move(said));
    }
    return std::move(said_);
  }

 private:
  [[nodiscard]] bool belongs(const Saying& saying) const {
    if (saying.line == Check) return saying.id.substr(std::string_view("check-").size()) == id_of(level_);
    if (tells_session(saying)) return saying.id == session_saying(facts_);
    // Of harm only where that decided the level.
    if (saying.id == "silent") return reads_self_harm();
    return true;
  }

  [[nodiscard]] bool reads_self_harm() const {
    return std::any_of(reasons_.begin(), reasons_.end(), [](const Reason& reason) {
      return std::any_of(reason.answers.begin(), reason.answers.end(),
                         [](const DecidingAnswer& answer) { return answer.item == item("self-harm"); });
    });
  }

  /// What decided the level first, then what else fired a rule, then the rest.
  [[nodiscard]] std::vector<Mark> marks_of(std::string_view saying) const {
    std::vector<Mark> marks;
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const ListOf& one) { return one.saying == saying; });
    if (list == lists.end()) return marks;
    for (const unsigned weight : {2U, 1U, 0U})
      for (const ItemId id : list->items)
        for (unsigned option = 0; option < item_of(id).options.size(); ++option)
          if ((facts_.answers().chosen(id) & (1U << option)) != 0 && is_mark(item_of(id).options[option]) &&
              weight_of(id, 1U << option) == weight)
            marks.push_back({id, option});
    return marks;
  }

  [[nodiscard]] unsigned weight_of(ItemId id, std::uint32_t option) const {
    if ((decided(reasons_, id) & option) != 0) return 2;
    return (decided(also_tell_, id) & option) != 0 ? 1 : 0;
  }

  Level level_;
  const Facts& facts_;
  std::span<const Reason> reasons_;
  std::span<const Reason> also_tell_;
  std::vector<Said> said_;
};

}  // namespace

std::span<const Saying> all_sayings() { return sayings; }

std::vector<Said> say_for(Level level, const Facts& facts, std::span<const Reason> reasons,
                          std::span<const Reason> also_tell) {
  if (level == Level::Expected || level >= Level::Crisis) return {};
  return Speech{level, facts, reasons, also_tell}.take();
}

}  // namespace tiredness
