#pragma once
/// @brief Rules of level `urgent`: talk to a medical person now, day or night.

#include "parts.hpp"

namespace tiredness::rules {

inline constexpr std::array urgent{
    Rule{"danger-signs-unanswered", Level::Urgent, "T08 T10",
         when<any_of(missing("danger-signs"), all_of(has("danger-signs", "unsure"), missing("unsure-signs")),
                     has("unsure-signs", "fainted", "seizure", "sudden-headache", "head-injury", "severe-infection",
                         "low-sugar-not-better", "bleeding", "severe-pain", "cannot-stand", "others-ill"))>()},
    Rule{"cannot-self-care", Level::Urgent, "F01 D16", when<has("function", "cannot-self-care")>()},
    Rule{"drowsy-with-depressant", Level::Urgent, "K45 M01 M03 D09",
         when<drowsy_with_depressant>()},
    Rule{"drowsy-alone-with-sedative", Level::Urgent, "K45 M01 M03 C15",
         when<drowsy_alone_with_sedative>()},
    Rule{"silent-and-low", Level::Urgent, "K41 T08 D20",
         when<all_of(self_harm_unanswered, has("mind-symptoms", "low-mood"))>()},
    Rule{"extra-dose", Level::Urgent, "K36 D09", when<has("dose-as-planned", "more")>()},
    Rule{"high-pressure", Level::Urgent, "D05", when<has("body-symptoms", "high-blood-pressure")>()},
    Rule{"maternal-warning", Level::Urgent, "D11",
         when<all_of(has("pregnancy", "pregnant", "postpartum"),
                     any_of(at_least("tiredness", Setting::SevereScore),
                            has("body-symptoms", "near-fall", "headache", "blurred-vision", "palpitations", "fever",
                                "leg")))>()},
    Rule{"fever-with-spread", Level::Urgent, "D13 D17",
         when<all_of(has("body-symptoms", "fever"), has("body-symptoms", "chills", "iv-spreading"))>()},
    Rule{"dehydration", Level::Urgent, "D15",
         when<any_of(has("body-symptoms", "cannot-keep-fluids"),
                     all_of(has("body-symptoms", "vomiting"), has("body-symptoms", "dehydrated")))>()},
    Rule{"withdrawal", Level::Urgent, "M08 M09", when<has("body-symptoms", "withdrawal")>()},
    Rule{"low-sugar", Level::Urgent, "D14", when<has("body-symptoms", "low-sugar")>()},
    Rule{"not-checked", Level::Urgent, "D04", when<has("alertness", "not-checked")>()},
    Rule{"hallucinations", Level::Urgent, "K14 K15", when<has("mind-symptoms", "hallucinations")>()},
    Rule{"stimulant-heart", Level::Urgent, "M02 K10",
         when<all_of(has("taken-today", "stimulant-or-maoi"), has("body-symptoms", "palpitations"))>()},
    Rule{"fall-on-blood-thinner", Level::Urgent, "D19",
         when<all_of(has("body-symptoms", "near-fall"), has("conditions", "blood-thinner"))>()},
    Rule{"leg-sign", Level::Urgent, "D11 D22", when<has("body-symptoms", "leg")>()},
    Rule{"mania-with-risk", Level::Urgent, "K33",
         when<all_of(has("mind-symptoms", "mania"), has("mind-symptoms", "risk-taking"))>()},
};

}  // namespace tiredness::rules
