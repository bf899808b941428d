#include "tiredness/json/engine.hpp"

#include "tiredness/engine_hash.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/json/with_case.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {

/// Writes the value of a reply.
using Write = void (*)(Writer& out, const Request& request, const Facts& facts, Texts& texts,
                       const Diagnostics& diagnostics);

std::string respond(std::string_view text, const Content* content, Write write) {
  Diagnostics diagnostics;
  const auto answer =
      with_case(text, content, "", diagnostics, [&](const Request& request, const Facts& facts, Texts& texts) {
        return replied([&](Writer& out) { write(out, request, facts, texts, diagnostics); });
      });
  return answer ? *answer : refused(diagnostics);
}

/// The same for a request that needs no answers.
using WriteWithoutCase = void (*)(Writer& out, const Catalogue* catalogue, const ClinicConfig& config,
                                  const Diagnostics& diagnostics);

std::string respond_without_case(std::string_view text, const Content* content, WriteWithoutCase write) {
  Diagnostics diagnostics;
  ClinicConfig config;
  const Catalogue* catalogue = nullptr;
  if (const auto document = Document::parse(text, diagnostics); document && !diagnostics.has_errors()) {
    const Value root = document->root();
    if (!root.is(Kind::Object)) diagnostics.error("wrong-type", "", "expected an object");
    if (const auto given = root.find("config")) read_config(*given, true, {diagnostics, root}, config);
    if (const auto language = root.find("language"))
      catalogue = choose_catalogue(language->text(), content, diagnostics);
  }
  if (diagnostics.has_errors()) return refused(diagnostics);
  return replied([&](Writer& out) { write(out, catalogue, config, diagnostics); });
}

PageView view_for(const Request& request, const Facts& facts) {
  if (request.before.given) return previous_page(request.before.page, facts);
  if (request.page.given) return request.page.page ? view_page(*request.page.page, facts) : PageView{};
  if (request.after.given && !request.after.page) return {};
  return next_page(rule_set(), request.after.page, facts, request.shown);
}

}  // namespace

const Catalogue* choose_catalogue(std::string_view language, const Content* content, Diagnostics& diagnostics) {
  if (language.empty()) return nullptr;
  const Catalogue* catalogue = content == nullptr ? nullptr : content->find_catalogue(language);
  if (catalogue == nullptr)
    diagnostics.error("unknown-language", "/language", "there are no texts in this language here");
  return catalogue;
}

std::string assess(std::string_view request, const Content* content) {
  return respond(
      request, content, [](Writer& out, const Request& asked, const Facts&, Texts& texts, const Diagnostics& found) {
        const Assessment result = tiredness::assess(rule_set(), asked.answers, asked.context(), asked.asked_through);
        write_assessment(out, result, asked, texts, found);
      });
}

std::string explain(std::string_view request, const Content* content) {
  return respond(
      request, content, [](Writer& out, const Request& asked, const Facts&, Texts& texts, const Diagnostics& found) {
        const Explanation result = tiredness::explain(rule_set(), asked.answers, asked.context(), asked.asked_through);
        write_explanation(out, result, asked, texts, found);
      });
}

std::string next_page(std::string_view request, const Content* content) {
  return respond(request, content,
                 [](Writer& out, const Request& asked, const Facts& facts, Texts& texts, const Diagnostics&) {
                   write_page_view(out, view_for(asked, facts), facts, asked, texts);
                 });
}

std::string plan(std::string_view request, const Content* content) {
  return respond(request, content,
                 [](Writer& out, const Request& asked, const Facts&, Texts& texts, const Diagnostics& found) {
                   const Facts facts = facts_without_check(asked.answers, asked.context());
                   write_plan_view(out, plan_without_check(facts, asked.now), facts, texts, found);
                 });
}

std::string questionnaire(std::string_view request, const Content* content) {
  return respond_without_case(
      request, content, [](Writer& out, const Catalogue* catalogue, const ClinicConfig& config, const Diagnostics&) {
        write_questionnaire(out, Texts{catalogue, config, false});
      });
}

std::string version(std::string_view request, const Content* content) {
  return respond_without_case(
      request, content,
      [](Writer& out, const Catalogue* catalogue, const ClinicConfig& config, const Diagnostics& found) {
        out.begin_object().key("versions");
        write_versions(out, config, catalogue);
        out.member("engineHash", engine_hash);
        Texts{nullptr, config, false}.write_arguments(out);
        out.key("diagnostics");
        write_diagnostics(out, found);
        out.end_object();
      });
}

}  // namespace tiredness::json
