#include <algorithm>
#include <array>

#include "checks.hpp"
#include "tiredness/care.hpp"
#include "tiredness/together.hpp"

namespace tiredness {
namespace {

constexpr std::array lines{
    LineAsks{"go-outside", GoOut},
    LineAsks{"call-emergency", Call911},
    LineAsks{"wake-now", Call911If},
    LineAsks{"wake-while-waiting", Nothing_opposed},
    LineAsks{"recovery-position", NothingByMouth},
    LineAsks{"fast-sugar", ByMouth | Call911If},
    LineAsks{"sugar-while-waiting", ByMouth},
    LineAsks{"no-sugar", NothingByMouth | Call911If},
    LineAsks{"no-sugar-while-waiting", NothingByMouth},
    LineAsks{"do-not-drive", Nothing_opposed},
    LineAsks{"unlock-door", LetIn},
    LineAsks{"stay-on-line", StayOnLine},
    LineAsks{"call-crisis", CallOther | CallInPrivate},
    LineAsks{"stay-with-someone", GetSomebody},
    LineAsks{"out-of-reach", Nothing_opposed},
    LineAsks{"crisis-no-answer", Call988Now | Call911If},
    LineAsks{"watch-breathing", Call911If},
    LineAsks{"get-company", GetSomebody},
    LineAsks{"call-on-call", CallUrgently | CallOther},
    LineAsks{"go-urgent", CallUrgently | CallOther},
    LineAsks{"poison-help", CallOther},
    LineAsks{"urgent-no-answer", Nothing_opposed},
    LineAsks{"call-today", CallOther},
    LineAsks{"call-today-no-phone", CallOther},
    LineAsks{"same-day-after-hours-on-call", CallOther},
    LineAsks{"same-day-after-hours", CallOther},
    LineAsks{"call-soon", CallOther},
    LineAsks{"call-soon-no-phone", CallOther},
    LineAsks{"soon-before-opening-on-call", CallOther},
    LineAsks{"soon-before-opening", CallOther},
    LineAsks{"with-guardian", WithGuardian},
    LineAsks{"with-guardian-beside-crisis", Nothing_opposed},
    LineAsks{"soon-no-answer", CallOther},
    LineAsks{"primary-care", Nothing_opposed},
    LineAsks{"check-again", CheckAgain},
    LineAsks{"call-if-change", CheckAgain | CallOther},
    LineAsks{"net.emergency", LookForSigns | Call911If},
    LineAsks{"net.crisis", Call988If},
    LineAsks{"net.clinic", CallOther},
    LineAsks{"net.clinic-hours", CallOther | InHours},
    LineAsks{"net.clinic-no-phone", CallOther},
    LineAsks{"net.on-call", CallOther},
    LineAsks{"net.changes", CallSooner},
    LineAsks{"net.sooner", CallSooner},
    LineAsks{"net.worse-fast", Call911If},
    LineAsks{"cta.book-online", Consult},
    LineAsks{"cta.call", Consult},
    LineAsks{"cta.same-call", Consult},
    LineAsks{"cta.usual-contact", Consult},
    LineAsks{"cta.once-safe", Nothing_opposed},
    LineAsks{"cta.once-safe-call", Nothing_opposed},
    LineAsks{"tips", TryTips},
    LineAsks{"recheck", CheckAgain},
};

constexpr std::string_view calling = "who is told to call 911 now is not told when to call, or to look for more first";
constexpr std::string_view in_crisis =
    "who is told to call 988 now is not told when to call, or to look for more first";
constexpr std::string_view consulting = "a consultation waits until the person is safe";

constexpr std::array opposites{
    Opposites{Call911, Call911If, calling},
    Opposites{Call911, Call988If, calling},
    Opposites{Call911, LookForSigns, calling},
    Opposites{Call911, InHours, calling},
    Opposites{Call911, CallSooner, calling},
    Opposites{Call911, CheckAgain, calling},
    Opposites{Call911, TryTips, "tips keep from the call"},
    Opposites{Call911, Consult, consulting},
    Opposites{Call911, CallUrgently, "one call at a time: 911"},
    Opposites{Call988Now, Call988If, in_crisis},
    Opposites{Call988Now, LookForSigns, in_crisis},
    Opposites{Call988Now, InHours, in_crisis},
    Opposites{Call988Now, CallSooner, in_crisis},
    Opposites{Call988Now, CheckAgain, in_crisis},
    Opposites{Call988Now, TryTips, "tips keep from the call"},
    Opposites{Call988Now, Consult, consulting},
    Opposites{CallInPrivate, WithGuardian, "a call to 988 is private"},
    Opposites{Call988Now, CallUrgently, "one call at a time: 988"},
    Opposites{CallUrgently, TryTips, "tips keep from the call"},
    Opposites{CallUrgently, Consult, consulting},
    Opposites{StayOnLine, CallOther, "nobody can stay on the line and make another call"},
    Opposites{ByMouth, NothingByMouth, "sugar may choke a person who is not fully awake"},
    Opposites{GoOut, LetIn, "nobody goes back in to see to the door"},
    Opposites{GetSomebody, GetSomebody, "it is said once"},
};

}  // namespace

std::span<const LineAsks> all_line_asks() { return lines; }
std::span<const Opposites> all_opposites() { return opposites; }

std::string_view why_not_together(const LineAsks& one, const LineAsks& other) {
  for (const Opposites& pair : opposites)
    if (((one.asks & pair.one) != 0 && (other.asks & pair.other) != 0) ||
        ((one.asks & pair.other) != 0 && (other.asks & pair.one) != 0))
      return pair.why;
  return {};
}

namespace verification {
namespace {

constexpr std::string_view never_against_itself = "a result never asks for the opposite of what it asks for";

const LineAsks* asks_of(std::string_view id) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const LineAsks& line) { return line.id == id; });
  return found == lines.end() ? nullptr : found;
}

/// What a clinic gives decides which of two actions stands there: every set of ways to reach it, in the US and elsewhere.
std::vector<ClinicConfig> reached_in_every_way(const ClinicConfig& config) {
  constexpr std::array ways{std::pair{ClinicText::Phone, "555-0100"}, std::pair{ClinicText::OnCallPhone, "555-0199"},
                            std::pair{ClinicText::BookingUrl, "https://clinic.example/book"}};
  std::vector<ClinicConfig> all;
  for (unsigned given = 0; given < (1U << ways.size()); ++given)
    for (const std::string_view region : {"US", "GB"}) {
      ClinicConfig clinic = config;
      bool taken = clinic.set(ClinicText::Region, region);
      for (const ClinicText number : {ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber})
        taken = (region == "US" || clinic.set(number, "116-123")) && taken;
      for (std::size_t i = 0; i < ways.size(); ++i)
        if ((given & (1U << i)) != 0) taken = clinic.set(ways[i].first, ways[i].second) && taken;
      if (taken) all.push_back(clinic);
    }
  return all;
}

/// Not known, open, closed.
constexpr std::array<std::optional<Opening>, 3> openings{std::nullopt, Opening{true, {}, false},
                                                         Opening{false, {}, false}};

bool keeps_away(const Action& one, const Action& other) {
  return std::find(one.not_beside.begin(), one.not_beside.end(), other.id) != one.not_beside.end();
}

bool shows(const ShownActions& shown, const Action& action) {
  return std::any_of(shown.begin(), shown.end(), [&](const ShownAction& one) { return one.action == &action; });
}

}  // namespace

/// Two actions, over every answer that either reads. The level is not counted on: they are looked at on each that has both.
std::uint64_t Checks::apart(const Action& one, const Action& other, std::string_view why) {
  // Where one is kept away by the other, nothing else is read: the first state in which both hold decides for all.
  const bool settled = keeps_away(one, other) || keeps_away(other, one);
  std::vector<Condition> conditions;
  ItemSet support = 0;
  const auto tell_apart = [&](Condition condition) {
    conditions.push_back(condition);
    support |= support_of(condition);
  };
  tell_apart(one.when);
  tell_apart(other.when);
  // Else what keeps one of them away is told apart as well.
  if (!settled)
    for (const Action& third : all_actions())
      if (keeps_away(one, third) || keeps_away(other, third)) tell_apart(third.when);
  const auto holds = [](const Action& action, const Facts& facts) {
    return facts.evaluate(action.when) == Truth::True;
  };
  for (std::size_t i = 0; i < items.size(); ++i)
    if ((support & (1U << i)) != 0) conditions.push_back(enable_when(static_cast<ItemId>(i)));
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{support, conditions, configs};
  Scene scene{config_};
  scene.answers = calm_answers();
  scene.now = Instant{};
  std::uint64_t checked = 0;
  const bool by_clinic =
      one.needs != Needs::Nothing || other.needs != Needs::Nothing || one.while_closed || other.while_closed;
  const std::vector<ClinicConfig> clinics = by_clinic ? reached_in_every_way(config_) : std::vector{config_};
  all.for_each(scene, all.items().size(), [&](const auto&) {
    ++checked;
    const Facts facts = scene.facts();
    if (!holds(one, facts) || !holds(other, facts)) return true;
    for (const ClinicConfig& clinic : clinics) {
      scene.use(clinic);
      const Facts there = scene.facts();
      for (const auto& opening : openings)
        for (const Level level : most_urgent_first) {
          if (!one.levels.has(level) || !other.levels.has(level)) continue;
          const ShownActions shown = actions_for(level, there, opening);
          if (shows(shown, one) && shows(shown, other))
            failed(never_against_itself,
                   std::string(one.id) + " and " + std::string(other.id) + ": " + std::string(why),
                   {scene.situation()});
        }
    }
    scene.use(config_);
    return !settled;
  });
  return checked;
}

void Checks::together() {
  std::uint64_t pairs = 0;
  std::uint64_t states = 0;
  const auto all = all_actions();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const LineAsks* const one = asks_of(all[i].id);
      const LineAsks* const other = asks_of(all[j].id);
      ++pairs;
      if (one == nullptr || other == nullptr) {
        failed(never_against_itself,
               "nobody has said what " + std::string(one == nullptr ? all[i].id : all[j].id) + " asks for", {});
        continue;
      }
      if (const std::string_view why = why_not_together(*one, *other);
          !why.empty() && all[i].levels.meets(all[j].levels))
        states += apart(all[i], all[j], why);
    }
  covered(never_against_itself, pairs,
          "pairs of actions; those that may not stand together in " + std::to_string(states) + " states");
  step();
}

}  // namespace verification
}  // namespace tiredness
