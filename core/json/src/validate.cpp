#include "check_catalogue.hpp"
#include "tiredness/json/engine.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/json/validate.hpp"
#include "tiredness/json/with_case.hpp"

namespace tiredness::json {
namespace {

void check_case(const Value& document, const Content* content, Diagnostics& found) {
  Request request;
  read_request(document, request, found);
  if (!found.has_errors()) warn_about(request, Facts{request.answers, request.context()}, found);
  // The page has English of its own where there are no texts here.
  if (content != nullptr || request.language != "en") choose_catalogue(request.language, content, found);
}

void check(DocumentKind kind, const Value& document, const Content* content, Diagnostics& found) {
  switch (kind) {
    case DocumentKind::Case: return check_case(document, content, found);
    case DocumentKind::Config: {
      ClinicConfig config;
      return read_config(document, false, {found, document}, config);
    }
    case DocumentKind::Content: check_catalogue(document, content, found); return;
  }
}

std::optional<DocumentKind> find_kind(std::string_view name) {
  if (name == "case") return DocumentKind::Case;
  if (name == "config") return DocumentKind::Config;
  if (name == "content") return DocumentKind::Content;
  return std::nullopt;
}

}  // namespace

Diagnostics validate_document(std::string_view text, const Content* content, std::optional<DocumentKind> kind) {
  Diagnostics found;
  const auto document = Document::parse(text, found, catalogue_limit);
  if (!document) return found;
  const Value root = document->root();
  if (!kind && root.find("answers")) kind = DocumentKind::Case;
  if (!kind && root.find("messages")) kind = DocumentKind::Content;
  if (kind != DocumentKind::Content && is_too_large(text, document_limit, found)) return found;
  check(kind.value_or(DocumentKind::Config), root, content, found);
  return found;
}

std::string validate(std::string_view request, const Content* content) {
  Diagnostics faults;
  Diagnostics found;
  const auto document = Document::parse(request, faults);
  const Found kind = document ? document->root().find("kind") : std::nullopt;
  const Found checked = document ? document->root().find("document") : std::nullopt;
  const auto known = kind ? find_kind(kind->text()) : std::nullopt;
  if (document && !known) faults.error("unknown-kind", "/kind", "expected case, config or content");
  if (document && !checked) faults.error("missing-document", "/document", "there is nothing to check");
  if (faults.has_errors() || !known || !checked) return refused(faults);
  check(*known, *checked, content, found);
  return replied([&](Writer& out) {
    out.begin_object().key("diagnostics");
    write_diagnostics(out, found);
    out.end_object();
  });
}

}  // namespace tiredness::json
