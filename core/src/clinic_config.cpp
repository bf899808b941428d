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

bool ClinicConfig::set(Setting setting, int value) {
  const SettingRange& range = range_of(setting);
  if (value < range.least || value > range.most) return false;
  numbers_[static_cast<std::size_t>(setting)] = value;
  return true;
}

bool ClinicConfig::set(ClinicText text, std::string_view value) {
  const auto index = static_cast<std::size_t>(text);
  if (!fits(clinic_text_fields[index].kind, value)) return false;
  texts_[index] = value;
  return true;
}

bool ClinicConfig::settle_region() {
  const auto text = [this](ClinicText which) -> std::string& { return texts_[static_cast<std::size_t>(which)]; };
  std::string& region = text(ClinicText::Region);
  const bool abroad = !region.empty() && region != "US";
  const bool complete = !text(ClinicText::EmergencyNumber).empty() && !text(ClinicText::CrisisNumber).empty() &&
                        !text(ClinicText::PoisonNumber).empty();
  if (abroad && complete) return true;
  // In the US the numbers are fixed: nobody is sent to a wrong one by a slip in a config.
  const bool stray = abroad || !text(ClinicText::EmergencyNumber).empty() ||
                     !text(ClinicText::CrisisNumber).empty() || !text(ClinicText::PoisonNumber).empty();
  for (const ClinicText which :
       {ClinicText::Region, ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber})
    text(which).clear();
  return !stray;
}

namespace {
std::string_view or_default(const std::string& text, std::string_view standard) {
  return text.empty() ? standard : std::string_view(text);
}
}  // namespace

std::string_view ClinicConfig::emergency_number() const {
  return or_default((*this)[ClinicText::EmergencyNumber], "911");
}
std::string_view ClinicConfig::crisis_number() const { return or_default((*this)[ClinicText::CrisisNumber], "988"); }
std::string_view ClinicConfig::poison_number() const {
  return or_default((*this)[ClinicText::PoisonNumber], "1-800-222-1222");
}

bool ClinicConfig::differs_from_default() const {
  return numbers_ != standard_settings || !(*this)[ClinicText::Region].empty();
}

}  // namespace tiredness
