#pragma once
/// @brief Checks documents that people write: cases, clinic configs and content catalogues.

#include <optional>
#include <string_view>

#include "tiredness/json/content.hpp"
#include "tiredness/json/diagnostic.hpp"

namespace tiredness::json {

enum class DocumentKind : unsigned char { Case, Config, Content };

/// Every fault of a document. Without a kind: a case where it has `answers`, content where it has `messages`, else a config.
Diagnostics validate_document(std::string_view text, const Content* content,
                              std::optional<DocumentKind> kind = std::nullopt);

}  // namespace tiredness::json
