#include "tiredness/json/validate.hpp"

#include "reply.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;
using json::DocumentKind;

Faults faults_of(std::string_view text, std::optional<DocumentKind> kind = std::nullopt) {
  return in_short(json::validate_document(text, shipped_texts, kind));
}

}  // namespace

TEST_CASE("A document is known by what it holds", "[json][validate]") {
  CHECK(faults_of(R"({"answers":{"x":1}})") == Faults{"error unknown-item /answers/x"});
  CHECK(faults_of(R"({"messages":{}})").size() > 100);
  CHECK(faults_of(R"({"x":1})") == Faults{"error unknown-setting /x"});
  CHECK(faults_of("{}").empty());
}

TEST_CASE("A document is checked as what it is said to be", "[json][validate]") {
  CHECK(faults_of("{}", DocumentKind::Case) == Faults{"error missing-answers /answers"});
  CHECK(faults_of("{}", DocumentKind::Content).size() == 5);
  CHECK(faults_of("{}", DocumentKind::Config).empty());
  CHECK(faults_of(R"({"answers":{}})", DocumentKind::Config) == Faults{"error unknown-setting /answers"});
}

TEST_CASE("A catalogue may be larger than what visitors send, and nothing else may", "[json][validate][limits]") {
  const std::string filling(65 * 1024, ' ');
  CHECK(faults_of(R"({"messages":{}})" + filling).size() > 100);
  CHECK(faults_of("{}" + filling) == Faults{"error too-large "});
  CHECK(faults_of(R"({"answers":{}})" + filling) == Faults{"error too-large "});
  CHECK(faults_of(R"({"messages":{}})" + std::string(256 * 1024, ' ')) == Faults{"error too-large "});
}

TEST_CASE("A document that cannot be read has that fault alone", "[json][validate]") {
  CHECK(faults_of("{") == Faults{"error invalid-json "});
  CHECK(faults_of(R"({"answers":{"age":"18-64","age":"18-64"}})") == Faults{"error duplicate-key /answers/age"});
}

}  // namespace tiredness::test
