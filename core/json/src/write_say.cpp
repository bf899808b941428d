#include "tiredness/json/digits.hpp"
#include "write.hpp"

namespace tiredness::json {
namespace {

/// As it was given; where a file tells how long ago it was, what comes of that.
std::string session_time(const Request& request) {
  const std::string& given = request.session_as_given;
  if (given.size() > 2 && given.front() == '"') return given.substr(1, given.size() - 2);
  const ResolvedSession session = resolve(request.answers.session, request.now);
  return session.ended ? format_timestamp({*session.ended, request.now->offset_minutes}) : std::string();
}

std::string option_text(const Mark& mark, const Texts& texts) {
  const Item& question = item_of(mark.item);
  const std::string_view group = question.texts.empty() ? question.link_id : question.texts;
  return texts("item.", group, ".option.", question.options[mark.option].id);
}

std::string number_of(const Said& said, const Request& request) {
  return std::string(Digits{request.answers.number(said.saying->item).value_or(0)}.view());
}

}  // namespace

std::string said_in_words(const Said& said, const Request& request, const Texts& texts) {
  const std::string key = joined({"say.", said.saying->id});
  std::string list;
  for (const Mark& mark : said.marks) list += (list.empty() ? "" : "; ") + option_text(mark, texts);
  switch (said.saying->names) {
    case Names::Nothing: return texts(key);
    case Names::SessionTime: return texts.with({{"time", session_time(request)}}, key);
    case Names::Number: return texts.with({{"n", number_of(said, request)}}, key);
    case Names::Marks: return texts.with({{"list", list}}, key);
  }
  return key;
}

void write_say(Writer& out, const Assessment& assessment, const Request& request, const Texts& texts) {
  out.key("say").begin_array();
  for (const Said& said : assessment.say) {
    out.begin_object()
        .member("id", said.saying->id)
        .member("line", say_line_ids[static_cast<std::size_t>(said.saying->line)]);
    out.member("text", said_in_words(said, request, texts));
    if (said.saying->names == Names::SessionTime) out.member("at", session_time(request));
    if (said.saying->names == Names::Number) out.key("n").integer(*request.answers.number(said.saying->item));
    if (said.saying->names == Names::Marks) {
      out.key("list").begin_array();
      for (const Mark& mark : said.marks) out.string(option_text(mark, texts));
      out.end_array();
    }
    out.end_object();
  }
  out.end_array();
}

}  // namespace tiredness::json
