#include "hashes.hpp"

#include <algorithm>

#include "canonical.hpp"
#include "sha256.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/engine_hash.hpp"
#include "tiredness/json/diagnostic.hpp"
#include "tiredness/rules_version.hpp"
#include "tiredness/texts/embedded.hpp"
#include "tiredness/texts/shipped_content.hpp"

// `web/src/features/approval/approval.ts` takes the same hashes; a test holds the two together.

namespace tiredness::json {
namespace {

std::string hash_of_texts(std::string_view text) {
  Diagnostics faults;
  const auto document = Document::parse(text, faults, catalogue_limit);
  return sha256(canonical_members(document->root(),
                                  [](std::string_view name) { return name == "crisisWord" || name == "messages"; }));
}

/// What a visitor reads of a source: its title and its address.
std::string hash_of_sources() {
  Diagnostics faults;
  const auto document = Document::parse(embedded_sources(), faults);
  std::map<std::string_view, std::string> sources;
  const Value root = document->root();
  for (const Value source : root)
    if (source.is(Kind::Object))
      sources[source.key()] =
          canonical_members(source, [](std::string_view name) { return name == "title" || name == "url"; });
  Writer out;
  out.begin_object();
  for (const auto& [id, source] : sources) out.key(id).raw(source);
  return sha256(out.end_object().take());
}

/// What a clinic may set, but for where its approval lies: that says nothing of what it is of.
bool is_approved_setting(std::string_view name) {
  const auto has = [name](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.id == name; });
  };
  return name == "texts" || has(setting_ranges) || has(clinic_text_fields);
}

std::string hash_of_settings(const Value* config) {
  return sha256(config == nullptr ? "{}" : canonical_members(*config, is_approved_setting));
}

}  // namespace

Hashes hashes_of(const Value* config) {
  Hashes all{{"rules", std::string(rules_hash)},
             {"engine", std::string(engine_hash)},
             {"sources", hash_of_sources()},
             {"settings", hash_of_settings(config)}};
  const auto texts = embedded_catalogues();
  for (std::size_t i = 0; i < texts.size(); ++i)
    all["texts/" + shipped_content().catalogues[i].language] = hash_of_texts(texts[i]);
  return all;
}

void write_hashes(Writer& out, const Hashes& all) {
  constexpr std::string_view texts = "texts/";
  out.begin_object();
  for (const auto& [name, hash] : all)
    if (!name.starts_with(texts)) out.member(name, hash);
  out.key("texts").begin_object();
  for (const auto& [name, hash] : all)
    if (name.starts_with(texts)) out.member(std::string_view(name).substr(texts.size()), hash);
  out.end_object().end_object();
}

}  // namespace tiredness::json
