#include "check_catalogue.hpp"

#include <algorithm>
#include <set>

#include "tiredness/clinic_config.hpp"

namespace tiredness::json {
namespace {

/// The texts that name a time or a day of their own.
bool names_time(std::string_view name, std::string_view key) {
  if (name == "day")
    return key == "lead.call-by" || (key.starts_with("by.") && key.ends_with("-day") && key != "by.same-day");
  if ((name == "time" || name == "clock") && key.ends_with("-until")) return true;
  if (name == "clock") return key == "card.no-answer";
  if (name == "later") return key == "by.recheck-at-both";
  return name == "time" && (key == "lead.later" || key.starts_with("by.recheck-at") ||
                            (key.starts_with("safety.") && key.ends_with(".until")));
}

/// Placeholders of the engine, and for a text of the page those that its English one has.
bool is_placeholder(std::string_view name, std::string_view key, const std::set<std::string, std::less<>>& keys,
                    const Catalogue* english) {
  constexpr std::array<std::string_view, 9> texts{"clinic", "phone",     "hours",  "onCallPhone", "address",
                                                  "n",      "emergency", "crisis", "poison"};
  constexpr std::array<std::string_view, 4> of_plan{"time", "needs", "before", "last"};
  if ((key.starts_with("say.") && (name == "time" || name == "list")) ||
      (key.starts_with("opening.") && name == "time"))
    return true;
  if (key.starts_with("plan.") && std::find(of_plan.begin(), of_plan.end(), name) != of_plan.end()) return true;
  if (names_time(name, key)) return true;
  if (english != nullptr && key.starts_with("ui.") && english->messages().contains(key) &&
      english->messages().find(key)->second.find("{" + std::string(name) + "}") != std::string::npos)
    return true;
  return std::find(texts.begin(), texts.end(), name) != texts.end() || keys.contains("arg." + std::string(name)) ||
         std::any_of(setting_ranges.begin(), setting_ranges.end(), [&](const auto& range) { return range.id == name; });
}

class CatalogueChecker {
 public:
  CatalogueChecker(const Catalogue* english, Diagnostics& diagnostics) : english_(english), diagnostics_(diagnostics) {}

  void check(const Value& document) {
    for (const std::string_view name : {"language", "direction", "version"}) {
      const auto member = document.find(name);
      if (!member || !member->is(Kind::String) || member->text().empty())
        diagnostics_.error("missing-member", "" / name, "expected a string");
    }
    const auto reviewer = document.find("reviewedBy");
    if (!reviewer || !(reviewer->is(Kind::Null) || reviewer->is(Kind::String)))
      diagnostics_.error("missing-member", "/reviewedBy", "expected who reviewed the texts, or null");
    const auto messages = document.find("messages");
    if (!messages || !messages->is(Kind::Object))
      return diagnostics_.error("missing-member", "/messages", "expected an object of texts by key");
    for (const Value message : *messages) keys_.emplace(message.key());
    check_keys();
    for (const Value message : *messages) check_text(message);
  }

 private:
  void check_keys() {
    std::set<std::string, std::less<>> needed;
    for (std::string& key : engine_message_keys()) needed.insert(std::move(key));
    if (english_ != nullptr)
      for (const auto& [key, text] : english_->messages())
        if (key.starts_with("ui.") || key.starts_with("faq.") || key.starts_with("glossary.")) needed.insert(key);
    for (const std::string& key : needed)
      if (!keys_.contains(key))
        diagnostics_.error("missing-key", "/messages" / std::string_view(key), "there is no such text; add it");
    for (const std::string& key : keys_)
      if (!needed.contains(key))
        diagnostics_.error("extra-key", "/messages" / std::string_view(key), "nothing uses it; remove it");
  }

  void check_text(const Value& message) {
    const std::string at = "/messages" / message.key();
    if (!message.is(Kind::String) || message.text().empty())
      return diagnostics_.error("wrong-type", at, "expected a text");
    std::string_view text = message.text();
    if (message.key().starts_with("arg.") && text.find('{') != std::string_view::npos)
      diagnostics_.error("bad-template", at, "this text stands for a placeholder; it cannot hold one");
    if (text.find_first_of("<>") != std::string_view::npos)
      diagnostics_.error("markup", at, "texts are shown as they stand; remove < and >");
    for (std::size_t start = 0; (start = text.find_first_of("{}[]|", start)) != std::string_view::npos;) {
      const char open = text[start];
      const std::size_t end = open == '{'   ? text.find('}', start)
                              : open == '[' ? text.find(']', start)
                                            : std::string_view::npos;
      if (end == std::string_view::npos)
        return diagnostics_.error("bad-template", at, "a bracket or bar stands alone; write {name} or [you|they]");
      const std::string_view inside = text.substr(start + 1, end - start - 1);
      if (open == '{' && !is_placeholder(inside, message.key(), keys_, english_))
        diagnostics_.error("unknown-placeholder", at, "there is no placeholder {" + std::string(inside) + "}");
      if (open == '[' && std::count(inside.begin(), inside.end(), '|') != 1)
        diagnostics_.error("bad-template", at, "write the two forms as [you|they]");
      if (open == '[') check_inside(inside, message.key(), at);
      start = end + 1;
    }
  }

  /// Placeholders within one of the two forms.
  void check_inside(std::string_view inside, std::string_view key, const std::string& at) {
    for (std::size_t start = 0; (start = inside.find('{', start)) != std::string_view::npos; ++start) {
      const std::size_t end = inside.find('}', start);
      if (end == std::string_view::npos ||
          !is_placeholder(inside.substr(start + 1, end - start - 1), key, keys_, english_))
        diagnostics_.error("bad-template", at, "a placeholder within [ ] is not known or not closed");
    }
  }

  const Catalogue* english_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> keys_;
};

}  // namespace

void check_catalogue(const Value& document, const Content* content, Diagnostics& diagnostics) {
  if (content == nullptr)
    return diagnostics.error("not-in-this-build", "",
                             "content is checked by the command line: tiredness-check validate");
  CatalogueChecker{content->find_catalogue("en"), diagnostics}.check(document);
}

}  // namespace tiredness::json
