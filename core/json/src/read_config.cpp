#include "tiredness/json/digits.hpp"
#include "tiredness/json/request.hpp"

namespace tiredness::json {
namespace {

class ConfigReader {
 public:
  ConfigReader(bool as_used, const Reporter& report, ClinicConfig& config)
      : as_used_(as_used), report_(report), config_(config) {}

  void read(const Value& value) {
    if (!is_object(value)) return;
    for (const Value member : value) read_member(member);
    settle_region(value);
    if (!config_.settle_opening_hours())
      fault("incomplete-opening-hours", report_.pointer_to(value) / "openingHours",
            {"openingHours needs timeZone, the clinic's own"});
  }

 private:
  /// The one fault of settings that is an error in use, too: the numbers of the US must not be shown where others are meant.
  void settle_region(const Value& value) {
    const RegionVerdict verdict = config_.settle_region();
    if (verdict == RegionVerdict::Known) return;
    const std::string at = report_.pointer_to(value) / "region";
    constexpr std::string_view wanted =
        "emergencyNumber, crisisNumber and poisonNumber go together, with a region other than US";
    if (verdict == RegionVerdict::Unknown)
      report_.diagnostics().error("incomplete-region", at, wanted);
    else
      fault("incomplete-region", at, {wanted});
  }

  void read_member(const Value& member) {
    if (member.key() == "$schema") return;
    if (member.key() == "texts") return read_own_texts(member);
    // Whoever shows results reads the file; here its address is only checked.
    if (member.key() == "approval") return read_address(member);
    for (std::size_t i = 0; i < setting_ranges.size(); ++i)
      if (setting_ranges[i].id == member.key()) return read_number(static_cast<Setting>(i), member);
    for (std::size_t i = 0; i < clinic_text_fields.size(); ++i)
      if (clinic_text_fields[i].id == member.key()) return read_text(static_cast<ClinicText>(i), member);
    fault("unknown-setting", member, {"no such setting"});
  }

  void read_number(Setting setting, const Value& member) {
    const SettingRange& range = range_of(setting);
    const bool usable = member.is(Kind::Integer) && member.integer() >= range.least && member.integer() <= range.most;
    if (usable && config_.set(setting, static_cast<int>(member.integer()))) return;
    fault(member.is(Kind::Integer) ? "out-of-range" : "wrong-type", member,
          {"expected a whole number from ", Digits{range.least}.view(), " to ", Digits{range.most}.view(),
           "; the default is ", Digits{range.standard}.view()});
  }

  void read_text(ClinicText text, const Value& member) {
    const TextKind kind = clinic_text_fields[static_cast<std::size_t>(text)].kind;
    // What is no text is refused like an empty one.
    if (config_.set(text, member.is(Kind::String) ? member.text() : std::string_view{})) return;
    if (!member.is(Kind::String)) return fault("wrong-type", member, {"expected ", wanted(kind)});
    refuse(kind, member);
  }

  void read_address(const Value& member) {
    if (!member.is(Kind::String)) return fault("wrong-type", member, {"expected ", wanted(TextKind::Plain)});
    if (problem_in(TextKind::Plain, member.text())) refuse(TextKind::Plain, member);
  }

  void refuse(TextKind kind, const Value& member) {
    const TextProblem problem = problem_in(kind, member.text());
    const std::string letter = code_point(problem.letter);
    switch (problem.fault) {
      case TextFault::Control: return refuse(member, {"take out the control character ", letter});
      case TextFault::Direction:
        return refuse(member, {"take out the invisible character ", letter, ", which turns what follows round"});
      case TextFault::Marks:
        return refuse(member, {"take out marks such as ", letter, ": no letter needs more than four"});
      case TextFault::DigitCount:
        return refuse(member, {"expected a phone number of 3 to 15 digits, without an extension"});
      case TextFault::TwoNumbers:
        return refuse(member, {"expected one phone number, with + at its start or not at all"});
      case TextFault::ZeroInBrackets:
        return refuse(member, {"take out (0), which is not dialed after a + and its code"});
      default: return refuse(member, {"expected ", wanted(kind)});
    }
  }
  void refuse(const Value& member, Reporter::Pieces message) { fault("not-acceptable", member, message); }

  /// By language, then by key. They are shown by whoever shows texts; here they are only checked.
  void read_own_texts(const Value& languages) {
    if (!is_object(languages)) return;
    for (const Value language : languages)
      if (is_object(language))
        for (const Value text : language) read_own_text(text);
  }

  void read_own_text(const Value& text) {
    if (!is_replaceable(text.key())) return fault("not-replaceable", text, {"this text may not be replaced"});
    if (text.is(Kind::String) && problem_in(TextKind::Plain, text.text())) return refuse(TextKind::Plain, text);
    if (!text.is(Kind::String) || !fits_as_replacement(text.key(), text.text()))
      fault("not-acceptable", text,
            {"expected ", wanted(TextKind::Plain), "; only {clinic} and, for cta.call, {phone} may stand in it"});
  }

  /// As Unicode writes it: U+202E.
  static std::string code_point(char32_t letter) {
    std::string text = "U+";
    for (int shift = letter > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
      text += "0123456789ABCDEF"[(letter >> static_cast<unsigned>(shift)) & 0xfU];
    return text;
  }

  bool is_object(const Value& value) {
    if (!value.is(Kind::Object)) fault("wrong-type", value, {"expected an object"});
    return value.is(Kind::Object);
  }

  static std::string_view wanted(TextKind kind) {
    switch (kind) {
      case TextKind::Plain: return "one line of text, 1 to 200 bytes";
      case TextKind::Phone: return "a phone number without extension: digits, spaces and + - ( ) .";
      case TextKind::Url: return "an address that starts with https://, tel:, mailto: or sms:";
      case TextKind::TimeZone: return "a time zone by its IANA name, such as America/New_York";
      case TextKind::OpeningHours:
        return "opening hours as schema.org writes them, such as Mo-Fr 09:00-17:00, Sa 10:00-13:00";
      case TextKind::Region: return "a country code of two capital letters, such as US";
    }
    return {};
  }

  void fault(std::string_view code, const Value& at, Reporter::Pieces message) {
    fault(code, report_.pointer_to(at), message);
  }
  void fault(std::string_view code, std::string_view at, Reporter::Pieces message) {
    if (as_used_)
      report_.diagnostics().warning(code, at, joined({joined(message), "; refused, the default is used"}));
    else
      report_.diagnostics().error(code, at, joined(message));
  }

  bool as_used_;
  const Reporter& report_;
  ClinicConfig& config_;
};

}  // namespace

void read_config(const Value& value, bool as_used, const Reporter& report, ClinicConfig& config) {
  ConfigReader{as_used, report, config}.read(value);
}

}  // namespace tiredness::json
