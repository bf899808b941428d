#pragma once
/// @brief The texts that a caller has at hand. What takes a `const Content*` works without any (null): its replies then hold
/// the texts' keys, and whoever asked has the texts. The page is such a caller.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tiredness/json/catalogue.hpp"

namespace tiredness::json {

/// A source document of a fact, as content/sources.json names it.
struct SourceText {
  std::string title;
  std::string url;  ///< may be empty
};

struct Content {
  std::vector<Catalogue> catalogues;                       ///< by the names of their files
  std::map<std::string, SourceText, std::less<>> sources;  ///< by fact

  /// The catalogue of that language, or null.
  [[nodiscard]] const Catalogue* find_catalogue(std::string_view language) const;
  /// The source of that fact, or null.
  [[nodiscard]] const SourceText* find_source(std::string_view fact) const;
};

}  // namespace tiredness::json
