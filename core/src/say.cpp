#include "tiredness/say.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/parts.hpp"

namespace tiredness {
namespace {

using enum SayLine;
using enum Names;

/// What is said as one list, item after item. A wish to die is no part of it: it has made the result a crisis, which has words of
/// its own.
constexpr std::array signs{item("body-symptoms"), item("mind-symptoms"), item("background-signs")};
constexpr std::array health{item("conditions"), item("pregnancy")};

/// Sentences that are picked by their id as well; the others are told apart by their conditions alone.
namespace id {
constexpr std::string_view session_home = "session-home";
constexpr std::string_view session_clinic = "session-clinic";
constexpr std::string_view session = "session";
constexpr std::string_view session_long_ago = "session-long-ago";
constexpr std::string_view session_unknown = "session-unknown";
constexpr std::string_view no_session = "no-session";
constexpr std::string_view session_not_asked = "session-not-asked";
constexpr std::string_view danger = "danger";
constexpr std::string_view unsure_signs = "unsure-signs";
constexpr std::string_view marked = "marked";
constexpr std::string_view took = "took";
constexpr std::string_view changes = "changes";
constexpr std::string_view health = "health";
constexpr std::string_view silent = "silent";
constexpr std::string_view crisis_us = "crisis-us";
constexpr std::string_view crisis_elsewhere = "crisis-elsewhere";
}  // namespace id

/// One of these is said of the session.
constexpr std::array of_session{id::session_home,    id::session_clinic, id::session,          id::session_long_ago,
                                id::session_unknown, id::no_session,     id::session_not_asked};

struct ListOf {
  std::string_view saying;
  std::span<const ItemId> items;
};
constexpr std::array danger_signs{item("danger-signs")};
constexpr std::array unsure_signs{item("unsure-signs")};
constexpr std::array taken{item("taken-today")};
constexpr std::array changes{item("medicine-changes")};
constexpr std::array lists{ListOf{id::danger, danger_signs}, ListOf{id::unsure_signs, unsure_signs},
                           ListOf{id::marked, signs},        ListOf{id::took, taken},
                           ListOf{id::changes, changes},     ListOf{id::health, health}};

/// Answers that are none: nothing of this, would rather not say, do not know.
constexpr std::array<std::string_view, 4> no_marks{"none", "no", "decline", "unsure"};

/// Unknown only where the session was not asked about yet.
constexpr Condition session_unsure = when<session_unclear()>();
constexpr Condition at_home = when<has("setting", "home")>();
constexpr Condition in_clinic = when<has("setting", "clinic")>();

constexpr Condition death_wish =
    when<any_of(has("mind-symptoms", "death-wish"), has("self-harm", "thoughts", "cannot-stay-safe", "plan"))>();
/// Of harm to others only where nothing else was marked: one sentence is enough.
constexpr Condition others_alone =
    when<all_of(has("self-harm", "harm-others"), is_not("mind-symptoms", "death-wish"))>();
constexpr Condition death_wish_unsure =
    when<all_of(has("self-harm", "unsure"), is_not("mind-symptoms", "death-wish"))>();

/// On the call to the emergency number, and nowhere else.
constexpr Saying only_911(Saying saying) {
  saying.levels = Levels{Level::Emergency};
  return saying;
}

/// There too.
constexpr Saying also_911(Saying saying) {
  saying.levels.add(Level::Emergency);
  return saying;
}

/// To the crisis line, which on an emergency comes second.
constexpr Saying to_988(std::string_view id, Condition when) {
  return {id, CrisisLine, when, Nothing, {}, Levels{Level::Crisis, Level::Emergency}};
}

/// What the check said: of the level alone.
constexpr Saying check_said(std::string_view id, Level level) {
  return {id, Check, always, Nothing, {}, Levels{level}};
}

/// In the order in which they are said.
constexpr std::array sayings{
    only_911({"where", Where, always}),
    also_911({"helper", Session, when<has("who", "helper")>()}),
    also_911({id::session_home, Session, at_home, SessionTime}),
    also_911({id::session_clinic, Session, in_clinic, SessionTime}),
    also_911({id::session, Session, always, SessionTime}),
    also_911({id::session_long_ago, Session, always}),
    also_911({id::session_unknown, Session, always}),
    also_911({id::no_session, Session, always}),
    only_911({id::session_not_asked, Session, always}),
    Saying{"daily", Session, when<has("daily-dose", "yes")>()},
    also_911({"dose-more", Session, when<has("dose-as-planned", "more")>()}),
    also_911({"dose-not-prescribed", Session, when<has("dose-as-planned", "not-prescribed")>()}),
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
    also_911({"drowsy", Now, when<has("alertness", "drowsy")>()}),
    also_911({"sleepy-unsure", Now, when<any_of(has("alertness", "unsure"), missing("alertness"))>()}),
    also_911({"not-woken", Now, when<has("alertness", "not-checked")>()}),
    only_911({"cannot-stay-awake", Now, when<has("alertness", "cannot-stay-awake")>()}),
    Saying{"cannot-usual", Now, when<has("function", "cannot-usual")>()},
    Saying{"cannot-self-care", Now, when<has("function", "cannot-self-care")>()},
    Saying{"function-unsure", Now, when<rules::function_unknown>()},
    Saying{"alone", Now, when<has("company", "alone")>()},
    only_911({id::danger, Marked, always, Marks}),
    Saying{"signs-unsure", Marked,
           when<any_of(missing("danger-signs"), all_of(has("danger-signs", "unsure"), missing("unsure-signs")))>()},
    also_911({id::unsure_signs, Marked, when<answered("unsure-signs")>(), Marks}),
    also_911({id::marked, Marked, always, Marks}),
    also_911({id::took, Marked, always, Marks}),
    Saying{"took-unsure", Marked, when<has("taken-today", "unsure")>()},
    Saying{id::changes, Marked, always, Marks},
    Saying{id::health, Marked, always, Marks},
    Saying{"under-age", Marked, when<has("age", "under-18")>()},
    Saying{"older", Marked, when<has("age", "65-plus")>()},
    Saying{id::silent, Marked, when<rules::self_harm_unanswered>()},
    only_911({"harm", Marked, when<has("self-harm", "cannot-stay-safe")>()}),
    only_911({"harm-plan", Marked, when<has("self-harm", "plan")>()}),
    only_911({"harm-others", Marked, when<has("self-harm", "harm-others")>()}),
    to_988(id::crisis_us, always),
    to_988(id::crisis_elsewhere, always),
    to_988("thoughts", death_wish),
    to_988("thoughts-unsure", death_wish_unsure),
    to_988("thoughts-others", others_alone),
    check_said("check-urgent", Level::Urgent),
    check_said("check-same-day", Level::SameDay),
    check_said("check-soon", Level::Soon),
};
static_assert(std::none_of(sayings.begin(), sayings.end(), [](const Saying& one) { return one.when.empty(); }));

/// What there is to say of the session; with the place of it where that is known. Where it was not asked about yet only who is
/// called now says that there is one.
std::string_view session_saying(const Facts& facts) {
  if (facts.evaluate(session_unsure) == Truth::Unknown) return id::session_not_asked;
  if (facts.session().ended) {
    if (facts.evaluate(at_home) == Truth::True) return id::session_home;
    if (facts.evaluate(in_clinic) == Truth::True) return id::session_clinic;
    return id::session;
  }
  switch (facts.session().time.kind) {
    case SessionTime::Kind::NotYet: return id::no_session;
    // A file may say how long ago it was, and not what time it is now.
    case SessionTime::Kind::Known:
      return facts.answers().session.kind == SessionAnswer::Kind::TwoWeeksOrMore ? id::session_long_ago : "";
    default: return id::session_unknown;
  }
}

bool tells_session(const Saying& saying) {
  return std::find(of_session.begin(), of_session.end(), saying.id) != of_session.end();
}

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
      if (facts_.evaluate(saying.when) != Truth::True || !belongs(saying)) continue;
      Said said{&saying, marks_of(saying.id)};
      if (saying.names != Marks || !said.marks.empty()) said_.push_back(std::move(said));
    }
    return std::move(said_);
  }

 private:
  [[nodiscard]] bool belongs(const Saying& saying) const {
    if (!saying.levels.has(level_)) return false;
    if (saying.line == CrisisLine) return decided_a(Level::Crisis) && speaks_to_region(saying.id);
    if (tells_session(saying)) return saying.id == session_saying(facts_);
    // Of harm only where that decided the level.
    if (saying.id == id::silent) return reads_self_harm();
    return true;
  }

  [[nodiscard]] bool decided_a(Level level) const {
    return std::any_of(reasons_.begin(), reasons_.end(),
                       [&](const Reason& reason) { return reason.rule->level == level; });
  }

  /// Only of the US line it is known that it can be written to.
  [[nodiscard]] bool speaks_to_region(std::string_view saying) const {
    const bool elsewhere = !facts_.config()[ClinicText::Region].empty();
    if (saying == id::crisis_us) return !elsewhere;
    return saying != id::crisis_elsewhere || elsewhere;
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
              weight_of(id, 1U << option) == weight && (weight == 2 || is_told_beside(saying)))
            marks.push_back({id, option});
    return marks;
  }

  /// Who answers the emergency number hears the signs that decided, and what was taken; the rest can be asked.
  [[nodiscard]] bool is_told_beside(std::string_view saying) const {
    return level_ != Level::Emergency || saying != id::marked;
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
  return Speech{level, facts, reasons, also_tell}.take();
}

}  // namespace tiredness
