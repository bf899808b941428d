#include "rule_test.hpp"

namespace tiredness::test {
namespace {

Patient drowsy() { return calm().with("alertness", "drowsy"); }
Patient at_home() { return calm().with("setting", "home").with("dose-as-planned", "planned"); }
Patient unsure_of_a_sign() { return calm().with("danger-signs", {"unsure"}); }
Patient pregnant() { return calm().with("pregnancy", "pregnant"); }

}  // namespace

RULE_TEST("Danger signs left open are urgent", "danger-signs-unanswered", "[rules][urgent]") {
  rule.fires_without(calm().without("danger-signs"));
  rule.fires_without(unsure_of_a_sign());
  rule.fires_without(unsure_of_a_sign().also("danger-signs", "none"));
  rule.fires_exactly_for(unsure_of_a_sign(), "unsure-signs",
                         {"fainted", "seizure", "sudden-headache", "head-injury", "severe-infection",
                          "low-sugar-not-better", "bleeding", "severe-pain", "cannot-stand", "others-ill"});
  rule.misses(calm().with("danger-signs", {"chest"}));
  rule.misses(calm().with("unsure-signs", {"bleeding"}));  // not asked without `unsure`
}

RULE_TEST("Needing help to wash, dress or eat is urgent", "cannot-self-care", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "function", {"cannot-self-care"});
  rule.fires(first_afternoon().with("function", "cannot-self-care"));
  rule.silent_without(calm().without("function"));
}

RULE_TEST("Drowsy after something that slows breathing is urgent", "drowsy-with-depressant", "[rules][urgent]") {
  rule.fires_exactly_for(drowsy(), "taken-today", {"opioid", "alcohol", "other-drugs", "unknown-pills", "unsure"});
  rule.fires_exactly_for(calm().with("taken-today", {"alcohol"}), "alertness", {"drowsy", "unsure"});
  rule.fires_without(calm().with("taken-today", {"opioid"}).without("alertness"));
  rule.silent_without(drowsy().without("taken-today"));
}

RULE_TEST("Drowsy and alone on the first day after anything that makes sleepy is urgent", "drowsy-alone-with-sedative",
          "[rules][urgent]") {
  const Patient alone =
      first_afternoon().with("alertness", "drowsy").with("company", "alone").with("taken-today", {"antihistamine"});
  rule.fires_exactly_for(first_afternoon().with("alertness", "drowsy").with("company", "alone"), "taken-today",
                         {"opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine",
                          "antipsychotic", "sedating-antidepressant", "alcohol", "cannabis", "sedative-extra"});
  rule.fires_exactly_for(alone, "alertness", {"drowsy", "unsure"});
  rule.fires_exactly_for(alone, "company", {"alone"});
  rule.fires_until_hours(alone, 24);
  rule.misses(
      no_session_yet().with("alertness", "drowsy").with("company", "alone").with("taken-today", {"antihistamine"}));
  rule.fires_without(alone.session("unknown"));
  rule.fires_without(alone.without("alertness"));
  rule.silent_without(alone.without("company"));
  rule.silent_without(alone.without("taken-today"));
}

RULE_TEST("Low mood, and no word on self-harm, is urgent", "silent-and-low", "[rules][urgent]") {
  const Patient low = calm().with("who", "helper").with("mind-symptoms", {"low-mood"});
  rule.fires_exactly_for(low, "self-harm", {"decline", "not-known"});
  rule.fires_exactly_for(calm().with("self-harm", "decline"), "mind-symptoms", {"low-mood"});
  rule.fires_without(low.without("self-harm"));
  rule.silent_without(calm().with("self-harm", "decline").without("mind-symptoms"));
}

RULE_TEST("More of the dose than planned is urgent", "extra-dose", "[rules][urgent]") {
  rule.fires_exactly_for(at_home(), "dose-as-planned", {"more"});
  rule.fires(at_home().with("setting", "unsure").with("dose-as-planned", "more"));
  rule.misses(calm().with("setting", "clinic").with("dose-as-planned", "more"));  // not asked in a clinic
  rule.misses(at_home().without("setting").with("dose-as-planned", "more"));
  rule.silent_without(at_home().without("dose-as-planned"));
}

RULE_TEST("Very high blood pressure is urgent", "high-pressure", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"high-blood-pressure"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("A warning sign in or after a pregnancy is urgent", "maternal-warning", "[rules][urgent]") {
  rule.fires_exactly_for(pregnant(), "body-symptoms",
                         {"near-fall", "headache", "blurred-vision", "palpitations", "fever", "leg"});
  rule.fires_exactly_for(calm().with("body-symptoms", {"headache"}), "pregnancy", {"pregnant", "postpartum"});
  rule.fires_from_score(pregnant(), 7);
  rule.fires_from_score(calm().with("pregnancy", "postpartum"), 7);
  rule.fires_from_score(first_afternoon().with("pregnancy", "pregnant"), 7);
  rule.fires_from_score(pregnant().setting(Setting::SevereScore, 6), 6);
  rule.misses(pregnant().with("age", "65-plus").with("body-symptoms", {"leg"}));  // not asked at that age
  rule.silent_without(calm().score(9).without("pregnancy"));
  rule.silent_without(pregnant().without("tiredness"));
  rule.silent_without(pregnant().without("body-symptoms"));
}

RULE_TEST("A fever with chills, or with a spot that spreads, is urgent", "fever-with-spread", "[rules][urgent]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"fever"}), "body-symptoms", {"chills", "iv-spreading"});
  rule.misses(calm().with("body-symptoms", {"chills", "iv-spreading"}));
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Drying out is urgent where nothing stays down", "dehydration", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"cannot-keep-fluids"});
  rule.fires_exactly_for(calm().with("body-symptoms", {"vomiting"}), "body-symptoms",
                         {"cannot-keep-fluids", "dehydrated"});
  rule.fires_exactly_for(calm().with("body-symptoms", {"dehydrated"}), "body-symptoms",
                         {"cannot-keep-fluids", "vomiting"});
  rule.misses(calm().with("body-symptoms", {"nausea", "dehydrated"}));
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Shakes after stopping a medicine or alcohol are urgent", "withdrawal", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"withdrawal"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Low sugar is urgent", "low-sugar", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"low-sugar"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Asleep and nobody has tried to wake them is urgent", "not-checked", "[rules][urgent]") {
  rule.fires_exactly_for(calm().with("who", "helper"), "alertness", {"not-checked"});
  rule.fires(calm().with("alertness", "not-checked"));  // not offered, and counts all the same
  rule.silent_without(calm().without("alertness"));
}

RULE_TEST("Seeing or hearing what is not there is urgent", "hallucinations", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "mind-symptoms", {"hallucinations"});
  rule.fires(first_afternoon().with("mind-symptoms", {"hallucinations"}));
  rule.silent_without(calm().without("mind-symptoms"));
}

RULE_TEST("Palpitations on a stimulant are urgent", "stimulant-heart", "[rules][urgent]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"palpitations"}), "taken-today", {"stimulant-or-maoi"});
  rule.fires_exactly_for(calm().with("taken-today", {"stimulant-or-maoi"}), "body-symptoms", {"palpitations"});
  rule.silent_without(calm().with("body-symptoms", {"palpitations"}).without("taken-today"));
  rule.silent_without(calm().with("taken-today", {"stimulant-or-maoi"}).without("body-symptoms"));
}

RULE_TEST("A fall or near fall on a blood thinner is urgent", "fall-on-blood-thinner", "[rules][urgent]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"near-fall"}), "conditions", {"blood-thinner"});
  rule.fires_exactly_for(calm().with("conditions", {"blood-thinner"}), "body-symptoms", {"near-fall"});
  rule.silent_without(calm().with("body-symptoms", {"near-fall"}).without("conditions"));
  rule.silent_without(calm().with("conditions", {"blood-thinner"}).without("body-symptoms"));
}

RULE_TEST("One leg swollen or painful is urgent", "leg-sign", "[rules][urgent]") {
  rule.fires_exactly_for(calm(), "body-symptoms", {"leg"});
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Mania with big risks is urgent", "mania-with-risk", "[rules][urgent]") {
  rule.fires_exactly_for(calm().with("mind-symptoms", {"mania"}), "mind-symptoms", {"risk-taking"});
  rule.fires_exactly_for(calm().with("mind-symptoms", {"risk-taking"}), "mind-symptoms", {"mania"});
  rule.silent_without(calm().without("mind-symptoms"));
}

}  // namespace tiredness::test
