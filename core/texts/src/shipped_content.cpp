#include "tiredness/texts/shipped_content.hpp"

#include <cassert>

#include "tiredness/json/document.hpp"
#include "tiredness/texts/embedded.hpp"

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

const Content& shipped_content() {
  static const Content content = [] {
    Content read;
    for (const std::string_view text : embedded_catalogues()) read.catalogues.push_back(read_catalogue(text));
    read.sources = read_sources();
    return read;
  }();
  return content;
}

}  // namespace tiredness::json
