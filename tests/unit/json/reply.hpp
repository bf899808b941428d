#pragma once
/// @brief JSON that our own code wrote, taken apart by another reader; and cases to send.

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "tiredness/json/diagnostic.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace tiredness::test {

/// What most tests give for the texts at hand.
inline const json::Content* const shipped_texts = &json::shipped_content();

class Reply {
 public:
  /// Fails the test where the text is no JSON.
  explicit Reply(std::string_view json);

  /// The value at a JSON Pointer as compact JSON; "(none)" where there is none.
  [[nodiscard]] std::string at(std::string_view pointer) const;
  /// The strings of an array; or that member of each of its objects.
  [[nodiscard]] std::vector<std::string> list(std::string_view pointer, std::string_view member = {}) const;
  [[nodiscard]] std::vector<std::string> keys(std::string_view pointer) const;
  [[nodiscard]] bool ok() const { return at("/ok") == "true"; }

 private:
  std::string json_;
};

/// The faults as "error out-of-range /answers/tiredness".
std::vector<std::string> in_short(const json::Diagnostics& faults);

/// Answers of somebody calm on the day after, as members: to be put in `{"answers":{…}}`, with more behind.
inline constexpr std::string_view calm_members =
    R"("who":"self","age":"18-64","danger-signs":["none"],"self-harm":"no","hours-since-session":30,)"
    R"("setting":"clinic","alertness":"awake","slept":"yes","tiredness":3,"function":"usual","trend":"better",)"
    R"("body-symptoms":["none"],"mind-symptoms":["none"],"taken-today":["none"],"medicine-changes":["none"],)"
    R"("conditions":["none"],"pregnancy":"no","before-session":"no","between-sessions":"first")";

/// `{"answers":{<calm>},<more>}`
std::string calm_case(std::string_view more = {});
/// `{"answers":{<members>},<more>}`
std::string case_of(std::string_view members, std::string_view more = {});

}  // namespace tiredness::test
