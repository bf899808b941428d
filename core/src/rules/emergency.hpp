#pragma once
/// @brief Rules of level `emergency`: call 911 now.

#include "tiredness/rules.hpp"

namespace tiredness::rules {

inline constexpr std::array emergency{
    Rule{"danger-sign", Level::Emergency, "D01 D02 D03 D04 D06 D10 D12 D16 D18 D19 K01 K13 K43",
         when<has("danger-signs", "breathing", "blue-lips", "chest", "heart-faint", "cannot-wake", "fainted", "seizure",
                  "confused", "stroke", "sudden-headache", "head-injury", "overdose", "allergy", "severe-infection",
                  "low-sugar-not-better", "bleeding", "severe-pain", "cannot-stand", "others-ill")>()},
    Rule{"unsure-critical-sign", Level::Emergency, "D01 T10",
         when<has("unsure-signs", "breathing", "blue-lips", "cannot-wake", "chest", "stroke", "allergy", "confused",
                  "overdose", "heart-faint")>()},
    Rule{"cannot-stay-awake", Level::Emergency, "K01 D04", when<has("alertness", "cannot-stay-awake")>()},
    // 180/120 or more, as measured by the visitor (D05).
    Rule{"high-pressure-with-symptoms", Level::Emergency, "D05 K10",
         when<all_of(has("body-symptoms", "high-blood-pressure"),
                     has("body-symptoms", "headache", "blurred-vision", "dizzy", "near-fall", "vomiting",
                         "palpitations"))>()},
    Rule{"self-harm-plan", Level::Emergency, "D20", when<has("self-harm", "plan", "cannot-stay-safe")>()},
    Rule{"harm-others", Level::Emergency, "D21", when<has("self-harm", "harm-others")>()},
    Rule{"low-sugar-drowsy", Level::Emergency, "D14", when<all_of(has("body-symptoms", "low-sugar"), drowsy())>()},
    Rule{"fever-with-palpitations", Level::Emergency, "D13",
         when<all_of(has("body-symptoms", "fever"), has("body-symptoms", "palpitations"))>()},
    Rule{"not-checked-with-depressant", Level::Emergency, "M03 D04",
         when<all_of(has("alertness", "not-checked"),
                     has("taken-today", "opioid", "alcohol", "benzodiazepine", "other-drugs", "unknown-pills"))>()},
};

}  // namespace tiredness::rules
