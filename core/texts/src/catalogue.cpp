#include "tiredness/json/catalogue.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "content.hpp"

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
    out += argument != arguments.end() ? argument->second : this->text("arg." + std::string(inside), arguments, helper);
  }
}

std::vector<TextArgument> text_arguments(const ClinicConfig& config, std::int64_t count) {
  std::vector<TextArgument> all;
  for_each_argument(config, count,
                    [&](std::string_view name, std::string_view value) { all.emplace_back(name, value); });
  return all;
}

std::string text_with_times(const Texts& texts, const NamedTimes& named, std::string_view key) {
  const auto time = [&](std::size_t i) { return i < named.times.size() ? format_timestamp(named.times[i]) : ""; };
  return texts.with({{"time", time(0)}, {"later", time(1)}, {"day", named.day ? format_date(*named.day) : ""}}, key);
}

}  // namespace tiredness::json
