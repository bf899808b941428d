#pragma once
/// @brief What a clinic may set. Every range is one-way: a setting can only make a result the same or more urgent.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiredness {

/// S15, K03 and the like are facts (core/content/sources.json), A40 and the like decisions that a clinic's clinical lead takes
/// (docs/clinical-approval.md). Hours after the session count from its end. A limit counts as passed as soon as it is reached.
enum class Setting : std::uint8_t {
  /// Hours after the session: from then on any tiredness is past the usual time. S38; A01.
  ExpectedTirednessHours,
  /// Hours after the session: from then on nausea, headache, dizziness and blurred sight are late, and a
  /// moderate score is unless it eases. S15; A02.
  OtherEffectsHours,
  /// Hours after the session: then the treatment day is over at the latest. K03 K15; A04.
  TreatmentDayHours,
  /// Hours after the session: from then on feeling unreal or foggy is late. K14.
  DissociationHours,
  /// Tiredness of 0 to 10: from that score on it is moderate. F03.
  ModerateScore,
  /// Tiredness of 0 to 10: from that score on it is severe. F03; A05.
  SevereScore,
  /// Tiredness of 0 to 10: on the treatment day it is severe from one more on, and at this score unless an adult
  /// is there. No source, a clinical decision: A06.
  SevereScoreTreatmentDay,
  /// Days after the session: from then on any tiredness is long-standing, and is to be looked into. F13.
  LongFatigueDays,
  /// Hours after the session: until then no driving, machines or risky work. K03 K15 C06; A50, A64.
  NoDrivingHours,
  /// Hours after the session: until then no alcohol or cannabis. C05; A50, A64.
  NoAlcoholHours,
  /// Days from Monday to Friday: `soon` calls within them. A41.
  SoonBusinessDays,
  /// Hours from now: `same-day` reaches the clinic within them. A41.
  SameDayHours,
  /// Minutes from now: `urgent` reaches a medical person within them. A41.
  UrgentMinutes,
  /// Minutes from now: at `urgent`, the next way is taken when nobody has answered in them. A41.
  NoAnswerMinutes,
  /// Hours from now: then the visitor is asked to check again. A40.
  RecheckHours,
  /// Hours from now: then answers and result are too old, and are deleted. A40.
  StaleHours,
};

/// A numeric setting: its name in config files, its default and its allowed range, all inclusive.
struct SettingRange {
  std::string_view id;
  int standard;
  int least;
  int most;
};

/// In the order of Setting, which has their meanings and sources.
inline constexpr std::array<SettingRange, 16> setting_ranges{{
    {"expectedTirednessHours", 72, 24, 72},
    {"otherEffectsHours", 48, 24, 48},
    {"treatmentDayHours", 24, 12, 24},
    {"dissociationHours", 24, 12, 24},
    {"moderateScore", 4, 3, 4},
    {"severeScore", 7, 6, 7},
    {"severeScoreTreatmentDay", 9, 7, 9},
    {"longFatigueDays", 14, 7, 14},
    {"noDrivingHours", 24, 24, 72},
    {"noAlcoholHours", 24, 24, 168},
    {"soonBusinessDays", 3, 1, 3},
    {"sameDayHours", 24, 4, 24},
    {"urgentMinutes", 60, 15, 60},
    {"noAnswerMinutes", 30, 10, 30},
    {"recheckHours", 24, 6, 24},
    {"staleHours", 12, 4, 12},
}};

inline constexpr auto standard_settings = [] {
  std::array<int, setting_ranges.size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = setting_ranges[i].standard;
  return values;
}();

constexpr const SettingRange& range_of(Setting setting) { return setting_ranges[static_cast<std::size_t>(setting)]; }

/// The texts a clinic may set, in the order of ClinicText.
enum class ClinicText : std::uint8_t {
  ClinicName,
  Phone,
  Hours,
  OnCallPhone,
  BookingUrl,
  Address,
  TimeZone,
  OpeningHours,
  Region,
  EmergencyNumber,
  CrisisNumber,
  PoisonNumber,
};

/// What a text must look like to be accepted.
enum class TextKind : std::uint8_t { Plain, Phone, Url, Region, TimeZone, OpeningHours };

/// Why a text is not accepted.
enum class TextFault : std::uint8_t {
  None,
  Length,          ///< nothing to read, or too long
  Form,            ///< not what its kind looks like
  Control,         ///< a control character
  Direction,       ///< an invisible character that turns what follows round
  Marks,           ///< a pile of marks on one letter
  NotANumber,      ///< something in a phone number that cannot be dialed
  DigitCount,      ///< too few digits, or too many
  TwoNumbers,      ///< more than one phone number
  ZeroInBrackets,  ///< "+44 (0)20": not dialed as it stands
};

struct TextProblem {
  TextFault fault = TextFault::None;
  /// The character that is at fault, where one is.
  char32_t letter = 0;
  explicit operator bool() const { return fault != TextFault::None; }
};

/// What is wrong with a text of that kind, if anything.
[[nodiscard]] TextProblem problem_in(TextKind kind, std::string_view text);

struct ClinicTextField {
  std::string_view id;
  TextKind kind;
};

inline constexpr std::array<ClinicTextField, 12> clinic_text_fields{{
    {"clinicName", TextKind::Plain},
    {"phone", TextKind::Phone},
    {"hours", TextKind::Plain},
    {"onCallPhone", TextKind::Phone},
    {"bookingUrl", TextKind::Url},
    {"address", TextKind::Plain},
    {"timeZone", TextKind::TimeZone},
    {"openingHours", TextKind::OpeningHours},
    {"region", TextKind::Region},
    {"emergencyNumber", TextKind::Phone},
    {"crisisNumber", TextKind::Phone},
    {"poisonNumber", TextKind::Phone},
}};

/// The longest text accepted, in bytes.
inline constexpr std::size_t clinic_text_limit = 200;

/// Texts that a clinic may put its own in place of: what it calls the check and how it offers itself. Never a danger sign, a
/// question, a level, a reason, an instruction, or what a number means.
inline constexpr std::array<std::string_view, 9> replaceable_texts{
    "cta.book-online", "cta.book-online.button", "cta.call",      "cta.call.button", "cta.usual-contact",
    "ui.start.button", "ui.start.helper",        "ui.start.lead", "ui.start.title",
};

[[nodiscard]] bool is_replaceable(std::string_view key);

/// Whether it is known which numbers are right.
enum class RegionVerdict : std::uint8_t {
  Known,    ///< the US, or a region with all of its numbers
  Ignored,  ///< the US is named, and numbers with it: those of the US hold
  Unknown,  ///< another region is meant, and is not whole: no number is known to be right
};

/// One line without brackets or braces but `{clinic}` and, where a text is shown only with a known phone, `{phone}`.
[[nodiscard]] bool fits_as_replacement(std::string_view key, std::string_view text);

class ClinicConfig {
 public:
  [[nodiscard]] int operator[](Setting setting) const { return numbers_[static_cast<std::size_t>(setting)]; }
  /// An empty text is a text that is not set.
  [[nodiscard]] std::string_view operator[](ClinicText text) const;

  /// Takes the value if it lies in the range; says false, and keeps the default, if not.
  [[nodiscard]] bool set(Setting setting, int value);
  /// Takes the text if it fits its kind; says false, and keeps it unset, if not.
  [[nodiscard]] bool set(ClinicText text, std::string_view value);
  /// A region other than US needs all three numbers. Where they are not used, the config goes back to those of the US; who
  /// is told that the region is unknown must not show them to anybody.
  [[nodiscard]] RegionVerdict settle_region();
  /// Opening hours say nothing without the clinic's time zone; then they are left out, and this says false.
  [[nodiscard]] bool settle_opening_hours();

  /// The region, by default US.
  [[nodiscard]] std::string_view region() const;
  /// The numbers to call: of the region, by default 911 (D23), 988 (D07) and Poison Help (D09).
  [[nodiscard]] std::string_view emergency_number() const;
  [[nodiscard]] std::string_view crisis_number() const;
  [[nodiscard]] std::string_view poison_number() const;

  /// Whether any numeric setting or the region is not the default (a result then says so).
  [[nodiscard]] bool differs_from_default() const;

 private:
  [[nodiscard]] std::string_view or_default(ClinicText text, std::string_view standard) const;

  /// A region or a number of one was given that cannot be used.
  bool region_refused_ = false;
  std::array<int, setting_ranges.size()> numbers_ = standard_settings;
  std::array<std::string, clinic_text_fields.size()> texts_{};
};

}  // namespace tiredness
