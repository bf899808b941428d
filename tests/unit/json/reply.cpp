#include "reply.hpp"

#include <nlohmann/json.hpp>

namespace tiredness::test {
namespace {

using Json = nlohmann::ordered_json;

Json parsed(const std::string& text) { return Json::parse(text, nullptr, false); }

Json found(const std::string& text, std::string_view pointer) {
  const Json json = parsed(text);
  const Json::json_pointer place{std::string(pointer)};
  return json.contains(place) ? json[place] : Json(Json::value_t::discarded);
}

std::string as_text(const Json& json) { return json.is_string() ? json.get<std::string>() : json.dump(); }

}  // namespace

Reply::Reply(std::string_view json) : json_(json) {
  if (parsed(json_).is_discarded()) FAIL("not JSON: " << json);
}

std::string Reply::at(std::string_view pointer) const {
  const Json json = found(json_, pointer);
  return json.is_discarded() ? "(none)" : json.dump();
}

std::vector<std::string> Reply::list(std::string_view pointer, std::string_view member) const {
  std::vector<std::string> texts;
  const Json json = found(json_, pointer);
  if (!json.is_array()) FAIL("no array at " << pointer << " in " << json_);
  for (const Json& element : json) {
    if (member.empty())
      texts.push_back(as_text(element));
    else
      texts.push_back(element.contains(std::string(member)) ? as_text(element[std::string(member)]) : "(none)");
  }
  return texts;
}

std::vector<std::string> Reply::keys(std::string_view pointer) const {
  std::vector<std::string> keys;
  const Json json = found(json_, pointer);
  if (!json.is_object()) FAIL("no object at " << pointer << " in " << json_);
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

std::vector<std::string> in_short(const json::Diagnostics& faults) {
  std::vector<std::string> texts;
  for (const json::Diagnostic& fault : faults.all())
    texts.push_back((fault.severity == json::Diagnostic::Severity::Error ? "error " : "warning ") + fault.code + " " +
                    fault.pointer);
  return texts;
}

std::string case_of(std::string_view members, std::string_view more) {
  std::string text = R"({"answers":{)";
  text.append(members).append("}");
  if (!more.empty()) text.append(",").append(more);
  return text + "}";
}

std::string calm_case(std::string_view more) { return case_of(calm_members, more); }

}  // namespace tiredness::test
