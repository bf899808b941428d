#pragma once
/// @brief The answers that the benchmarks decide on.

#include <initializer_list>
#include <string_view>
#include <utility>

#include "tiredness/answers.hpp"
#include "tiredness/session_time.hpp"

namespace tiredness {

/// Ordinary tiredness a day after: nothing fires, so every rule and the whole allow-list are evaluated.
inline Answers ordinary() {
  Answers answers;
  const auto choose = [&](std::string_view link_id, std::string_view option) {
    const ItemId id = *find_item(link_id);
    answers.choose(id, 1U << *find_option(item_of(id), option));
  };
  for (const auto& [link_id, option] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{{"who", "self"},
                                                                            {"age", "18-64"},
                                                                            {"danger-signs", "none"},
                                                                            {"self-harm", "no"},
                                                                            {"setting", "clinic"},
                                                                            {"alertness", "awake"},
                                                                            {"slept", "yes"},
                                                                            {"function", "some"},
                                                                            {"trend", "better"},
                                                                            {"body-symptoms", "headache"},
                                                                            {"mind-symptoms", "none"},
                                                                            {"taken-today", "none"},
                                                                            {"medicine-changes", "none"},
                                                                            {"conditions", "none"},
                                                                            {"pregnancy", "no"},
                                                                            {"before-session", "no"},
                                                                            {"between-sessions", "first"}})
    choose(link_id, option);
  answers.set_number(item("tiredness"), 4);
  answers.session = {SessionAnswer::Kind::Elapsed, {}, 0, 30 * seconds_per_hour};
  return answers;
}

}  // namespace tiredness
