#pragma once
/// @brief The engine's functions: one JSON document in, one out. Stateless; the command line and WebAssembly share them.
///
/// Each returns `{"ok":true,"value":…}` or `{"ok":false,"diagnostics":[…]}` and never fails otherwise: hostile input gives
/// diagnostics. `content`: the texts at hand, or null. A request that names a `language` gets texts of that language, which
/// have to be among them; one that names none gets message keys in the same places and, beside them, `args`: the values of
/// the texts' placeholders. docs/engine.md lists the members.

#include <string>
#include <string_view>

#include "tiredness/json/content.hpp"

namespace tiredness::json {

/// Decides, with reasons. Request: a case: `answers`, and optionally `now`, `history`, `config`, `language`,
/// `askedThrough`. Value: the assessment.
std::string assess(std::string_view request, const Content* content);

/// The assessment, what every rule came to (`trace`), and which other answers would change the level (`whatIf`).
std::string explain(std::string_view request, const Content* content);

/// The page to show. Request: a case, and one of `after`, `before`, `page` (a page id; none: the first page), and `shown`:
/// early results already shown.
std::string next_page(std::string_view request, const Content* content);

/// When what may be done again after a session, without a check. Request: a case; of its answers only who it is for, the
/// session's time, where the ketamine was given and whether there is a dose every day are used. Value: what is asked for
/// it, with what is missing, and the plan.
std::string plan(std::string_view request, const Content* content);

/// All pages and items with their options. Request: `{}` or `{"language":"en"}`.
std::string questionnaire(std::string_view request, const Content* content);

/// Every fault of a document. Request: `{"kind":"case"|"config"|"content","document":…}`. Value: `{"diagnostics":[…]}`.
std::string validate(std::string_view request, const Content* content);

/// Versions of engine, rules and content, and the numbers to call. Request: `{}` or `{"config":…}`.
std::string version(std::string_view request, const Content* content);

}  // namespace tiredness::json
