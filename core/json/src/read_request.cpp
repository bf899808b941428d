#include "request.hpp"

namespace tiredness::json {
namespace {

class RequestReader {
 public:
  explicit RequestReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Request read(const Value& document) {
    if (!document.is(Kind::Object)) {
      diagnostics_.error("wrong-type", "", "expected an object with 'answers', found " + std::string(name_of(document.kind())));
      return {};
    }
    if (!document.find("answers"))
      diagnostics_.error("missing-answers", "/answers", "there are no answers; give an object, {} where none was answered");
    for (const Value member : document) read_member(member);
    return std::move(request_);
  }

 private:
  void read_member(const Value& member) {
    const std::string_view key = member.key();
    const std::string at = std::string_view{} / key;
    if (key == "answers") return read_answers(member, at, request_, diagnostics_);
    if (key == "now") return read_now(member, at);
    if (key == "history") return read_history(member, at, request_, diagnostics_);
    if (key == "config") {
      request_.config = read_config(member, at, true, diagnostics_);
      return;
    }
    if (key == "language") return read_string(member, at, request_.language);
    if (key == "askedThrough") return read_asked_through(member, at);
    if (key == "after") return read_page(member, at, request_.after);
    if (key == "before") return read_page(member, at, request_.before);
    if (key == "page") return read_page(member, at, request_.page);
    if (key == "shown") return read_shown(member, at);
    diagnostics_.warning("unknown-member", at, "not used");
  }

  void read_now(const Value& member, const std::string& at) {
    if (member.is(Kind::String)) request_.now = parse_timestamp(member.text());
    if (!request_.now) diagnostics_.error("not-a-time", at, "expected an RFC 3339 time with offset");
  }

  void read_string(const Value& member, const std::string& at, std::string& out) {
    if (member.is(Kind::String)) out = member.text();
    else diagnostics_.error("wrong-type", at, "expected a string");
  }

  void read_asked_through(const Value& member, const std::string& at) {
    if (member.is(Kind::String)) request_.asked_through = find_page(member.text());
    if (!request_.asked_through) diagnostics_.error("unknown-page", at, "no such page");
  }

  void read_page(const Value& member, const std::string& at, std::optional<std::string>& out) {
    if (member.is(Kind::String) && (find_page(member.text()) || member.text() == "review")) out = member.text();
    else diagnostics_.error("unknown-page", at, "no such page");
  }

  void read_shown(const Value& member, const std::string& at) {
    if (!member.is(Kind::Array)) return diagnostics_.error("wrong-type", at, "expected an array");
    for (const Value element : member) {
      if (element.text() == "wake") request_.shown.wake = true;
      else if (element.text() == id_of(Level::Emergency)) request_.shown.levels.add(Level::Emergency);
      else if (element.text() == id_of(Level::Crisis)) request_.shown.levels.add(Level::Crisis);
      else diagnostics_.error("unknown-option", at, "expected emergency, crisis or wake");
    }
  }

  Request request_;
  Diagnostics& diagnostics_;
};

}  // namespace

Request read_request(const Value& document, Diagnostics& diagnostics) {
  Request request = RequestReader{diagnostics}.read(document);
  if (!diagnostics.has_errors()) warn_about(request, diagnostics);
  return request;
}

}  // namespace tiredness::json
