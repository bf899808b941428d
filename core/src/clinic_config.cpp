#include "tiredness/clinic_config.hpp"

#include <algorithm>

namespace tiredness {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Something a dialler takes as it stands: digits with the usual separators, at least one digit. No extensions: a link
/// cannot carry them everywhere, and digits run together would call somebody else.
bool is_phone(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit) && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || std::string_view("+-() .").find(c) != std::string_view::npos;
         });
}

/// Only schemes that cannot run anything; printable ASCII without spaces, quotes or angle brackets.
bool is_url(std::string_view text) {
  constexpr std::array<std::string_view, 4> schemes{"https://", "tel:", "mailto:", "sms:"};
  const bool known = std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return text.size() > scheme.size() && text.substr(0, scheme.size()) == scheme;
  });
  return known && std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c < '\x7f' && std::string_view("\"'<>\\`").find(c) == std::string_view::npos;
         });
}

/// One line of text, without control characters.
bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
}

/// An ISO 3166 country code.
bool is_region(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::array region_numbers{ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber};

bool is_of_region(ClinicText text) {
  return text == ClinicText::Region || std::find(region_numbers.begin(), region_numbers.end(), text) != region_numbers.end();
}

bool fits(TextKind kind, std::string_view text) {
  if (text.empty() || text.size() > clinic_text_limit) return false;
  switch (kind) {
    case TextKind::Plain: return is_plain(text);
    case TextKind::Phone: return is_phone(text);
    case TextKind::Url: return is_url(text);
    case TextKind::Region: return is_region(text);
  }
  return false;
}

}  // namespace

bool is_replaceable(std::string_view key) {
  return std::find(replaceable_texts.begin(), replaceable_texts.end(), key) != replaceable_texts.end();
}

bool fits_as_replacement(std::string_view key, std::string_view text) {
  if (!fits(TextKind::Plain, text)) return false;
  const bool has_phone = key.substr(0, 8) == "cta.call";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::string_view("{}[]|").find(text[i]) == std::string_view::npos) continue;
    if (text.substr(i, 8) == "{clinic}")
      i += 7;
    else if (has_phone && text.substr(i, 7) == "{phone}")
      i += 6;
    else
      return false;
  }
  return true;
}

bool ClinicConfig::set(Setting setting, int value) {
  const SettingRange& range = range_of(setting);
  if (value < range.least || value > range.most) return false;
  numbers_[static_cast<std::size_t>(setting)] = value;
  return true;
}

bool ClinicConfig::set(ClinicText text, std::string_view value) {
  const auto index = static_cast<std::size_t>(text);
  if (!fits(clinic_text_fields[index].kind, value)) {
    region_refused_ = region_refused_ || is_of_region(text);
    return false;
  }
  texts_[index] = value;
  return true;
}

RegionVerdict ClinicConfig::settle_region() {
  const ClinicConfig& given = *this;
  std::size_t numbers = 0;
  for (const ClinicText number : region_numbers)
    if (!given[number].empty()) ++numbers;
  const std::string named{given[ClinicText::Region]};
  if (!named.empty() && named != "US" && numbers == region_numbers.size()) return RegionVerdict::Known;
  // In the US the numbers are fixed: nobody is sent to a wrong one by a slip in a config.
  for (const ClinicText number : region_numbers) texts_[static_cast<std::size_t>(number)].clear();
  texts_[static_cast<std::size_t>(ClinicText::Region)].clear();
  const bool given_any = numbers != 0 || region_refused_;
  if (named == "US") return given_any ? RegionVerdict::Ignored : RegionVerdict::Known;
  return named.empty() && !given_any ? RegionVerdict::Known : RegionVerdict::Unknown;
}

std::string_view ClinicConfig::operator[](ClinicText text) const { return texts_[static_cast<std::size_t>(text)]; }

std::string_view ClinicConfig::or_default(ClinicText text, std::string_view standard) const {
  const std::string_view own = (*this)[text];
  return own.empty() ? standard : own;
}

std::string_view ClinicConfig::region() const { return or_default(ClinicText::Region, "US"); }
std::string_view ClinicConfig::emergency_number() const { return or_default(ClinicText::EmergencyNumber, "911"); }
std::string_view ClinicConfig::crisis_number() const { return or_default(ClinicText::CrisisNumber, "988"); }
std::string_view ClinicConfig::poison_number() const { return or_default(ClinicText::PoisonNumber, "1-800-222-1222"); }

bool ClinicConfig::differs_from_default() const {
  return numbers_ != standard_settings || !(*this)[ClinicText::Region].empty();
}

}  // namespace tiredness
