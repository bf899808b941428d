#include <algorithm>

#include "checks.hpp"
#include "tiredness/care.hpp"

namespace tiredness::verification {

void Checks::danger() {
  constexpr std::uint32_t signs = (1U << options::danger_sign_count) - 1;
  constexpr std::uint32_t all = 1U << options::danger_signs.size();
  constexpr ItemId danger_signs = item("danger-signs");
  // Only rules that read nothing but this item are counted on, so the rest of the answers cannot matter: one calm rest stands for all.
  std::vector<const RuleClause*> within;
  for (const Supported& entry : supported_)
    for (const RuleClause& clause : entry.clauses)
      if (clause.support == bit_of(danger_signs)) within.push_back(&clause);
  Scene scene{config_};
  scene.answers = calm_answers();
  std::uint64_t checked = 0;
  for (std::uint32_t chosen = 0; chosen < all; ++chosen) {
    if ((chosen & signs) == 0) continue;
    ++checked;
    scene.answers.choose(danger_signs, chosen);
    if (!any_fires(within, Level::Emergency, scene.facts()))
      failed("danger wins", "a danger sign does not give emergency whatever else is said", {scene.situation()});
  }
  covered("danger wins", checked, "sets of danger signs");

  constexpr ItemId self_harm = item("self-harm");
  std::uint64_t lines = 0;
  for (const Level level : most_urgent_first)
    for (unsigned option = 0; option <= options::self_harm.size(); ++option) {
      scene.answers = calm_answers();
      const std::uint32_t chosen = option == options::self_harm.size() ? 0 : 1U << option;  // and not answered
      if (chosen == option_bits(self_harm, "no")) continue;
      scene.answers.choose(self_harm, chosen);
      const auto actions = actions_for(level, scene.facts());
      ++lines;
      if (std::none_of(actions.begin(), actions.end(),
                       [](const ShownAction& shown) { return shown.action->dial == Dial::CrisisLine; }))
        failed("the crisis line is shown",
               "an answer to self-harm other than no does not show it at level " + std::string(id_of(level)),
               {scene.situation()});
    }
  covered("the crisis line is shown", lines, "answers to self-harm other than no, at every level");
  step();
}

}  // namespace tiredness::verification
