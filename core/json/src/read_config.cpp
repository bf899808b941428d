#include <algorithm>

#include "request.hpp"

namespace tiredness::json {
namespace {

class ConfigReader {
 public:
  ConfigReader(std::string_view pointer, bool as_used, Diagnostics& diagnostics)
      : pointer_(pointer), as_used_(as_used), diagnostics_(diagnostics) {}

  ClinicConfig read(const Value& value) {
    if (!value.is(Kind::Object)) {
      fault("wrong-type", pointer_, "expected an object of settings");
      return {};
    }
    for (const Value member : value) read_member(member);
    if (!config_.settle_region())
      fault("incomplete-region", pointer_ / "region",
            "emergencyNumber, crisisNumber and poisonNumber go together, with a region other than US");
    return config_;
  }

 private:
  void read_member(const Value& member) {
    if (member.key() == "$schema") return;
    for (std::size_t i = 0; i < setting_ranges.size(); ++i)
      if (setting_ranges[i].id == member.key()) return read_number(static_cast<Setting>(i), member);
    for (std::size_t i = 0; i < clinic_text_fields.size(); ++i)
      if (clinic_text_fields[i].id == member.key()) return read_text(static_cast<ClinicText>(i), member);
    fault("unknown-setting", pointer_ / member.key(), "no such setting");
  }

  void read_number(Setting setting, const Value& member) {
    const SettingRange& range = range_of(setting);
    const bool usable = member.is(Kind::Integer) && member.integer() >= range.least && member.integer() <= range.most;
    if (usable && config_.set(setting, static_cast<int>(member.integer()))) return;
    fault(member.is(Kind::Integer) ? "out-of-range" : "wrong-type", pointer_ / member.key(),
          "expected a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most) +
              "; the default is " + std::to_string(range.standard));
  }

  void read_text(ClinicText text, const Value& member) {
    const TextKind kind = clinic_text_fields[static_cast<std::size_t>(text)].kind;
    if (member.is(Kind::String) && config_.set(text, member.text())) return;
    fault(member.is(Kind::String) ? "not-acceptable" : "wrong-type", pointer_ / member.key(), wanted(kind));
  }

  static std::string wanted(TextKind kind) {
    switch (kind) {
      case TextKind::Plain: return "expected one line of text, 1 to 200 bytes";
      case TextKind::Phone: return "expected a phone number without extension: digits, spaces and + - ( ) .";
      case TextKind::Url: return "expected an address that starts with https://, tel:, mailto: or sms:";
      case TextKind::Region: return "expected a country code of two capital letters, such as US";
    }
    return {};
  }

  void fault(std::string_view code, const std::string& at, std::string message) {
    if (as_used_)
      diagnostics_.warning(code, at, message + "; refused, the default is used");
    else
      diagnostics_.error(code, at, std::move(message));
  }

  std::string pointer_;
  bool as_used_;
  Diagnostics& diagnostics_;
  ClinicConfig config_;
};

}  // namespace

ClinicConfig read_config(const Value& value, std::string_view pointer, bool as_used, Diagnostics& diagnostics) {
  return ConfigReader{pointer, as_used, diagnostics}.read(value);
}

}  // namespace tiredness::json
