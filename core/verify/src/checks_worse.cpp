#include "checks.hpp"

namespace tiredness::verification {
namespace {

constexpr std::string_view property = "worse is never calmer";

/// An earlier check-in is of this session only while it is known when that was. Where it is not, the best known answer is
/// that of another session, with which nothing is compared.
bool is_a_moment(const Value& session) { return resolve(session.session, session.now).ended.has_value(); }

}  // namespace

/// For one clause of a rule: whatever makes it True, and whatever step to a worse answer is then taken, some rule of that
/// level or above fires; for `soon` it is enough that a line of the allow-list does not hold. Only what reads nothing else
/// is counted on, so nothing outside the support can undo it.
std::uint64_t Checks::worse_for(const RuleClause& clause) {
  const Rule& rule = *clause.rule;
  const auto within = clauses_within(clause.support);
  const auto lines = rule.level == Level::Soon ? lines_within(clause.support) : std::vector<Condition>{};
  const auto conditions = conditions_within(clause.support, clause.when());
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{clause.support, conditions, configs};
  std::uint64_t checked = 0;
  for (std::size_t place = 0; place < all.items().size(); ++place) {
    const unsigned id = all.items()[place];
    const auto steps = steps_of(id, all.values(place));
    if (steps.empty()) continue;
    Scene scene{config_};
    std::vector<char> fires(all.values(place).size());
    std::vector<char> covers(all.values(place).size());
    all.for_each(scene, place, [&](const auto&) {
      for (std::size_t value = 0; value < fires.size(); ++value) {
        scene.set(id, all.values(place)[value]);
        const Facts facts = scene.facts();
        fires[value] = facts.evaluate(clause.when()) == Truth::True ? 1 : 0;
        covers[value] = fires[value] != 0 || any_fires(within, rule.level, facts) || any_refuses(lines, facts) ? 1 : 0;
      }
      checked += fires.size();
      for (const Step& step : steps) {
        if (fires[step.better] == 0 || covers[step.worse] != 0) continue;
        if (scene.has_recent() && static_cast<ItemId>(id) == item("session-ended") &&
            !is_a_moment(all.values(place)[step.worse]))
          continue;
        scene.set(id, all.values(place)[step.better]);
        const Situation better = scene.situation();
        scene.set(id, all.values(place)[step.worse]);
        failed(property,
               "the rule " + std::string(rule.id) +
                   " fires in the first case, and nothing as urgent in the second, "
                   "where " +
                   std::string(items[id].link_id) + " is worse",
               {better, scene.situation()});
      }
    });
  }
  return checked;
}

/// For one line of the allow-list: where it holds with the worse answer, and no rule fires, it holds with the better one.
std::uint64_t Checks::worse_for_allow_line(Condition line) {
  const ItemSet support = support_of(line);
  const auto within = clauses_within(support);
  const auto conditions = conditions_within(support, line);
  const ClinicConfig* const configs[] = {&config_};
  const Enumeration all{support, conditions, configs};
  std::uint64_t checked = 0;
  for (std::size_t place = 0; place < all.items().size(); ++place) {
    const unsigned id = all.items()[place];
    const auto steps = steps_of(id, all.values(place));
    Scene scene{config_};
    all.for_each(scene, place, [&](const auto&) {
      for (const Step& step : steps) {
        ++checked;
        scene.set(id, all.values(place)[step.better]);
        const Situation better = scene.situation();
        if (scene.facts().evaluate(line) == Truth::True) continue;
        scene.set(id, all.values(place)[step.worse]);
        const Facts worse = scene.facts();
        if (worse.evaluate(line) == Truth::True && !any_fires(within, Level::Soon, worse))
          failed(property,
                 "a line of the allow-list holds only with the worse answer to " + std::string(items[id].link_id),
                 {better, scene.situation()});
      }
    });
  }
  return checked;
}

void Checks::worse() {
  std::uint64_t checked = 0;
  for (const Supported& entry : supported_) {
    for (const RuleClause& clause : entry.clauses) checked += worse_for(clause);
    step();
  }
  for (const Condition line : lines_of(rules_.allow_list)) checked += worse_for_allow_line(line);
  step();
  covered(property, checked, "states of the rules' and the allow-list lines' whole supports");
}

}  // namespace tiredness::verification
