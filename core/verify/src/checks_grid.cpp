#include <array>

#include "checks.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view only_earned = "expected only where every line of the allow-list holds";
constexpr std::string_view one_level = "every answer set has one level";
constexpr std::string_view worse_in_grid = "worse is never calmer, state by state";

bool is(const Answers& answers, ItemId id, std::uint32_t bits) { return (answers.chosen(id) & bits) != 0; }

/// The single-choice lines of the allow-list once more, as plain code written from the clinical specification and from
/// nothing else: a second opinion on the conditions that ship.
bool plain_allow_list(const Facts& facts) {
  const Answers& given = facts.answers();
  const ClinicConfig& config = facts.config();
  const SessionTime& t = facts.session().time;
  const auto score = given.number(item("tiredness"));
  const auto before = [&](int hours) { return t.longest < hours * seconds_per_hour; };
  if (!t.known() || !score) return false;
  const bool day = facts.on_treatment_day();
  const bool age = is(given, item("age"), option_bits(item("age"), "18-64", "65-plus"));
  const bool time = before(config[Setting::ExpectedTirednessHours]) || *score == 0;
  const bool awake = is(given, item("alertness"), option_bits(item("alertness"), "awake")) ||
                     (is(given, item("alertness"), option_bits(item("alertness"), "drowsy")) && day &&
                      is(given, item("company"), option_bits(item("company"), "with-adult")));
  const bool able = is(given, item("function"), option_bits(item("function"), "usual", "some"));
  const bool better = is(given, item("trend"), option_bits(item("trend"), "better"));
  const bool moderate =
      *score < config[Setting::SevereScore] && (before(config[Setting::OtherEffectsHours]) || (better && able));
  const bool tired = *score < config[Setting::ModerateScore] || moderate || day;
  const bool function =
      able || (day && is(given, item("function"), option_bits(item("function"), "resting", "cannot-usual")));
  const bool trend = better || is(given, item("trend"), option_bits(item("trend"), "same")) ||
                     (before(24) && is(given, item("trend"), option_bits(item("trend"), "too-soon", "unsure")));
  const bool between = !facts.enabled(item("between-sessions")) ||
                       is(given, item("between-sessions"), option_bits(item("between-sessions"), "first", "clears"));
  const bool dose = !facts.enabled(item("dose-as-planned")) ||
                    is(given, item("dose-as-planned"), option_bits(item("dose-as-planned"), "planned"));
  return age && time && awake && tired && function && trend && between && dose;
}

/// Answers about place, doses and earlier sessions; each is a step worse than the one before.
struct Place {
  std::uint32_t setting;
  std::uint32_t dose;
  std::uint32_t daily;
  std::uint32_t between;
};

constexpr ItemId setting_item = item("setting");
constexpr ItemId dose_item = item("dose-as-planned");
constexpr ItemId daily_item = item("daily-dose");
constexpr ItemId between_item = item("between-sessions");
constexpr auto clinic = option_bits(setting_item, "clinic");
constexpr auto home = option_bits(setting_item, "home");
constexpr auto planned = option_bits(dose_item, "planned");
constexpr auto not_daily = option_bits(daily_item, "no");
constexpr auto clears = option_bits(between_item, "clears");
constexpr std::array places{
    Place{clinic, 0, 0, clears},
    Place{home, planned, not_daily, clears},
    Place{home, option_bits(dose_item, "unsure"), not_daily, clears},
    Place{home, option_bits(dose_item, "unsure"), option_bits(daily_item, "unsure"), clears},
    Place{home, option_bits(dose_item, "unsure"), option_bits(daily_item, "yes"), option_bits(between_item, "longer")},
    Place{home, option_bits(dose_item, "unsure"), option_bits(daily_item, "yes"), option_bits(between_item, "stays")},
};

constexpr ItemSet grid_items = bit_of(item("session-ended")) | bit_of(item("alertness")) | bit_of(item("slept")) |
                               bit_of(item("company")) | bit_of(item("tiredness")) | bit_of(item("function")) |
                               bit_of(item("trend"));

/// Steps of the progress for each of the places.
constexpr unsigned grid_weight = 6;

Situation situation_at(const Enumeration& all, Scene scene, std::size_t index) {
  all.set_at(scene, index);
  return scene.situation();
}

}  // namespace

/// It takes about as long as all the other properties together.
unsigned Checks::steps_of_grid() {
  return static_cast<unsigned>((options::age.size() + 1) * places.size()) * grid_weight;
}

void Checks::grid() {
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{grid_items, configs};
  std::uint64_t states = 0;
  std::uint64_t steps_checked = 0;
  std::uint64_t expected = 0;
  for (unsigned age = 0; age <= options::age.size(); ++age) {
    std::vector<std::uint8_t> better_place;
    for (const Place& place : places) {
      std::vector<std::uint8_t> levels;
      Scene scene{config_};
      scene.answers = calm_answers();
      scene.answers.choose(item("age"), age == 0 ? 0 : 1U << (age - 1));
      scene.answers.choose(setting_item, place.setting);
      scene.answers.choose(dose_item, place.dose);
      scene.answers.choose(daily_item, place.daily);
      scene.answers.choose(between_item, place.between);
      all.for_each(scene, all.items().size(), [&](const auto&) {
        const Facts facts = scene.facts();
        const Level level = decide(rules_, facts).level;
        levels.push_back(static_cast<std::uint8_t>(level));
        if (level != Level::Expected) return;
        ++expected;
        if (!plain_allow_list(facts)) failed(only_earned, "expected, though a line does not hold", {scene.situation()});
      });
      states += levels.size();
      std::size_t stride = 1;
      for (std::size_t item_place = 0; item_place < all.items().size(); ++item_place) {
        const std::size_t count = all.values(item_place).size();
        for (const Step& step : steps_of(all.items()[item_place], all.values(item_place)))
          for (std::size_t block = 0; block < levels.size(); block += stride * count)
            for (std::size_t at = block; at < block + stride; ++at) {
              ++steps_checked;
              const std::size_t better = at + step.better * stride;
              const std::size_t worse = at + step.worse * stride;
              if (levels[better] > levels[worse])
                failed(worse_in_grid,
                       "the worse answer to " + std::string(items[all.items()[item_place]].link_id) + " is calmer",
                       {situation_at(all, scene, better), situation_at(all, scene, worse)});
            }
        stride *= count;
      }
      for (std::size_t at = 0; at < better_place.size(); ++at)
        if (better_place[at] > levels[at])
          failed(worse_in_grid, "a worse answer on place, doses or the time between sessions is calmer",
                 {situation_at(all, scene, at)});
      steps_checked += better_place.size();
      better_place = std::move(levels);
      step(grid_weight);
    }
  }
  covered(one_level, states, "states: every single-choice combination of the allow-list and the time classes");
  covered(only_earned, expected, "of them are expected");
  covered(worse_in_grid, steps_checked, "steps to a worse answer between those states");
}

}  // namespace tiredness::verification
