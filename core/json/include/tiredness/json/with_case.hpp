#pragma once
/// @brief The first steps of every function that takes a case: reads it, and chooses the texts.

#include <optional>
#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/json/request.hpp"
#include "tiredness/json/texts.hpp"

namespace tiredness::json {

/// The catalogue asked for; null where none was. A language of which there are no texts is an error: texts are never guessed.
const Catalogue* choose_catalogue(std::string_view language, const Content* content, Diagnostics& diagnostics);

/// Reads a case and hands it to `write(request, facts, texts)`. Nothing, with diagnostics, if it has errors.
template <class Write>
auto with_case(std::string_view text, const Content* content, std::string_view default_language,
               Diagnostics& diagnostics, Write write) -> std::optional<std::string> {
  const auto document = Document::parse(text, diagnostics);
  if (!document) return std::nullopt;
  Request request;
  read_request(document->root(), request, diagnostics);
  if (request.language.empty()) request.language = default_language;
  const Catalogue* catalogue = choose_catalogue(request.language, content, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const Facts facts{request.answers, request.context()};
  warn_about(request, facts, diagnostics);
  Texts texts{catalogue, request.config, facts.helper()};
  return write(request, facts, texts);
}

}  // namespace tiredness::json
