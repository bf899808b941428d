#include "tiredness/json/catalogue.hpp"

#include <algorithm>
#include <set>

#include "reply.hpp"
#include "tiredness/care.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/plan.hpp"
#include "tiredness/rules.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::test {
namespace {

using Faults = std::vector<std::string>;
using json::Catalogue;

std::string filled(std::string_view text, std::vector<json::TextArgument> arguments = {}, bool helper = false) {
  Catalogue catalogue;
  catalogue.add("key", std::string(text));
  catalogue.add("arg.clinic", "the clinic");
  return catalogue.text("key", arguments, helper);
}

using Messages = std::map<std::string, std::string, std::less<>>;

Messages english() { return shipped_texts->find_catalogue("en")->messages(); }

std::string content(const Messages& messages) {
  json::Writer out;
  out.begin_object().member("language", "xx").member("direction", "ltr").member("version", "1.0.0");
  out.key("reviewedBy").null().key("messages").begin_object();
  for (const auto& [key, text] : messages) out.member(key, text);
  return out.end_object().end_object().take();
}

Faults faults_of(const std::string& text) {
  return in_short(json::validate_document(text, shipped_texts, json::DocumentKind::Content));
}

/// The faults of the English catalogue with this text in place of its own.
Faults faults_of_text(std::string_view text) {
  Messages messages = english();
  messages["tip.rest"] = text;
  return faults_of(content(messages));
}

}  // namespace

TEST_CASE("Placeholders are filled in", "[json][catalogue]") {
  CHECK(filled("Call {phone} now.", {{"phone", "555"}}) == "Call 555 now.");
  CHECK(filled("{a}{b}{a}", {{"a", "1"}, {"b", "2"}}) == "121");
  CHECK(filled("plain") == "plain");
  CHECK(filled("").empty());
  CHECK(filled("{clinic}") == "the clinic");
  CHECK(filled("{clinic}", {{"clinic", "Dawn"}}) == "Dawn");
}

TEST_CASE("A sentence that ends in a word with a period of its own has one", "[json][catalogue]") {
  CHECK(filled("Call {clinic}. Now.", {{"clinic", "Harbor Inc."}}) == "Call Harbor Inc. Now.");
  CHECK(filled("Call {clinic}. Now.", {{"clinic", "Harbor"}}) == "Call Harbor. Now.");
  CHECK(filled("Call {clinic}, now.", {{"clinic", "Harbor Inc."}}) == "Call Harbor Inc., now.");
}

TEST_CASE("What is filled in is shown as it stands", "[json][catalogue]") {
  CHECK(filled("Call {clinic}.", {{"clinic", "{phone} [a|b]"}, {"phone", "555"}}) == "Call {phone} [a|b].");
}

TEST_CASE("Two persons have their own words", "[json][catalogue]") {
  const std::string_view text = "[You are|They are] safe. [Call {phone}|Tell them: {phone}]!";
  CHECK(filled(text, {{"phone", "555"}}, false) == "You are safe. Call 555!");
  CHECK(filled(text, {{"phone", "555"}}, true) == "They are safe. Tell them: 555!");
  CHECK(filled("[|they]", {}, false).empty());
  CHECK(filled("[|they]", {}, true) == "they");
}

TEST_CASE("A bracket that is never closed is shown as it stands", "[json][catalogue]") {
  CHECK(filled("a { b") == "a { b");
  CHECK(filled("a [b|c") == "a [b|c");
}

TEST_CASE("A text that is not there shows its key", "[json][catalogue]") {
  CHECK(Catalogue{}.text("rule.x", {}, false) == "rule.x");
}

TEST_CASE("English is linked, and no language is guessed", "[json][catalogue]") {
  REQUIRE(shipped_texts->find_catalogue("en"));
  CHECK(shipped_texts->find_catalogue("en")->language == "en");
  CHECK_FALSE(shipped_texts->find_catalogue("en")->version.empty());
  for (const std::string_view other : {"", "xx", "EN", "en-US"}) CHECK(shipped_texts->find_catalogue(other) == nullptr);
}

TEST_CASE("Spanish is linked, whole, and says who reviewed it: nobody yet", "[json][catalogue]") {
  const Catalogue* spanish = shipped_texts->find_catalogue("es");
  REQUIRE(spanish);
  CHECK(faults_of(content(spanish->messages())).empty());
  CHECK(spanish->reviewed_by.empty());
  CHECK(
      spanish->text("action.call-crisis.us", std::vector<json::TextArgument>{{"crisis", "988"}}, false).find("AYUDA") !=
      std::string::npos);
}

TEST_CASE("The English catalogue has every text and no other", "[json][catalogue]") {
  CHECK(faults_of(content(english())).empty());
  const auto keys = json::engine_message_keys();
  CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size());
}

TEST_CASE("A missing text is a fault, whichever it is", "[json][catalogue]") {
  const Faults found = faults_of(content({}));
  const std::set<std::string> missed(found.begin(), found.end());
  CHECK(missed.size() == english().size());
  for (const auto& [key, text] : english()) {
    INFO(key);
    CHECK(missed.contains("error missing-key /messages/" + key));
  }
}

TEST_CASE("A text of the page that English has is needed as well", "[json][catalogue]") {
  Messages messages = english();
  REQUIRE(messages.erase("faq.common.q") == 1);
  CHECK(faults_of(content(messages)) == Faults{"error missing-key /messages/faq.common.q"});
}

TEST_CASE("An extra text is a fault", "[json][catalogue]") {
  Messages messages = english();
  messages["rule.danger-sing"] = "A slip of the pen.";
  CHECK(faults_of(content(messages)) == Faults{"error extra-key /messages/rule.danger-sing"});
}

TEST_CASE("Every rule has a text of its own, and every item, option, tip and action", "[json][catalogue]") {
  const auto keys = json::engine_message_keys();
  const std::set<std::string> all(keys.begin(), keys.end());
  for (const Rule& rule : rule_set().rules) CHECK(all.contains("rule." + std::string(rule.id)));
  for (const std::string_view key :
       {"rule.allow-list", "rule.not-on-allow-list", "item.age.text", "item.age.option.65-plus", "tip.rest",
        "tip.rest.treatment-day", "action.call-emergency", "safety.no-driving", "net.sign.chest", "page.about.title",
        "level.emergency.title", "level.emergency-and-crisis.title", "item.unsure-signs.text", "by.soon-one"})
    CHECK(all.contains(std::string(key)));
  CHECK_FALSE(all.contains("item.unsure-signs.option.chest"));  // those of danger-signs are used
}

TEST_CASE("A template must be well formed", "[json][catalogue]") {
  const Faults bad{"error bad-template /messages/tip.rest"};
  for (const std::string_view text :
       {"a {phone", "a phone}", "a [b|c", "a b]", "a | b", "[a]", "[a|b|c]", "[a|{phone]", "[a|{nothing}]"}) {
    INFO(text);
    CHECK(faults_of_text(text) == bad);
  }
  CHECK(faults_of_text("Call {nobody}.") == Faults{"error unknown-placeholder /messages/tip.rest"});
  CHECK(faults_of_text("A <b>bold</b> tip.") == Faults{"error markup /messages/tip.rest"});
  CHECK(faults_of_text("") == Faults{"error wrong-type /messages/tip.rest"});
  for (const std::string_view good :
       {"{phone} {clinic} {recheckHours} {n} {emergency}", "[{phone}|{clinic}] x", "Plain (with brackets), 100 %."}) {
    INFO(good);
    CHECK(faults_of_text(good).empty());
  }
}

TEST_CASE("A catalogue names its language, direction, version and reviewer", "[json][catalogue]") {
  const Faults found = faults_of("{}");
  CHECK(found == Faults{"error missing-member /language", "error missing-member /direction",
                        "error missing-member /version", "error missing-member /reviewedBy",
                        "error missing-member /messages"});
  CHECK(faults_of(R"({"language":1,"direction":"","version":null,"reviewedBy":5,"messages":[]})").size() == 5);
}

TEST_CASE("A text must be a string", "[json][catalogue]") {
  std::string text = content(english());
  const std::string member = R"("tip.stress":")";
  const std::size_t at = text.find(member);
  REQUIRE(at != std::string::npos);
  text.replace(at, text.find('"', at + member.size()) + 1 - at, R"("tip.stress":7)");
  CHECK(faults_of(text) == Faults{"error wrong-type /messages/tip.stress"});
}

TEST_CASE("Every source that a rule, a tip or the plan names is known", "[json][sources]") {
  const auto check = [](std::string_view sources) {
    while (!sources.empty()) {
      const std::size_t end = std::min(sources.find(' '), sources.size());
      INFO(sources.substr(0, end));
      const json::SourceText* source = shipped_texts->find_source(sources.substr(0, end));
      CHECK(source != nullptr);
      CHECK((source == nullptr || !source->title.empty()));
      sources.remove_prefix(std::min(end + 1, sources.size()));
    }
  };
  for (const Rule& rule : rule_set().rules) check(rule.sources);
  check(rule_set().expected.sources);
  check(rule_set().not_on_allow_list.sources);
  for (const Tip& tip : all_tips()) check(tip.sources);
  for (const Activity& activity : all_activities()) check(activity.sources);
  CHECK(shipped_texts->find_source("Z99") == nullptr);
}

TEST_CASE("An address of a source starts with https", "[json][sources]") {
  for (const std::string_view fact : {"D11", "K03", "M03", "F12", "C15", "N1"}) {
    const json::SourceText* source = shipped_texts->find_source(fact);
    REQUIRE(source);
    CHECK(source->url.rfind("https://", 0) == 0);
  }
}

}  // namespace tiredness::test
