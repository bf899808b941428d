#include <algorithm>

#include "tiredness/json/catalogue.hpp"
#include "tiredness/assessment.hpp"
#include "tiredness/care.hpp"
#include "tiredness/plan.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/say.hpp"
#include "tiredness/timeline.hpp"

namespace tiredness::json {
namespace {

class KeyList {
 public:
  template <class... Parts>
  void add(std::string_view first, Parts... rest) {
    std::string key{first};
    (key.append(rest), ...);
    if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) keys_.push_back(std::move(key));
  }
  void add_all(std::string_view group, std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) add(group, id);
  }
  std::vector<std::string> take() { return std::move(keys_); }

 private:
  std::vector<std::string> keys_;
};

void add_questionnaire(KeyList& keys) {
  for (const std::string_view page : page_ids) keys.add("page.", page, ".title");
  for (const Item& question : items) {
    keys.add("item.", question.link_id, ".text");
    keys.add("short.", question.link_id);
    if (question.has_hint) keys.add("item.", question.link_id, ".hint");
    if (question.required) keys.add("item.", question.link_id, ".error");
    if (!question.texts.empty()) continue;
    for (const AnswerOption& option : question.options) {
      keys.add("item.", question.link_id, ".option.", option.id);
      if (option.has_detail) keys.add("item.", question.link_id, ".detail.", option.id);
      if (!option.group.empty()) keys.add("item.", question.link_id, ".group.", option.group);
    }
  }
  keys.add_all("item.", {"session-ended.error.future", "tiredness.low", "tiredness.high"});
}

void add_results(KeyList& keys) {
  for (const Level level : most_urgent_first) {
    keys.add("level.", id_of(level), ".title");
    keys.add("level.", id_of(level), ".summary");
  }
  keys.add("level.emergency-and-crisis.title");
  for (const Rule& rule : rule_set().rules) keys.add("rule.", rule.id);
  keys.add("rule.", rule_set().expected.id);
  keys.add("rule.", rule_set().not_on_allow_list.id);
  for (const Action& action : all_actions()) {
    keys.add("action.", action.id);
    keys.add("by.", id_of(action.due));
  }
  for (const Due due : {Due::Then, Due::WhenOpen}) keys.add("by.", id_of(due));
  keys.add_all("opening.", {"open", "open-elsewhere", "open-always", "closed", "closed-elsewhere"});
  for (const Saying& saying : all_sayings()) keys.add("say.", saying.id);
  for (const std::string_view id : all_card_lines()) keys.add("card.", id);
  for (const std::string_view id : dial_ids)
    if (!id.empty()) keys.add("call.", id);
  // That the clinic is closed is known only with the clock, and then until when.
  for (const Due due : {Due::Urgent, Due::UrgentNoAnswer, Due::SameDay, Due::ClosedNow})
    keys.add("by.", id_of(due), "-until");
  for (const std::string_view variant : {"-one", "-day"}) keys.add("by.", id_of(Due::Soon), variant);
  for (const std::string_view variant : {"-at", "-at-both"}) keys.add("by.", id_of(Due::Recheck), variant);
  keys.add_all("", {"level.soon-one.title", "call.crisis.us", "action.call-crisis.us", "net.crisis.us"});
}

void add_care(KeyList& keys) {
  for (const SafetyLine& line : all_safety_lines()) {
    keys.add("safety.", line.id);
    if (!line.hours) continue;
    keys.add("safety.", line.id, ".until");
    keys.add("safety.", line.id, ".over");
  }
  keys.add("medicines.general");
  for (const std::string_view id : all_contributors()) keys.add("contributor.", id);
  for (const Tip& tip : all_tips()) {
    keys.add("tip.", tip.id);
    for (const TipVariant& variant : tip.variants)
      if (!variant.id.empty()) keys.add("tip.", tip.id, ".", variant.id);
  }
  for (const std::string_view id : all_safety_net_ids()) keys.add("net.", id);
  for (const std::string_view id : all_net_signs()) keys.add("net.sign.", id);
  keys.add_all("cta.", {"book-online", "book-online.button", "call", "call.button", "same-call", "usual-contact",
                        "once-safe", "once-safe-call", "once-safe-call.button"});
}

void add_plan(KeyList& keys) {
  for (const Activity& activity : all_activities()) {
    keys.add("plan.activity.", activity.id);
    if (!is_never(activity.note_when)) keys.add("plan.note.", activity.id);
  }
  for (const Need& need : all_needs()) keys.add("plan.need.", need.id);
  for (const std::string_view state : plan_state_ids) keys.add("plan.when.", state);
  for (const PlanState state :
       {PlanState::Now, PlanState::Later, PlanState::NotYet, PlanState::Hours, PlanState::AskHours})
    keys.add("lead.", id_of(state));
  keys.add("lead.call-by");
  keys.add("time-line.session");
  for (const Milestone& one : all_milestones()) keys.add("time-line.", one.id);
  keys.add_all("plan.", {"title", "if", "once", "only", "comma", "and"});
}

void add_rest(KeyList& keys) {
  for (const std::string_view since : {"trend.since-last.", "trend.since-first."})
    keys.add_all(since, {"better", "same", "worse"});
  keys.add_all("interim.", {"title", "wake.title", "wake.text", "wake.woke", "wake.cannot", "wake.later"});
  keys.add_all("session.echo.", {"under-hour", "hour", "hours", "days"});
  keys.add_all("", {"trend.persistent", "disclaimer.short", "disclaimer.rules", "stale.text", "arg.clinic"});
}

}  // namespace

std::vector<std::string> engine_message_keys() {
  KeyList keys;
  add_questionnaire(keys);
  add_results(keys);
  add_care(keys);
  add_plan(keys);
  add_rest(keys);
  return keys.take();
}

}  // namespace tiredness::json
