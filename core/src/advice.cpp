#include <algorithm>
#include <array>

#include "tiredness/care.hpp"

namespace tiredness {
namespace {

/// Where the time is not known it may still be the treatment day; and with a dose every day a person who has not slept since
/// is no steadier than on one.
constexpr auto may_be_treatment_day = any_of(session_unclear(), all_of(session_within(24), is_not("slept", "yes")));

/// In the order in which they are shown, boosted ones first. Where a visitor declined to name conditions or a pregnancy,
/// the careful wording is taken.
constexpr std::array tips{
    Tip{"rest",
        "S22 S23 C01",
        when<all_of(drowsy(), after_treatment_day())>(),
        when<treatment_day()>(),
        {{{"treatment-day", when<treatment_day()>()}}}},
    Tip{"drink",
        "S29 C08 C09",
        never,
        when<has("body-symptoms", "nausea", "vomiting", "headache", "dizzy", "dehydrated")>(),
        {{{"fluid-limit", when<has("conditions", "kidney-or-fluid-limit", "heart", "liver-disease", "decline")>()}}}},
    Tip{"eat",
        "S28 C08 C10",
        never,
        when<has("body-symptoms", "nausea", "vomiting")>(),
        {{{"sugar-plan",
           when<any_of(has("conditions", "diabetes", "decline"), has("taken-today", "diabetes-medicine"))>()}}}},
    Tip{"people", "S34 C15", never,
        when<any_of(has("company", "alone"), has("mind-symptoms", "low-mood", "panic", "unreal-upsetting"))>()},
    Tip{"bedtime", "S26 S27 C02", never, when<any_of(has("slept", "no"), has("background-signs", "snoring"))>()},
    Tip{"breathe",
        "S25 C13",
        when<has("mind-symptoms", "panic")>(),
        never,
        {{{"if-easy", when<has("conditions", "lung-or-apnea", "decline")>()}}}},
    Tip{"move",
        "S24 C11 C12 C22",
        when<any_of(may_be_treatment_day, drowsy(),
                    has("body-symptoms", "dizzy", "near-fall", "palpitations", "high-blood-pressure"))>(),
        never,
        {{{"ask-first", when<has("pregnancy", "pregnant")>()},
          {"pace", when<has("conditions", "me-cfs")>()},
          {"ask-first", when<any_of(has("pregnancy", "decline"), has("conditions", "decline"))>()}}}},
    Tip{"nap", "C16", never, never, {{{"treatment-day", when<may_be_treatment_day>()}}}},
    Tip{"caffeine",
        "C03 C04",
        never,
        never,
        {{{"none-today", when<any_of(has("body-symptoms", "palpitations", "high-blood-pressure"),
                                     has("taken-today", "stimulant-or-maoi"))>()}}}},
    Tip{"quiet-mind",
        "S25 C14",
        never,
        when<has("mind-symptoms", "unreal-calm", "unreal-upsetting", "panic")>(),
        {{{"grounding",
           when<any_of(has("mind-symptoms", "unreal-calm", "unreal-upsetting", "hallucinations", "death-wish"),
                       has("conditions", "bipolar-or-psychosis", "decline"))>()}}}},
    Tip{"stress", "S30 S35", never, never},
    Tip{"outdoors-hobby",
        "S32 S33 C23",
        never,
        never,
        {{{"not-alone", when<any_of(drowsy(), may_be_treatment_day)>()}}}},
    Tip{"ask", "S31", never, never},
};
static_assert(std::none_of(tips.begin(), tips.end(),
                           [](const Tip& one) { return one.hidden_when.empty() || one.boosted_when.empty(); }));

bool true_for(Condition condition, const Facts& facts) { return facts.evaluate(condition) == Truth::True; }

/// True or Unknown: what must be careful where an answer is missing.
bool possible_for(Condition condition, const Facts& facts) { return facts.evaluate(condition) != Truth::False; }

std::string_view variant_for(const Tip& tip, const Facts& facts) {
  for (const TipVariant& variant : tip.variants)
    if (possible_for(variant.when, facts)) return variant.id;
  return {};
}

}  // namespace

std::span<const Tip> all_tips() { return tips; }

List<CareAdvice, 16> advice_for(Level level, const Facts& facts) {
  List<CareAdvice, 16> advice;
  static_assert(tips.size() <= 16);
  if (level >= Level::Urgent) return advice;
  for (const bool boosted : {true, false})
    for (const Tip& tip : tips)
      if (true_for(tip.boosted_when, facts) == boosted && !possible_for(tip.hidden_when, facts))
        advice.push_back({&tip, variant_for(tip, facts), advice.size() >= tips_shown});
  return advice;
}

}  // namespace tiredness
