#pragma once
/// @brief The texts a visitor reads, by key.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
  virtual ~Catalogue() = default;

  std::string language;
  std::string version;
  std::string reviewed_by;  ///< empty: awaits review

  void add(std::string key, std::string text) { messages_.emplace(std::move(key), std::move(text)); }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& messages() const { return messages_; }

  /// The text with everything filled in; the key itself where there is no such message (a test shows there is none).
  /// Virtual for the linker's sake: a build in which nobody makes a catalogue leaves this out.
  [[nodiscard]] virtual std::string text(std::string_view key, std::span<const TextArgument> arguments,
                                         bool helper) const;

 private:
  void fill(std::string& out, std::string_view text, std::span<const TextArgument> arguments, bool helper) const;
  std::map<std::string, std::string, std::less<>> messages_;
};

/// The keys that questionnaire, rules and care advice need. A catalogue has these, and the browser's `ui.` and `faq.` ones.
std::vector<std::string> engine_message_keys();

}  // namespace tiredness::json
