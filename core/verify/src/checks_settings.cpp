#include <algorithm>
#include <random>

#include "checks.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view property = "a stricter setting never lowers a level";

bool reads(const Node& node, Setting setting) {
  const bool day = node.op == Op::TreatmentDay || node.op == Op::AfterTreatmentDay || node.item == item("function");
  if (day && setting == Setting::TreatmentDayHours) return true;
  return setting_of(node) == setting;
}

bool reads(Condition condition, Setting setting) {
  return std::any_of(condition.begin(), condition.end(), [&](const Node& node) { return reads(node, setting); });
}

/// Whether the condition, or whether one of its items is asked, depends on the setting.
bool depends_on(Condition condition, ItemSet support, Setting setting) {
  if (reads(condition, setting)) return true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    if ((support & bit_of(id)) != 0 && reads(enable_when(id), setting)) return true;
  }
  return false;
}

ClinicConfig with(ClinicConfig config, Setting setting, int value) {
  const bool taken = config.set(setting, value);
  if (!taken) std::abort();  // a value of the range itself
  return config;
}

class Dice {
 public:
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least) + 1));
  }

 private:
  std::mt19937_64 engine_{20240607};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same samples every time
};

}  // namespace

/// @param rule where the condition is a clause of a rule: it fires loosely => something as urgent fires strictly. Otherwise it is a
/// line of the allow-list: it holds strictly, with no rule firing => it holds loosely.
std::uint64_t Checks::stricter_for(Condition condition, ItemSet support, const Rule* rule, const ClinicConfig& loose,
                                   const ClinicConfig& strict) {
  const auto within = clauses_within(support);
  const auto lines = rule != nullptr && rule->level == Level::Soon ? lines_within(support) : std::vector<Condition>{};
  const auto conditions = conditions_within(support, condition);
  const ClinicConfig* const configs[] = {&loose, &strict};
  const Enumeration all{support, conditions, configs};
  Scene scene{loose};
  std::uint64_t checked = 0;
  all.for_each(scene, all.items().size(), [&](const auto&) {
    ++checked;
    scene.use(loose);
    const bool loosely = scene.facts().evaluate(condition) == Truth::True;
    if (loosely != (rule != nullptr)) return;
    scene.use(strict);
    const Facts facts = scene.facts();
    const bool strictly = facts.evaluate(condition) == Truth::True;
    const bool safe = rule != nullptr ? strictly || any_fires(within, rule->level, facts) || any_refuses(lines, facts)
                                      : !strictly || any_fires(within, Level::Soon, facts);
    if (!safe)
      failed(property,
             rule != nullptr ? "the rule " + std::string(rule->id) + " stops firing"
                             : "a line of the allow-list begins to hold",
             {scene.situation()});
  });
  return checked;
}

void Checks::stricter_samples(std::uint64_t samples) {
  Dice dice;
  const ClinicConfig* const configs[] = {&config_};
  const auto sessions = session_values(configs);
  Scene scene{config_};
  for (std::uint64_t sample = 0; sample < samples; ++sample) {
    ClinicConfig loose;
    for (const Setting setting : level_settings) {
      const SettingRange& range = range_of(setting);
      loose = with(loose, setting, dice.between(range.least, range.most));
    }
    ClinicConfig strict = loose;
    for (const Setting setting : level_settings)
      strict = with(strict, setting, dice.between(range_of(setting).least, loose[setting]));
    scene.answers = calm_answers();
    scene.set(static_cast<unsigned>(item("session-ended")), sessions[dice.below(sessions.size())]);
    if (scene.answers.session.kind == SessionAnswer::Kind::Elapsed && dice.below(2) == 0)
      scene.answers.session.elapsed = static_cast<std::int64_t>(dice.below(16 * seconds_per_day));
    for (unsigned change = 0; change < 6; ++change) {
      const auto id = static_cast<ItemId>(dice.below(items.size()));
      const Item& question = item_of(id);
      if (question.type == ItemType::Integer)
        scene.answers.choose(id, static_cast<std::uint32_t>(dice.below(highest_score + 2)));
      else if (question.type != ItemType::DateTime && dice.below(8) != 0)
        scene.answers.choose(id, 1U << dice.below(question.options.size()));
    }
    scene.use(loose);
    const Level before = decide(rules_, scene.facts()).level;
    scene.use(strict);
    if (decide(rules_, scene.facts()).level < before)
      failed(property, "a sampled combination of stricter settings gives a calmer level", {scene.situation()});
  }
  covered(property, samples, "sampled answers under sampled combinations");
}

void Checks::settings(std::uint64_t samples) {
  std::uint64_t checked = 0;
  std::uint64_t steps = 0;
  for (const Setting setting : level_settings) {
    const SettingRange& range = range_of(setting);
    for (int value = range.most; value > range.least; --value) {
      ++steps;
      const ClinicConfig loose = with(config_, setting, value);
      const ClinicConfig strict = with(config_, setting, value - 1);
      for (const Supported& entry : supported_)
        for (const RuleClause& clause : entry.clauses)
          if (depends_on(clause.when(), clause.support, setting))
            checked += stricter_for(clause.when(), clause.support, clause.rule, loose, strict);
      for (const Condition line : lines_of(rules_.allow_list))
        if (depends_on(line, support_of(line), setting))
          checked += stricter_for(line, support_of(line), nullptr, loose, strict);
    }
    step();
  }
  covered(property, checked, "states over " + std::to_string(steps) + " steps of single settings");
  stricter_samples(samples);
  step();
}

}  // namespace tiredness::verification
