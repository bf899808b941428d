#include "rule_test.hpp"

namespace tiredness::test {
namespace {

Patient unsure_of_a_sign() { return calm().with("danger-signs", {"unsure"}); }
Patient helped() { return calm().with("who", "helper"); }

}  // namespace

RULE_TEST("Any danger sign is an emergency", "danger-sign", "[rules][emergency]") {
  rule.fires_exactly_for(
      calm(), "danger-signs",
      {"breathing", "blue-lips", "chest", "heart-faint", "cannot-wake", "fainted", "seizure", "confused", "stroke",
       "sudden-headache", "head-injury", "overdose", "allergy", "severe-infection", "low-sugar-not-better", "bleeding",
       "severe-pain", "cannot-stand", "others-ill"});
  rule.fires(calm().with("danger-signs", {"chest", "none"}));
  rule.fires(calm().with("danger-signs", {"chest", "unsure"}));
  rule.fires(nobody().with("danger-signs", {"cannot-stand"}));
  rule.silent_without(calm().without("danger-signs"));
}

RULE_TEST("Unsure about a critical sign is an emergency", "unsure-critical-sign", "[rules][emergency]") {
  rule.fires_exactly_for(
      unsure_of_a_sign(), "unsure-signs",
      {"breathing", "blue-lips", "cannot-wake", "chest", "stroke", "allergy", "confused", "overdose", "heart-faint"});
  rule.fires(unsure_of_a_sign().with("unsure-signs", {"bleeding", "chest"}));
  rule.misses(calm().with("unsure-signs", {"chest"}));  // not asked without `unsure`
  rule.silent_without(unsure_of_a_sign());
}

RULE_TEST("Falling asleep while talking, eating or standing is an emergency", "cannot-stay-awake",
          "[rules][emergency]") {
  rule.fires_exactly_for(calm(), "alertness", {"cannot-stay-awake"});
  rule.fires(first_afternoon().with("alertness", "cannot-stay-awake"));
  rule.silent_without(calm().without("alertness"));
}

RULE_TEST("Very high blood pressure with a sign that goes with it is an emergency", "high-pressure-with-symptoms",
          "[rules][emergency]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"high-blood-pressure"}), "body-symptoms",
                         {"headache", "blurred-vision", "dizzy", "near-fall", "vomiting", "palpitations"});
  rule.misses(
      calm().with("body-symptoms", {"headache", "blurred-vision", "dizzy", "near-fall", "vomiting", "palpitations"}));
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("A plan, or not being able to stay safe, is an emergency", "self-harm-plan", "[rules][emergency]") {
  rule.fires_exactly_for(calm(), "self-harm", {"plan", "cannot-stay-safe"});
  rule.silent_without(calm().without("self-harm"));
}

RULE_TEST("Thoughts of hurting someone else are an emergency", "harm-others", "[rules][emergency]") {
  rule.fires_exactly_for(calm(), "self-harm", {"harm-others"});
  rule.silent_without(calm().without("self-harm"));
}

RULE_TEST("Low sugar in somebody drowsy is an emergency", "low-sugar-drowsy", "[rules][emergency]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"low-sugar"}), "alertness", {"drowsy", "unsure"});
  rule.fires_exactly_for(calm().with("alertness", "drowsy"), "body-symptoms", {"low-sugar"});
  rule.fires_without(calm().with("body-symptoms", {"low-sugar"}).without("alertness"));
  rule.silent_without(calm().with("alertness", "drowsy").without("body-symptoms"));
}

RULE_TEST("A fever with palpitations is an emergency", "fever-with-palpitations", "[rules][emergency]") {
  rule.fires_exactly_for(calm().with("body-symptoms", {"fever"}), "body-symptoms", {"palpitations"});
  rule.fires_exactly_for(calm().with("body-symptoms", {"palpitations"}), "body-symptoms", {"fever"});
  rule.misses(calm().with("body-symptoms", {"chills", "palpitations"}));
  rule.silent_without(calm().without("body-symptoms"));
}

RULE_TEST("Asleep and not checked after something that slows breathing is an emergency", "not-checked-with-depressant",
          "[rules][emergency]") {
  rule.fires_exactly_for(helped().with("alertness", "not-checked"), "taken-today",
                         {"opioid", "alcohol", "benzodiazepine", "other-drugs", "unknown-pills"});
  rule.fires_exactly_for(helped().with("taken-today", {"opioid"}), "alertness", {"not-checked"});
  rule.silent_without(helped().with("alertness", "not-checked").without("taken-today"));
  rule.silent_without(helped().with("taken-today", {"opioid"}).without("alertness"));
}

}  // namespace tiredness::test
