#include "tiredness/clinic_config.hpp"

#include <algorithm>

#include "tiredness/opening_hours.hpp"
#include "tiredness/utf8.hpp"

namespace tiredness {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// E.164 has at most fifteen digits; the shortest numbers of emergency services that every phone takes have three.
constexpr std::size_t fewest_digits = 3;
constexpr std::size_t most_digits = 15;

/// Something a dialler takes as it stands: one number, with the usual separators. No extensions: a link cannot carry them
/// everywhere, and digits run together would call somebody else. Nor "+44 (0)20": the zero in brackets is not dialed.
TextFault phone_fault(std::string_view text) {
  const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  for (const char c : text)
    if (!is_digit(c) && std::string_view("+-() .").find(c) == std::string_view::npos) return TextFault::NotANumber;
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  if (digits < fewest_digits || digits > most_digits) return TextFault::DigitCount;
  const std::size_t plus = text.find('+');
  if (count('+') > 1 || count('(') > 1 || count(')') > 1) return TextFault::TwoNumbers;
  if (plus == std::string_view::npos) return TextFault::None;
  if (std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(plus), is_digit))
    return TextFault::TwoNumbers;
  return text.find("(0)") == std::string_view::npos ? TextFault::None : TextFault::ZeroInBrackets;
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

/// From and to, both inclusive.
struct Span {
  char32_t from;
  char32_t to;
};

template <std::size_t Size>
bool is_among(char32_t letter, const std::array<Span, Size>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return letter >= span.from && letter <= span.to; });
}

/// Controls, ends of lines and paragraphs, and what is no letter at all.
constexpr std::array<Span, 4> controls{{{0, 0x1f}, {0x7f, 0x9f}, {0x2028, 0x2029}, {0xfeff, 0xfeff}}};
/// They turn what stands after them round on the screen: a phone number, for one.
constexpr std::array<Span, 4> directions{{{0x61c, 0x61c}, {0x200e, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x2069}}};
/// Marks that stand above and below the letter before them: Latin, Cyrillic, Hebrew, Arabic, Thai.
constexpr std::array<Span, 12> marks{{{0x300, 0x36f},
                                      {0x483, 0x489},
                                      {0x591, 0x5bd},
                                      {0x610, 0x61a},
                                      {0x64b, 0x65f},
                                      {0x6d6, 0x6dc},
                                      {0xe31, 0xe31},
                                      {0xe34, 0xe3a},
                                      {0xe47, 0xe4e},
                                      {0x1ab0, 0x1aff},
                                      {0x1dc0, 0x1dff},
                                      {0xfe20, 0xfe2f}}};
/// No language needs more on one letter; a pile of them covers the lines around.
constexpr std::size_t most_marks = 4;

/// One line of text that shows what it says.
TextProblem plain_problem(std::string_view text) {
  std::size_t on_letter = 0;
  for (std::string_view rest = text; !rest.empty();) {
    // What is no UTF-8 is refused like a control: nothing of it was taken, and this returns.
    const char32_t letter = take_letter(rest).value_or(0);
    if (is_among(letter, controls)) return {TextFault::Control, letter};
    if (is_among(letter, directions)) return {TextFault::Direction, letter};
    on_letter = is_among(letter, marks) ? on_letter + 1 : 0;
    if (on_letter > most_marks) return {TextFault::Marks, letter};
  }
  if (text.find_first_not_of(' ') == std::string_view::npos) return {TextFault::Length};
  return {};
}

/// The form of a name in the IANA time zone database: "America/New_York".
bool is_time_zone(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = at == 0 || text[at - 1] == '/';
    if (is_letter(text[at])) continue;
    if (starts || (!is_digit(text[at]) && std::string_view("_+-/").find(text[at]) == std::string_view::npos))
      return false;
  }
  return text.back() != '/';
}

/// An ISO 3166 country code.
bool is_region(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::array region_numbers{ClinicText::EmergencyNumber, ClinicText::CrisisNumber, ClinicText::PoisonNumber};

bool is_of_region(ClinicText text) {
  return text == ClinicText::Region ||
         std::find(region_numbers.begin(), region_numbers.end(), text) != region_numbers.end();
}

}  // namespace

bool is_replaceable(std::string_view key) {
  return std::find(replaceable_texts.begin(), replaceable_texts.end(), key) != replaceable_texts.end();
}

TextProblem problem_in(TextKind kind, std::string_view text) {
  if (text.empty() || text.size() > clinic_text_limit) return {TextFault::Length};
  const auto unless = [](bool fits) { return TextProblem{fits ? TextFault::None : TextFault::Form}; };
  switch (kind) {
    case TextKind::Plain: return plain_problem(text);
    case TextKind::Phone: return {phone_fault(text)};
    case TextKind::Url: return unless(is_url(text));
    case TextKind::Region: return unless(is_region(text));
    case TextKind::TimeZone: return unless(is_time_zone(text));
    case TextKind::OpeningHours: return unless(OpeningHours::parse(text).has_value());
  }
  return {TextFault::Form};
}

bool fits_as_replacement(std::string_view key, std::string_view text) {
  if (problem_in(TextKind::Plain, text)) return false;
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
  if (problem_in(clinic_text_fields[index].kind, value)) {
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

bool ClinicConfig::settle_opening_hours() {
  const ClinicConfig& given = *this;
  if (given[ClinicText::OpeningHours].empty() || !given[ClinicText::TimeZone].empty()) return true;
  texts_[static_cast<std::size_t>(ClinicText::OpeningHours)].clear();
  return false;
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
