// A build that links no texts: the browser fetches one language and fills the texts in itself.
#include "content.hpp"

namespace tiredness::json {

std::span<const Catalogue> catalogues() { return {}; }
const Catalogue* find_catalogue(std::string_view /*language*/) { return nullptr; }
const SourceText* find_source(std::string_view /*fact*/) { return nullptr; }
std::string Catalogue::text(std::string_view key, std::span<const TextArgument> /*arguments*/, bool /*helper*/) const {
  return std::string(key);
}
std::vector<TextArgument> text_arguments(const ClinicConfig& /*config*/, std::int64_t /*count*/) { return {}; }
std::string text_with_times(const Texts& /*texts*/, const NamedTimes& /*named*/, std::string_view key) {
  return std::string(key);
}
std::vector<std::string> engine_message_keys() { return {}; }

void check_catalogue(const Value& /*document*/, Diagnostics& diagnostics) {
  diagnostics.error("not-in-this-build", "", "content is checked by the command line: tiredness-check validate");
}

}  // namespace tiredness::json
