#include "tiredness/approval/approval.hpp"

#include "canonical.hpp"
#include "reply.hpp"
#include "sha256.hpp"
#include "tiredness/rules_version.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;

constexpr std::string_view today = "2026-11-22";

/// Every decision approved: A01 to A74, and whatever comes after.
std::string decisions() {
  const json::ApprovalVerdict verdict = json::check_approval(R"({"decisions":{}})", "{}", today);
  std::string all;
  for (const json::Diagnostic& fault : verdict.faults.all())
    if (fault.code == "undecided")
      all += (all.empty() ? "" : ",") + ('"' + fault.pointer.substr(std::string_view("/decisions/").size())) +
             R"(":{"decision":"approve"})";
  return "{" + all + "}";
}

std::string approval_of(std::string_view hashes, std::string_view date = "2026-11-20") {
  return R"({"status":"approved","clinic":"Harbor Clinic","name":"Ana Ruiz","credential":"MD","date":")" +
         std::string(date) + R"(","hashes":)" + std::string(hashes) + R"(,"decisions":)" + decisions() + "}";
}

std::string hashes_of(std::string_view config) {
  return Reply(json::hashes(R"({"config":)" + std::string(config) + "}")).at("/value");
}

}  // namespace

TEST_CASE("SHA-256 is that of the standard's examples", "[json][approval]") {
  CHECK(json::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(json::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(json::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(json::sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("JSON is written in one way only", "[json][approval]") {
  json::Diagnostics faults;
  const auto document = json::Document::parse(
      R"({ "b" : [1, 2.50, true, null, {"d": 1, "c": 2}], "a" : "q\"\\\/\b\f\n\r\t\u0001" })", faults);
  REQUIRE(document);
  CHECK(json::canonical(document->root()) == R"({"a":"q\"\\/\b\f\n\r\t\u0001","b":[1,2.50,true,null,{"c":2,"d":1}]})");
  CHECK(json::canonical_members(document->root(), [](std::string_view name) { return name == "c"; }) == "{}");
}

TEST_CASE("The hashes of what runs are told, and those of settings without where their approval lies",
          "[json][approval]") {
  const Reply reply(json::hashes("{}"));
  CHECK(reply.ok());
  CHECK(reply.at("/value/rules") == '"' + std::string(rules_hash) + '"');
  CHECK(reply.keys("/value/texts") == std::vector<std::string>{"en", "es"});
  CHECK(reply.at("/value/settings") == '"' + json::sha256("{}") + '"');
  CHECK(hashes_of(R"({"phone":"(804) 555-0100","approval":"a.json","unknown":1,"$schema":"x"})")
            .find(json::sha256(R"({"phone":"(804) 555-0100"})")) != std::string::npos);
  for (const std::string_view wrong : {"", "[]", R"({"config":[]})", R"({"config":{},"config":{}})"})
    CHECK_FALSE(Reply(json::hashes(wrong)).ok());
}

TEST_CASE("An approval of what runs approves it, and one that is older than a year says so", "[json][approval]") {
  const std::string text = approval_of(hashes_of("{}"));
  CHECK(json::check_approval(text, "{}", today).said == "Approved for Harbor Clinic by Ana Ruiz, MD, on 2026-11-20.");
  CHECK(json::check_approval(text, "{}", "2027-11-20").faults.all().empty());
  const json::ApprovalVerdict old = json::check_approval(text, "{}", "2027-11-21");
  CHECK(in_short(old.faults) == Faults{"warning old-approval /date"});
  CHECK_FALSE(old.said.empty());
}

TEST_CASE("An approval of anything else approves nothing", "[json][approval]") {
  const auto faults_of = [](std::string_view text, std::string_view config = "{}") {
    const json::ApprovalVerdict verdict = json::check_approval(text, config, today);
    CHECK(verdict.said.empty());
    return in_short(verdict.faults);
  };
  CHECK(faults_of(approval_of(hashes_of("{}")), R"({"recheckHours":12})") ==
        Faults{"error other-hash /hashes/settings"});
  CHECK(faults_of(approval_of(hashes_of("{}"), "2026-11-23")) == Faults{"error future-date /date"});
  CHECK(faults_of("[]") == Faults{"error wrong-type "});
  CHECK(faults_of("{").size() == 1);
  CHECK(faults_of("{}").size() == 7);
  CHECK(faults_of("{}", "{").size() == 1);
  // What is no settings is not the defaults.
  for (const std::string_view config : {"[]", "null", R"("{}")", "1"})
    CHECK(faults_of(approval_of(hashes_of("{}")), config) == Faults{"error wrong-type "});
}

}  // namespace tiredness::test
