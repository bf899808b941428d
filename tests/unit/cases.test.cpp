// Runs the shared cases natively. What `expect` means stands in tests/cases/README.md.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/texts/shipped_content.hpp"

namespace tiredness::test {
namespace {

using Json = nlohmann::json;
using Ids = std::vector<std::string>;

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(TIREDNESS_CASES))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// The characters of "case" as the file has them: printing it again would lose duplicate keys and 24.0.
std::string raw_case(const std::string& line) {
  const std::string key = R"("case":)";
  const std::size_t start = line.find('{', line.find(key));
  bool in_string = false;
  int depth = 0;
  for (std::size_t at = start; at < line.size(); ++at) {
    const char c = line[at];
    if (in_string && c == '\\')
      ++at;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '{' || c == '['))
      ++depth;
    else if (!in_string && (c == '}' || c == ']') && --depth == 0)
      return line.substr(start, at + 1 - start);
  }
  FAIL("no case in " << line);
  return {};
}

Ids strings(const Json& array) {
  Ids ids;
  for (const Json& element : array) ids.push_back(element.get<std::string>());
  return ids;
}

/// That member of each object of an array.
Ids members(const Json& array, const std::string& name) {
  Ids ids;
  for (const Json& element : array) ids.push_back(element.value(name, std::string("(none)")));
  return ids;
}

bool has(const Ids& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void check_contains(const Ids& all, const Json& wanted, bool present) {
  for (const std::string& id : strings(wanted)) {
    INFO(id << (present ? " should be there" : " should not be there"));
    CHECK(has(all, id) == present);
  }
}

void check_variants(const Json& advice, const Json& wanted) {
  for (const auto& [tip, variant] : wanted.items()) {
    std::string found = "(no such tip)";
    for (const Json& entry : advice)
      if (entry.value("id", "") == tip) found = entry.value("variant", "(as it stands)");
    INFO(tip);
    CHECK(found == variant.get<std::string>());
  }
}

void check_moments(const Json& times, const Json& wanted) {
  const auto moments = [](const Json& array) {
    std::vector<std::int64_t> seconds;
    for (const std::string& text : strings(array)) {
      const auto at = parse_timestamp(text);
      seconds.push_back(at ? at->unix_seconds : -1);
    }
    return seconds;
  };
  CHECK(moments(times) == moments(wanted));
}

/// Each line named is there, in that state, with that time where one is given, and with exactly those needs.
void check_plan(const Json& plan, const Json& wanted) {
  if (wanted.empty()) CHECK(plan.empty());
  for (const auto& [id, line] : wanted.items()) {
    INFO("plan: " << id);
    const auto found =
        std::find_if(plan.begin(), plan.end(), [&](const Json& one) { return one.value("id", "") == id; });
    REQUIRE(found != plan.end());
    CHECK((*found)["state"] == line["state"]);
    if (line.contains("at")) CHECK((*found)["at"] == line["at"]);
    CHECK(members((*found)["needs"], "id") == strings(line["needs"]));
  }
}

/// @param errors_only a case that must be refused: only errors name what is wrong.
void check_pointers(const Json& diagnostics, const Json& wanted, bool errors_only) {
  for (const std::string& pointer : strings(wanted)) {
    const bool named = std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Json& fault) {
      if (errors_only && fault.value("severity", "") != "error") return false;
      const std::string at = fault.value("pointer", "");
      return at == pointer || at.rfind(pointer + "/", 0) == 0;
    });
    INFO(pointer << " should be named by " << diagnostics.dump());
    CHECK(named);
  }
}

void check_member(const std::string& name, const Json& wanted, const Json& result, bool refused) {
  INFO(name);
  if (name == "error")
    CHECK(refused == wanted.get<bool>());
  else if (name == "pointers")
    check_pointers(result["diagnostics"], wanted, refused);
  else if (name == "diagnostics")
    CHECK(result["diagnostics"] == wanted);
  else if (refused)
    FAIL_CHECK("refused");
  else if (name == "level" || name == "levels" || name == "fired")
    CHECK(result[name] == wanted);
  else if (name == "reasons" || name == "alsoTell")
    CHECK(members(result[name], "rule") == strings(wanted));
  else if (name == "advice")
    check_contains(members(result["advice"], "id"), wanted, true);
  else if (name == "notAdvice")
    check_contains(members(result["advice"], "id"), wanted, false);
  else if (name == "actions")
    check_contains(members(result["actions"], "id"), wanted, true);
  else if (name == "variants")
    check_variants(result["advice"], wanted);
  else if (name == "plan")
    check_plan(result["plan"], wanted);
  else if (name == "recheckAt")
    check_moments(result["recheckAt"], wanted);
  else
    FAIL_CHECK("the README knows no " << name);
}

/// What the command line would print for the case.
Json result_of(const std::string& text, bool& refused) {
  json::Diagnostics faults;
  const auto assessment = json::assess_case(text, &json::shipped_content(), faults);
  refused = !assessment;
  return Json::parse(assessment ? *assessment : R"({"diagnostics":)" + json::diagnostics_as_json(faults) + "}");
}

struct SharedCase {
  std::string file;
  std::string name;
  std::string text;
  Json expect;
};

std::vector<SharedCase> shared_cases() {
  std::vector<SharedCase> cases;
  for (const auto& path : case_files()) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
      const Json json = Json::parse(line, nullptr, false);
      if (!json.is_object() || !json.contains("name") || !json["expect"].is_object())
        FAIL(path << " has a line that is no case: " << line);
      cases.push_back({path.filename().string(), json["name"].get<std::string>(), raw_case(line), json["expect"]});
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("The shared cases come out as they should", "[cases]") {
  const auto cases = shared_cases();
  CHECK(cases.size() >= 150);
  for (const SharedCase& shared : cases) {
    INFO(shared.file << ": " << shared.name);
    CHECK_FALSE(shared.expect.empty());
    bool refused = false;
    const Json result = result_of(shared.text, refused);
    INFO(result.dump(-1, ' ', false, Json::error_handler_t::replace));
    CHECK(refused == shared.expect.contains("error"));
    for (const auto& [name, wanted] : shared.expect.items()) check_member(name, wanted, result, refused);
  }
}

TEST_CASE("The shared cases have names of their own, and every rule is the reason of one", "[cases]") {
  std::set<std::string> names;
  std::set<std::string> fired;
  std::set<std::string> levels;
  for (const SharedCase& shared : shared_cases()) {
    INFO(shared.name);
    CHECK(names.insert(shared.name).second);
    if (shared.expect.contains("level")) levels.insert(shared.expect["level"].get<std::string>());
    if (shared.expect.contains("fired"))
      for (const std::string& rule : strings(shared.expect["fired"])) fired.insert(rule);
  }
  CHECK(levels.size() == 6);
  for (const Rule& rule : rule_set().rules) {
    INFO(rule.id);
    CHECK(fired.contains(std::string(rule.id)));
  }
}

}  // namespace tiredness::test
