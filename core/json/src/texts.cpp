#include "texts.hpp"

namespace tiredness::json {

Texts::Texts(const Catalogue* catalogue, const ClinicConfig& config, bool helper)
    : catalogue_(catalogue), helper_(helper) {
  const auto add_text = [&](std::string_view name, ClinicText text) {
    if (!config[text].empty()) add_argument(name, config[text]);
  };
  add_text("clinic", ClinicText::ClinicName);
  add_text("phone", ClinicText::Phone);
  add_text("hours", ClinicText::Hours);
  add_text("onCallPhone", ClinicText::OnCallPhone);
  add_text("address", ClinicText::Address);
  add_argument("region", config[ClinicText::Region].empty() ? "US" : config[ClinicText::Region]);
  add_argument("emergency", std::string(config.emergency_number()));
  add_argument("crisis", std::string(config.crisis_number()));
  add_argument("poison", std::string(config.poison_number()));
  for (std::size_t i = 0; i < setting_ranges.size(); ++i)
    add_argument(setting_ranges[i].id, std::to_string(config[static_cast<Setting>(i)]));
}

std::string Texts::operator()(std::string_view key) const {
  return catalogue_ == nullptr ? std::string(key) : catalogue_->text(key, arguments_, helper_);
}

void Texts::write_arguments(Writer& out) const {
  if (catalogue_ != nullptr) return;
  out.key("args").begin_object();
  for (const auto& [name, value] : arguments_) out.member(name, value);
  out.end_object();
}

}  // namespace tiredness::json
