#include "tiredness/questionnaire.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {
namespace {

Ids option_ids(std::string_view link_id) {
  std::set<std::string> ids;
  for (const AnswerOption& option : item_of(item_named(link_id)).options) ids.emplace(option.id);
  return {ids.begin(), ids.end()};
}

Ids sorted(std::initializer_list<std::string> ids) {
  const std::set<std::string> set(ids);
  return {set.begin(), set.end()};
}

}  // namespace

TEST_CASE("The items stand on the agreed pages in the agreed order", "[questionnaire]") {
  const std::vector<std::pair<std::string, Ids>> agreed{
      {"about", {"who", "age"}},
      {"danger", {"danger-signs", "unsure-signs"}},
      {"safety", {"self-harm"}},
      {"session", {"session-ended", "setting", "dose-as-planned", "daily-dose", "between-sessions"}},
      {"alertness", {"alertness", "slept", "company"}},
      {"tiredness", {"tiredness", "tiredness-first-day", "function", "trend", "rest-helps"}},
      {"symptoms", {"body-symptoms", "mind-symptoms"}},
      {"health", {"conditions", "pregnancy", "before-session", "background-signs", "medicines"}},
      {"medicines", {"taken-today", "medicine-changes"}}};
  std::vector<std::pair<std::string, Ids>> shipped;
  for (const std::string_view page : page_ids) shipped.emplace_back(page, Ids{});
  for (const Item& question : items) {
    shipped[static_cast<std::size_t>(question.page)].second.emplace_back(question.link_id);
  }
  CHECK(shipped == agreed);
  for (std::size_t i = 1; i < items.size(); ++i) CHECK(items[i - 1].page <= items[i].page);
}

TEST_CASE("The options have their agreed ids", "[questionnaire]") {
  const Ids signs =
      sorted({"breathing", "blue-lips", "chest", "heart-faint", "cannot-wake", "fainted", "seizure", "confused",
              "stroke", "sudden-headache", "head-injury", "overdose", "allergy", "severe-infection",
              "low-sugar-not-better", "bleeding", "severe-pain", "cannot-stand", "others-ill"});
  Ids signs_or_not = signs;
  signs_or_not.emplace_back("none");
  signs_or_not.emplace_back("unsure");
  std::sort(signs_or_not.begin(), signs_or_not.end());
  const std::map<std::string, Ids> agreed{
      {"who", sorted({"self", "helper"})},
      {"age", sorted({"under-18", "18-64", "65-plus"})},
      {"danger-signs", signs_or_not},
      {"unsure-signs", signs},
      {"self-harm",
       sorted({"no", "thoughts", "cannot-stay-safe", "plan", "harm-others", "unsure", "decline", "not-known"})},
      {"session-ended", sorted({"two-weeks-or-more", "unknown", "not-yet"})},
      {"setting", sorted({"clinic", "home", "unsure"})},
      {"dose-as-planned", sorted({"planned", "more", "not-prescribed", "unsure"})},
      {"alertness", sorted({"awake", "drowsy", "cannot-stay-awake", "not-checked", "unsure"})},
      {"slept", sorted({"yes", "no", "unsure"})},
      {"company", sorted({"with-adult", "alone"})},
      {"tiredness", {}},
      {"tiredness-first-day", {}},
      {"function", sorted({"usual", "some", "resting", "cannot-usual", "cannot-self-care", "unsure"})},
      {"trend", sorted({"better", "same", "worse", "came-back", "up-and-down", "too-soon", "unsure"})},
      {"rest-helps", sorted({"helps", "some", "no"})},
      {"body-symptoms", sorted({"nausea",
                                "vomiting",
                                "cannot-keep-fluids",
                                "dehydrated",
                                "dizzy",
                                "near-fall",
                                "headache",
                                "blurred-vision",
                                "palpitations",
                                "high-blood-pressure",
                                "fever",
                                "chills",
                                "urinary",
                                "liver",
                                "iv-sore",
                                "iv-spreading",
                                "leg",
                                "low-sugar",
                                "cold",
                                "withdrawal",
                                "other",
                                "none"})},
      {"mind-symptoms", sorted({"unreal-calm", "unreal-upsetting", "hallucinations", "foggy", "panic", "low-mood",
                                "death-wish", "mania", "risk-taking", "none"})},
      {"medicines", sorted({"yes", "no", "unsure"})},
      {"taken-today",
       sorted({"opioid", "benzodiazepine", "gabapentinoid", "muscle-relaxant", "antihistamine", "antipsychotic",
               "sedating-antidepressant", "sedative-extra", "alcohol", "cannabis", "other-drugs", "unknown-pills",
               "stimulant-or-maoi", "diabetes-medicine", "none", "unsure"})},
      {"medicine-changes", sorted({"new-medicine", "stopped-medicine", "stopped-sedative", "none"})},
      {"conditions", sorted({"heart", "lung-or-apnea", "liver-disease", "kidney-or-fluid-limit", "diabetes",
                             "bipolar-or-psychosis", "me-cfs", "blood-thinner", "none", "decline"})},
      {"pregnancy", sorted({"no", "pregnant", "postpartum", "breastfeeding", "decline"})},
      {"before-session", sorted({"yes", "no", "unsure"})},
      {"background-signs", sorted({"snoring", "weight-loss", "lumps", "heavy-periods", "none"})},
      {"daily-dose", sorted({"yes", "no", "unsure"})},
      {"between-sessions", sorted({"first", "clears", "longer", "stays", "unsure"})}};
  CHECK(agreed.size() == items.size());
  for (const auto& [link_id, ids] : agreed) {
    INFO(link_id);
    CHECK(option_ids(link_id) == ids);
    CHECK(item_of(item_named(link_id)).options.size() == ids.size());
  }
}

TEST_CASE("Each item has the type its answers need", "[questionnaire]") {
  const std::set<std::string_view> multi{"danger-signs", "unsure-signs",     "body-symptoms", "mind-symptoms",
                                         "taken-today",  "medicine-changes", "conditions",    "background-signs"};
  for (const Item& question : items) {
    INFO(question.link_id);
    ItemType wanted = multi.contains(question.link_id) ? ItemType::Multi : ItemType::Choice;
    if (question.link_id == "session-ended") wanted = ItemType::DateTime;
    if (question.link_id.starts_with("tiredness")) wanted = ItemType::Integer;
    CHECK(question.type == wanted);
    CHECK(question.required == (question.link_id != "tiredness-first-day"));
  }
}

TEST_CASE("None and decline go with no other option", "[questionnaire]") {
  for (const Item& question : items)
    for (const AnswerOption& option : question.options) {
      INFO(question.link_id << " " << option.id);
      const bool alone = question.type == ItemType::Multi && (option.id == "none" || option.id == "decline");
      CHECK(option.exclusive == alone);
    }
}

TEST_CASE("Only some options are kept back", "[questionnaire]") {
  const std::map<std::string, Offered> kept_back{{"self-harm not-known", Offered::ToHelper},
                                                 {"alertness not-checked", Offered::ToHelper},
                                                 {"function resting", Offered::OnTreatmentDay},
                                                 {"trend too-soon", Offered::Under12Hours}};
  for (const Item& question : items)
    for (const AnswerOption& option : question.options) {
      const std::string name = std::string(question.link_id) + " " + std::string(option.id);
      INFO(name);
      const auto found = kept_back.find(name);
      CHECK(option.offered == (found == kept_back.end() ? Offered::Always : found->second));
    }
}

TEST_CASE("Long lists stand under headings, and no short one does", "[questionnaire]") {
  const std::set<std::string_view> grouped{"danger-signs", "unsure-signs", "body-symptoms", "taken-today"};
  for (const Item& question : items)
    for (const AnswerOption& option : question.options) {
      INFO(question.link_id << " " << option.id);
      const bool listed = grouped.contains(question.link_id) && option.id != "none" && option.id != "unsure";
      CHECK(option.group.empty() == !listed);
    }
}

TEST_CASE("Items, options and pages are found by their ids, and nothing else is", "[questionnaire]") {
  for (std::size_t i = 0; i < items.size(); ++i) CHECK(find_item(items[i].link_id) == static_cast<ItemId>(i));
  for (const std::string_view id : {"", "Age", "age ", "hours-since-session"}) CHECK_FALSE(find_item(id));
  CHECK(find_option(item_of(item("age")), "65-plus") == 2U);
  CHECK_FALSE(find_option(item_of(item("age")), "65+"));
  CHECK_FALSE(find_option(item_of(item("unsure-signs")), "none"));
  for (std::size_t i = 0; i < page_ids.size(); ++i) CHECK(find_page(page_ids[i]) == static_cast<Page>(i));
  for (const std::string_view id : {"", "review", "start", "About"}) CHECK_FALSE(find_page(id));
  CHECK(id_of(Page::Health) == "health");
}

TEST_CASE("Option bits are those of the places in the list", "[questionnaire]") {
  CHECK(option_bits(item("age"), "under-18", "65-plus") == 0b101U);
  CHECK(option_bits(item("slept"), "no") == 0b010U);
}

}  // namespace tiredness::test
