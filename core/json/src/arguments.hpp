#pragma once
/// @brief The values of the texts' placeholders, in the order in which they are written.

#include "tiredness/json/digits.hpp"
#include "tiredness/clinic_config.hpp"

namespace tiredness::json {

struct TextPlaceholder {
  std::string_view name;
  ClinicText text;
};
inline constexpr std::array<TextPlaceholder, 5> clinic_placeholders{{{"clinic", ClinicText::ClinicName},
                                                                     {"phone", ClinicText::Phone},
                                                                     {"hours", ClinicText::Hours},
                                                                     {"onCallPhone", ClinicText::OnCallPhone},
                                                                     {"address", ClinicText::Address}}};

/// Calls for each name and value.
/// @param count the number a text speaks of, {n}; below 0: there is none.
template <class Visit>
void for_each_argument(const ClinicConfig& config, std::int64_t count, Visit visit) {
  for (const auto& [name, text] : clinic_placeholders)
    if (!config[text].empty()) visit(name, config[text]);
  visit("region", config.region());
  visit("emergency", config.emergency_number());
  visit("crisis", config.crisis_number());
  visit("poison", config.poison_number());
  for (std::size_t i = 0; i < setting_ranges.size(); ++i)
    visit(setting_ranges[i].id, Digits{config[static_cast<Setting>(i)]}.view());
  if (count >= 0) visit("n", Digits{count}.view());
}

}  // namespace tiredness::json
