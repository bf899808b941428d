#include <algorithm>

#include "tiredness/json/content.hpp"

namespace tiredness::json {

std::string Catalogue::text(std::string_view key, std::span<const TextArgument> arguments, bool helper) const {
  std::string out;
  const auto found = messages_.find(key);
  if (found == messages_.end()) return std::string(key);
  fill(out, found->second, arguments, helper);
  return out;
}

void Catalogue::fill(std::string& out, std::string_view text, std::span<const TextArgument> arguments,
                     bool helper) const {
  while (!text.empty()) {
    const std::size_t at = text.find_first_of("{[");
    out += text.substr(0, at);
    if (at == std::string_view::npos) return;
    const bool alternative = text[at] == '[';
    const std::size_t end = text.find(alternative ? ']' : '}', at);
    if (end == std::string_view::npos) {  // check_catalogue refuses such a text
      out += text.substr(at);
      return;
    }
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    text.remove_prefix(end + 1);
    if (alternative) {
      const std::size_t bar = inside.find('|');
      fill(out, helper ? inside.substr(bar + 1) : inside.substr(0, bar), arguments, helper);
      continue;
    }
    const auto argument =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& entry) { return entry.first == inside; });
    const std::string word =
        argument != arguments.end() ? argument->second : this->text("arg." + std::string(inside), arguments, helper);
    out += word;
    // "Harbor Inc." has its period already.
    if (word.ends_with('.') && text.starts_with('.')) text.remove_prefix(1);
  }
}

const Catalogue* Content::find_catalogue(std::string_view language) const {
  for (const Catalogue& catalogue : catalogues)
    if (catalogue.language == language) return &catalogue;
  return nullptr;
}

const SourceText* Content::find_source(std::string_view fact) const {
  const auto found = sources.find(fact);
  return found == sources.end() ? nullptr : &found->second;
}

}  // namespace tiredness::json
