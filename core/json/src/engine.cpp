#include "tiredness/json/engine.hpp"

#include "respond.hpp"

namespace tiredness::json {
namespace {

std::string refused(const Diagnostics& diagnostics) {
  Writer out;
  out.begin_object().key("ok").boolean(false).key("diagnostics");
  write_diagnostics(out, diagnostics);
  return out.end_object().take();
}

/// Answers with what `write` writes as the value.
template <class Write>
std::string respond(std::string_view text, Write write) {
  Diagnostics diagnostics;
  const auto answer = with_case(text, "", diagnostics, [&](const Request& request, const Facts& facts, Texts& texts) {
    Writer out;
    out.begin_object().key("ok").boolean(true).key("value");
    write(out, request, facts, texts, diagnostics);
    return out.end_object().take();
  });
  return answer ? *answer : refused(diagnostics);
}

/// Settings and language of a request that needs no answers.
struct Setup {
  ClinicConfig config;
  std::string language;
};

std::optional<Setup> read_setup(std::string_view text, Diagnostics& diagnostics) {
  const auto document = Document::parse(text, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  const Value root = document->root();
  Setup setup;
  if (!root.is(Kind::Object)) {
    diagnostics.error("wrong-type", "", "expected an object");
    return std::nullopt;
  }
  if (const auto config = root.find("config")) setup.config = read_config(*config, "/config", true, diagnostics);
  if (const auto language = root.find("language")) setup.language = language->text();
  return setup;
}

PageView view_for(const Request& request, const Facts& facts) {
  if (request.before) return previous_page(find_page(*request.before), facts);
  if (request.page && *request.page != "review") return view_page(*find_page(*request.page), facts);
  if (request.page || request.after == "review") return {};
  if (request.after) return next_page(rule_set(), find_page(*request.after), facts, request.shown);
  return next_page(rule_set(), std::nullopt, facts);
}

}  // namespace

const Catalogue* choose_catalogue(std::string_view language, Diagnostics& diagnostics) {
  if (language.empty()) return nullptr;
  const Catalogue* catalogue = find_catalogue(language);
  if (catalogue == nullptr)
    diagnostics.error("unknown-language", "/language", "there are no texts in this language here");
  return catalogue;
}

std::string assess(std::string_view request) {
  return respond(request, [](Writer& out, const Request& asked, const Facts&, const Texts& texts, const Diagnostics& found) {
    const Assessment result = tiredness::assess(rule_set(), asked.answers, asked.context(), asked.asked_through);
    write_assessment(out, result, asked, texts, found);
  });
}

std::string explain(std::string_view request) {
  return respond(request, [](Writer& out, const Request& asked, const Facts&, const Texts& texts, const Diagnostics& found) {
    const Explanation result = tiredness::explain(rule_set(), asked.answers, asked.context(), asked.asked_through);
    write_explanation(out, result, asked, texts, found);
  });
}

std::string next_page(std::string_view request) {
  return respond(request, [](Writer& out, const Request& asked, const Facts& facts, Texts& texts, const Diagnostics&) {
    write_page_view(out, view_for(asked, facts), facts, asked, texts);
  });
}

std::string questionnaire(std::string_view request) {
  Diagnostics diagnostics;
  const auto setup = read_setup(request, diagnostics);
  const Catalogue* catalogue = setup ? choose_catalogue(setup->language, diagnostics) : nullptr;
  if (diagnostics.has_errors()) return refused(diagnostics);
  Writer out;
  out.begin_object().key("ok").boolean(true).key("value");
  write_questionnaire(out, Texts{catalogue, setup->config, false});
  return out.end_object().take();
}

std::string version(std::string_view request) {
  Diagnostics diagnostics;
  const auto setup = read_setup(request, diagnostics);
  const Catalogue* catalogue = setup ? choose_catalogue(setup->language, diagnostics) : nullptr;
  if (diagnostics.has_errors()) return refused(diagnostics);
  Writer out;
  out.begin_object().key("ok").boolean(true).key("value").begin_object().key("versions");
  write_versions(out, setup->config, catalogue);
  Texts{nullptr, setup->config, false}.write_arguments(out);
  out.key("diagnostics");
  write_diagnostics(out, diagnostics);
  return out.end_object().end_object().take();
}

}  // namespace tiredness::json
