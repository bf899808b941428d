#pragma once
/// @brief The questionnaire: pages, items and answer options, with their stable ids (FHIR vocabulary).
///
/// The ids are the contract between rules, texts, case files, the browser and exports: they are never renamed and
/// never reused. The words a visitor reads are in the content catalogue, under keys made of these ids.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tiredness {

// clang-format off: tables, laid out to be read
enum class Page : std::uint8_t {
  About, Danger, Safety, Session, Alertness, Tiredness, Symptoms, Health, Medicines,
};

inline constexpr std::array<std::string_view, 9> page_ids{
    "about", "danger", "safety", "session", "alertness", "tiredness", "symptoms", "health", "medicines"};

constexpr std::string_view id_of(Page page) { return page_ids[static_cast<std::size_t>(page)]; }
std::optional<Page> find_page(std::string_view id);

enum class ItemType : std::uint8_t { Choice, Multi, Integer, DateTime };

/// When an option is put before the visitor. One given all the same still counts, with a warning.
enum class Offered : std::uint8_t { Always, ToHelper, OnTreatmentDay, Under12Hours };

struct AnswerOption {
  std::string_view id;
  std::string_view group = {};  ///< the short heading it stands under, if any
  bool exclusive = false;       ///< goes with no other option ("none of these")
  Offered offered = Offered::Always;
  bool has_detail = false;  ///< its text is a short name; a second one says what is meant by it
};

struct Item {
  std::string_view link_id;
  ItemType type;
  Page page;
  std::span<const AnswerOption> options = {};
  bool required = true;  ///< the page does not let the visitor pass it by; the core accepts it missing
  bool has_hint = false;
  std::string_view texts = {};  ///< the item whose option texts these are, if not its own
};

namespace options {

inline constexpr auto exclusive = true;

/// An option with a short name and a detail, in a group.
constexpr AnswerOption detailed(std::string_view id, std::string_view group) {
  return {id, group, false, Offered::Always, true};
}

inline constexpr std::array<AnswerOption, 2> who{{{"self"}, {"helper"}}};
inline constexpr std::array<AnswerOption, 3> age{{{"under-18"}, {"18-64"}, {"65-plus"}}};
inline constexpr std::array<AnswerOption, 21> danger_signs{{
    detailed("breathing", "breathing-heart"), detailed("blue-lips", "breathing-heart"), {"chest", "breathing-heart"},
    {"heart-faint", "breathing-heart"},
    detailed("cannot-wake", "head"), detailed("confused", "head"), detailed("stroke", "head"), {"fainted", "head"},
    {"seizure", "head"}, detailed("sudden-headache", "head"), {"head-injury", "head"},
    detailed("allergy", "body"), detailed("overdose", "body"), detailed("severe-infection", "body"),
    detailed("low-sugar-not-better", "body"), detailed("bleeding", "body"), {"severe-pain", "body"},
    {"cannot-stand", "body"}, detailed("others-ill", "body"),
    {"unsure"}, {"none", {}, exclusive},
}};
/// The signs themselves, without `unsure` and `none`.
inline constexpr std::size_t danger_sign_count = 19;
inline constexpr std::array<AnswerOption, 8> self_harm{{
    {"no"}, {"thoughts"}, {"cannot-stay-safe"}, {"plan"}, {"harm-others"}, {"unsure"}, {"decline"},
    {"not-known", {}, false, Offered::ToHelper},
}};
inline constexpr std::array<AnswerOption, 3> session_words{{{"two-weeks-or-more"}, {"unknown"}, {"not-yet"}}};
inline constexpr std::array<AnswerOption, 3> setting{{{"clinic"}, {"home"}, {"unsure"}}};
inline constexpr std::array<AnswerOption, 4> dose{{{"planned"}, {"more"}, {"not-prescribed"}, {"unsure"}}};
inline constexpr std::array<AnswerOption, 5> between_sessions{{
    {"first"}, {"clears"}, {"longer"}, {"stays"}, {"unsure"},
}};
inline constexpr std::array<AnswerOption, 5> alertness{{
    {"awake"}, {"drowsy"}, {"cannot-stay-awake"}, {"not-checked", {}, false, Offered::ToHelper}, {"unsure"},
}};
inline constexpr std::array<AnswerOption, 3> yes_no_unsure{{{"yes"}, {"no"}, {"unsure"}}};
inline constexpr std::array<AnswerOption, 2> company{{{"with-adult"}, {"alone"}}};
inline constexpr std::array<AnswerOption, 6> function{{
    {"usual"}, {"some"}, {"resting", {}, false, Offered::OnTreatmentDay}, {"cannot-usual"}, {"cannot-self-care"},
    {"unsure"},
}};
inline constexpr std::array<AnswerOption, 7> trend{{
    {"better"}, {"same"}, {"worse"}, {"came-back"}, {"up-and-down"},
    {"too-soon", {}, false, Offered::Under12Hours}, {"unsure"},
}};
inline constexpr std::array<AnswerOption, 3> rest_helps{{{"helps"}, {"some"}, {"no"}}};
inline constexpr std::array<AnswerOption, 22> body_symptoms{{
    {"headache", "head-balance"}, {"dizzy", "head-balance"}, {"near-fall", "head-balance"},
    {"blurred-vision", "head-balance"},
    {"nausea", "stomach"}, {"vomiting", "stomach"}, {"cannot-keep-fluids", "stomach"}, {"dehydrated", "stomach"},
    {"palpitations", "heart"}, {"high-blood-pressure", "heart"},
    {"fever", "infection"}, {"chills", "infection"}, {"cold", "infection"}, {"iv-sore", "infection"},
    {"iv-spreading", "infection"}, {"leg", "infection"},
    {"urinary", "other"}, {"liver", "other"}, {"low-sugar", "other"}, {"withdrawal", "other"}, {"other", "other"},
    {"none", {}, exclusive},
}};
inline constexpr std::array<AnswerOption, 10> mind_symptoms{{
    {"unreal-calm"}, {"unreal-upsetting"}, {"foggy"}, {"low-mood"}, {"panic"}, {"death-wish"}, {"hallucinations"},
    {"mania"}, {"risk-taking"}, {"none", {}, exclusive},
}};
inline constexpr std::array<AnswerOption, 16> taken_today{{
    {"antihistamine", "sleepy"}, {"benzodiazepine", "sleepy"}, {"sedating-antidepressant", "sleepy"},
    {"opioid", "sleepy"}, {"gabapentinoid", "sleepy"}, {"muscle-relaxant", "sleepy"}, {"antipsychotic", "sleepy"},
    {"alcohol", "drink-drugs"}, {"cannabis", "drink-drugs"}, {"other-drugs", "drink-drugs"},
    {"sedative-extra", "other"}, {"unknown-pills", "other"}, {"stimulant-or-maoi", "other"},
    {"diabetes-medicine", "other"},
    {"unsure"}, {"none", {}, exclusive},
}};
inline constexpr std::array<AnswerOption, 4> medicine_changes{{
    {"new-medicine"}, {"stopped-medicine"}, {"stopped-sedative"}, {"none", {}, exclusive},
}};
inline constexpr std::array<AnswerOption, 10> conditions{{
    {"heart"}, {"lung-or-apnea"}, {"liver-disease"}, {"kidney-or-fluid-limit"}, {"diabetes"},
    {"bipolar-or-psychosis"}, {"me-cfs"}, {"blood-thinner"},
    {"none", {}, exclusive}, {"decline", {}, exclusive},
}};
inline constexpr std::array<AnswerOption, 5> pregnancy{{
    {"no"}, {"pregnant"}, {"postpartum"}, {"breastfeeding"}, {"decline"},
}};
inline constexpr std::array<AnswerOption, 5> background_signs{{
    {"snoring"}, {"weight-loss"}, {"lumps"}, {"heavy-periods"}, {"none", {}, exclusive},
}};

}  // namespace options

/// Every item, in the order in which they are asked. When each is asked: `enable_when` in predicate-based
/// src/enable_when.cpp.
inline constexpr std::array<Item, 27> items{{
    {"who", ItemType::Choice, Page::About, options::who},
    {"age", ItemType::Choice, Page::About, options::age},
    {"danger-signs", ItemType::Multi, Page::Danger, options::danger_signs, true, true},
    {"unsure-signs", ItemType::Multi, Page::Danger,
     std::span(options::danger_signs).first<options::danger_sign_count>(), true, true, "danger-signs"},
    {"self-harm", ItemType::Choice, Page::Safety, options::self_harm, true, true},
    {"session-ended", ItemType::DateTime, Page::Session, options::session_words, true, true},
    {"setting", ItemType::Choice, Page::Session, options::setting},
    {"dose-as-planned", ItemType::Choice, Page::Session, options::dose},
    {"daily-dose", ItemType::Choice, Page::Session, options::yes_no_unsure},
    {"between-sessions", ItemType::Choice, Page::Session, options::between_sessions, true, true},
    {"alertness", ItemType::Choice, Page::Alertness, options::alertness},
    {"slept", ItemType::Choice, Page::Alertness, options::yes_no_unsure, true, true},
    {"company", ItemType::Choice, Page::Alertness, options::company, true, true},
    {"tiredness", ItemType::Integer, Page::Tiredness, {}, true, true},
    {"tiredness-first-day", ItemType::Integer, Page::Tiredness, {}, false, false, "tiredness"},
    {"function", ItemType::Choice, Page::Tiredness, options::function},
    {"trend", ItemType::Choice, Page::Tiredness, options::trend},
    {"rest-helps", ItemType::Choice, Page::Tiredness, options::rest_helps},
    {"body-symptoms", ItemType::Multi, Page::Symptoms, options::body_symptoms, true, true},
    {"mind-symptoms", ItemType::Multi, Page::Symptoms, options::mind_symptoms, true, true},
    {"conditions", ItemType::Multi, Page::Health, options::conditions},
    {"pregnancy", ItemType::Choice, Page::Health, options::pregnancy, true, true},
    {"before-session", ItemType::Choice, Page::Health, options::yes_no_unsure},
    {"background-signs", ItemType::Multi, Page::Health, options::background_signs, true, true},
    {"medicines", ItemType::Choice, Page::Health, options::yes_no_unsure, true, true},
    {"taken-today", ItemType::Multi, Page::Medicines, options::taken_today, true, true},
    {"medicine-changes", ItemType::Multi, Page::Medicines, options::medicine_changes, true, true},
}};
// clang-format on

/// An item's place in `items`.
enum class ItemId : std::uint8_t {};

/// The largest answer to an integer item; the smallest is 0.
inline constexpr int highest_score = 10;

constexpr const Item& item_of(ItemId id) { return items[static_cast<std::size_t>(id)]; }

constexpr std::optional<ItemId> find_item(std::string_view link_id) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].link_id == link_id) return static_cast<ItemId>(i);
  return std::nullopt;
}

/// The option's place in the item's options.
constexpr std::optional<unsigned> find_option(const Item& item, std::string_view id) {
  for (unsigned i = 0; i < item.options.size(); ++i)
    if (item.options[i].id == id) return i;
  return std::nullopt;
}

namespace detail {
void no_such_id();  // never defined: an unknown id in a rule does not compile
}

/// The item of that linkId, checked while compiling.
consteval ItemId item(std::string_view link_id) {
  const auto found = find_item(link_id);
  if (!found) detail::no_such_id();
  return *found;
}

/// The set of these options of an item, as bits; checked while compiling.
template <class... Ids>
consteval std::uint32_t option_bits(ItemId id, Ids... option_ids) {
  std::uint32_t bits = 0;
  for (const std::string_view option_id : {std::string_view(option_ids)...}) {
    const auto found = find_option(item_of(id), option_id);
    if (!found) detail::no_such_id();
    bits |= 1U << *found;
  }
  return bits;
}

}  // namespace tiredness
