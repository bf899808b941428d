#include "content.hpp"

#include <cassert>

#include "embedded.hpp"

namespace tiredness::json {
namespace {

Catalogue read_catalogue(std::string_view text) {
  Diagnostics faults;
  const auto document = Document::parse(text, faults, catalogue_limit);
  assert(document && !faults.has_errors());  // `check_catalogue` is run on every shipped catalogue by the tests
  Catalogue catalogue;
  const Value root = document->root();
  catalogue.language = root.find("language")->text();
  catalogue.version = root.find("version")->text();
  if (const auto reviewer = root.find("reviewedBy")) catalogue.reviewed_by = reviewer->text();
  const Value messages = *root.find("messages");
  for (const Value message : messages) catalogue.add(std::string(message.key()), std::string(message.text()));
  return catalogue;
}

std::map<std::string, SourceText, std::less<>> read_sources() {
  Diagnostics faults;
  const auto document = Document::parse(embedded_sources(), faults);
  assert(document && !faults.has_errors());
  std::map<std::string, SourceText, std::less<>> sources;
  const Value root = document->root();
  for (const Value entry : root) {
    if (!entry.is(Kind::Object)) continue;  // $schema
    const auto url = entry.find("url");
    sources[std::string(entry.key())] = {std::string(entry.find("title")->text()), std::string(url ? url->text() : "")};
  }
  return sources;
}

}  // namespace

std::span<const Catalogue> catalogues() {
  static const auto all = [] {
    std::vector<Catalogue> read;
    for (const std::string_view text : embedded_catalogues()) read.push_back(read_catalogue(text));
    return read;
  }();
  return all;
}

const Catalogue* find_catalogue(std::string_view language) {
  for (const Catalogue& catalogue : catalogues())
    if (catalogue.language == language) return &catalogue;
  return nullptr;
}

const SourceText* find_source(std::string_view fact) {
  static const auto sources = read_sources();
  const auto found = sources.find(fact);
  return found == sources.end() ? nullptr : &found->second;
}

}  // namespace tiredness::json
