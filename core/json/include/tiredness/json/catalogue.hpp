#pragma once
/// @brief The texts a visitor reads, by key. A build that shows texts itself (the browser) links none.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiredness::json {

/// Name and value of a placeholder.
using TextArgument = std::pair<std::string_view, std::string>;

/// The catalogue of one language.
///
/// A text may hold `{name}`, replaced by an argument or else by the message `arg.<name>`; and `[you|they]`, of which the
/// first form is taken for a visitor and the second for someone who helps another person.
class Catalogue {
 public:
  std::string language;
  std::string version;
  std::string reviewed_by;  ///< empty: awaits review

  void add(std::string key, std::string text) { messages_.emplace(std::move(key), std::move(text)); }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& messages() const { return messages_; }

  /// The text with everything filled in; the key itself where there is no such message (a test shows there is none).
  [[nodiscard]] std::string text(std::string_view key, std::span<const TextArgument> arguments, bool helper) const;

 private:
  void fill(std::string& out, std::string_view text, std::span<const TextArgument> arguments, bool helper) const;
  std::map<std::string, std::string, std::less<>> messages_;
};

/// Every linked catalogue, by the name of its file.
std::span<const Catalogue> catalogues();

/// The linked catalogue of that language, or null.
const Catalogue* find_catalogue(std::string_view language);

/// A source document of a fact, as content/sources.json names it.
struct SourceText {
  std::string title;
  std::string url;  ///< may be empty
};
/// Null where this build links no texts, or there is no such fact.
const SourceText* find_source(std::string_view fact);

/// The keys that questionnaire, rules and care advice need. A catalogue has these, and the browser's `ui.` and `faq.` ones.
std::vector<std::string> engine_message_keys();

}  // namespace tiredness::json
