#include "tiredness/json/document.hpp"

#include "reply.hpp"

namespace tiredness::test {
namespace {

using json::Diagnostics;
using json::Document;
using json::Kind;
using Faults = std::vector<std::string>;

/// The faults of a document that is not read, or only to find more faults.
Faults faults_of(std::string_view text) {
  Diagnostics faults;
  Document::parse(text, faults);
  return in_short(faults);
}

Document read(std::string_view text) {
  Diagnostics faults;
  auto document = Document::parse(text, faults);
  INFO(text);
  CHECK(faults.all().empty());
  REQUIRE(document);
  return std::move(*document);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string array_of(std::size_t members) {
  std::string text = "[0";
  for (std::size_t i = 1; i < members; ++i) text += ",0";
  return text + "]";
}

std::string quoted(std::string_view bytes) { return '"' + std::string(bytes) + '"'; }

}  // namespace

TEST_CASE("A document is read with its kinds, keys and values", "[json][document]") {
  const Document document =
      read(R"({"null":null,"yes":true,"no":false,"int":-7,"dec":1.50,"text":"a\u00e9\n","list":[1,[]],"empty":{}})");
  const json::Value root = document.root();
  CHECK(root.is(Kind::Object));
  CHECK(root.find("null")->is(Kind::Null));
  CHECK(root.find("yes")->boolean());
  CHECK_FALSE(root.find("no")->boolean());
  CHECK(root.find("int")->integer() == -7);
  CHECK(root.find("dec")->is(Kind::Decimal));
  CHECK(root.find("dec")->text() == "1.50");
  CHECK(root.find("text")->text() == "aé\n");
  CHECK(root.find("list")->is(Kind::Array));
  CHECK_FALSE(root.find("list")->empty());
  CHECK(root.find("empty")->empty());
  CHECK_FALSE(root.find("missing"));
  std::string keys;
  for (const json::Value member : root) keys += std::string(member.key()) + " ";
  CHECK(keys == "null yes no int dec text list empty ");
}

TEST_CASE("A value alone is a document", "[json][document]") {
  CHECK(read("5").root().integer() == 5);
  CHECK(read("\"\"").root().text().empty());
  CHECK(read(" [ ] ").root().empty());
  const Document nothing = read("null");
  CHECK_FALSE(nothing.root().begin() != nothing.root().end());
}

TEST_CASE("A document of 64 KB is read, and one byte more is refused", "[json][document][limits]") {
  const std::string largest = "[" + std::string(64 * 1024 - 2, ' ') + "]";
  REQUIRE(largest.size() == 65536);
  CHECK(faults_of(largest).empty());
  CHECK(faults_of(largest + " ") == Faults{"error too-large "});
  CHECK(faults_of(std::string(10'000'000, '[')) == Faults{"error too-large "});
}

TEST_CASE("A depth of 16 is read, and one more is refused", "[json][document][limits]") {
  CHECK(faults_of(nested(16)).empty());
  CHECK(faults_of(nested(17)) == Faults{"error too-deep /0/0/0/0/0/0/0/0/0/0/0/0/0/0/0"});
  CHECK(faults_of(std::string(60'000, '[')).size() == 1);
  CHECK(faults_of(R"({"a":{"b":)" + nested(15) + "}}") == Faults{"error too-deep /a/b/0/0/0/0/0/0/0/0/0/0/0/0/0"});
}

TEST_CASE("2000 members are read, and one more is refused", "[json][document][limits]") {
  CHECK(faults_of(array_of(2000)).empty());
  CHECK(faults_of(array_of(2001)).size() == 1);
  CHECK(faults_of(R"({"list":)" + array_of(2001) + "}") == Faults{"error too-many-members /list"});
}

TEST_CASE("A key that is given twice is an error, and reading goes on", "[json][document]") {
  CHECK(faults_of(R"({"a":1,"a":2})") == Faults{"error duplicate-key /a"});
  CHECK(faults_of(R"({"a":1,"a":2,"a":3,"b":{"c":1,"c":1}})") ==
        Faults{"error duplicate-key /a", "error duplicate-key /a", "error duplicate-key /b/c"});
  CHECK(faults_of(R"([{"x/y~":1,"x/y~":2}])") == Faults{"error duplicate-key /0/x~1y~0"});
  CHECK(faults_of(R"({"":1,"":2})") == Faults{"error duplicate-key /"});
  CHECK(faults_of(R"({"a":1,"\u0061":2})") == Faults{"error duplicate-key /a"});
  CHECK(faults_of(R"({"a":{"a":{"a":1}}})").empty());
}

TEST_CASE("Broken UTF-8 is refused", "[json][document]") {
  for (const std::string_view bytes :
       {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xf5\x80\x80\x80", "\x80", "abc\xc3", "\xf0\x80\x80\x80"})
    CHECK(faults_of(quoted(bytes)) == Faults{"error invalid-utf8 "});
  CHECK(faults_of("{\"answers\":{\"\xff\":1}}") == Faults{"error invalid-utf8 "});
  CHECK(read(quoted("\xf0\x9f\x98\xb4")).root().text() == "\xf0\x9f\x98\xb4");
}

TEST_CASE("What is no JSON is refused", "[json][document]") {
  for (const std::string_view text :
       {"",        " ",           "{",        "}",         "[1,]", R"({"a":1,})", R"({"a"})",    "{a:1}",
        "'a'",     "NaN",         "Infinity", "-Infinity", "nul",  "01",          "1.",          ".5",
        "+1",      "0x10",        "1 2",      "[] []",     "\"a",  "\"\\x\"",     "\"\\ud800\"", "\"tab\t\"",
        "// c\n1", "\"\\u12g4\"", "-",        "1e",        "{1:2}"}) {
    INFO(text);
    CHECK(faults_of(text) == Faults{"error invalid-json "});
  }
  CHECK(faults_of(std::string_view("[1]\0", 4)) == Faults{"error invalid-json "});
}

TEST_CASE("Large whole numbers do not wrap around", "[json][document][numbers]") {
  CHECK(read("4294967301").root().integer() == 4294967301);
  CHECK(read("9223372036854775807").root().integer() == 9223372036854775807);
  CHECK(read("9223372036854775808").root().integer() == 9223372036854775807);
  CHECK(read("18446744073709551615").root().integer() == 9223372036854775807);
  CHECK(read("-9223372036854775808").root().integer() == -9223372036854775807 - 1);
  for (const std::string_view text : {"18446744073709551616", "18446744073709551621", "-9223372036854775809"}) {
    INFO(text);
    const Document document = read(text);
    CHECK(document.root().is(Kind::Decimal));
    CHECK(document.root().text() == text);
  }
}

TEST_CASE("A number too large for any computer is refused, the same everywhere", "[json][document][numbers]") {
  for (const std::string_view text : {"1e308", "1e999", "-1e999", "1E+308", "0.5e400", "123e306", "1e99999999999"}) {
    INFO(text);
    CHECK(faults_of(text) == Faults{"error number-too-large "});
  }
  CHECK(faults_of(std::string(309, '9')) == Faults{"error number-too-large "});
  CHECK(faults_of(std::string(309, '9') + ".5") == Faults{"error number-too-large "});
  for (const std::string_view text : {"1e307", "-1e307", "0e307", "1e-999", "0.1e308", "1e-99999999999"}) {
    INFO(text);
    CHECK(faults_of(text).empty());
  }
}

TEST_CASE("Kinds have names for messages", "[json][document]") {
  CHECK(json::name_of(Kind::Null) == "null");
  CHECK(json::name_of(Kind::Boolean) == "true or false");
  CHECK(json::name_of(Kind::Integer) == "a whole number");
  CHECK(json::name_of(Kind::Decimal) == "a number with a fraction");
  CHECK(json::name_of(Kind::String) == "a string");
  CHECK(json::name_of(Kind::Array) == "an array");
  CHECK(json::name_of(Kind::Object) == "an object");
}

TEST_CASE("A JSON Pointer escapes what it must", "[json][diagnostic]") {
  using json::operator/;
  constexpr std::string_view whole;
  constexpr std::string_view member = "/x";
  CHECK(whole / "a/b~c" == "/a~1b~0c");
  CHECK(member / "" == "/x/");
  CHECK(member / std::size_t{12} == "/x/12");
}

TEST_CASE("Faults are kept in order, and warnings are no errors", "[json][diagnostic]") {
  Diagnostics faults;
  faults.warning("odd", "/a", "it is odd");
  CHECK_FALSE(faults.has_errors());
  Diagnostics more;
  more.error("bad", "/b", "it is bad");
  faults.append(more);
  CHECK(faults.has_errors());
  CHECK(in_short(faults) == Faults{"warning odd /a", "error bad /b"});
  Diagnostics rest;
  rest.append(Diagnostics{});
  CHECK_FALSE(rest.has_errors());
}

}  // namespace tiredness::test
