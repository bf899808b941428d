#include "tiredness/json/request.hpp"

namespace tiredness::json {
namespace {

class RequestReader {
 public:
  RequestReader(Request& request, const Reporter& report) : request_(request), report_(report) {}

  void read(const Value& document) {
    if (!document.is(Kind::Object)) return report_.wrong_type(document, "an object with 'answers'");
    if (!document.find("answers"))
      report_.diagnostics().error("missing-answers", "/answers",
                                  "there are no answers; give an object, {} where none was answered");
    for (const Value member : document) read_member(member);
    check_clinic_now(document);
  }

 private:
  void read_member(const Value& member) {
    const std::string_view key = member.key();
    if (key == "answers") return read_answers(member, request_, report_);
    if (key == "now") return read_now(member);
    if (key == "clinicNow") return read_clinic_now(member);
    if (key == "history") return read_history(member, request_, report_);
    if (key == "config") return read_config(member, true, report_, request_.config);
    if (key == "language") return read_string(member, request_.language);
    if (key == "askedThrough") return read_asked_through(member);
    if (key == "after") return read_page(member, request_.after);
    if (key == "before") return read_page(member, request_.before);
    if (key == "page") return read_page(member, request_.page);
    if (key == "shown") return read_shown(member);
    report_.warning("unknown-member", member, {"not used"});
  }

  void read_now(const Value& member) {
    if (member.is(Kind::String)) request_.now = parse_timestamp(member.text());
    if (!request_.now) report_.error("not-a-time", member, {"expected an RFC 3339 time with offset"});
  }

  void read_clinic_now(const Value& member) {
    if (member.is(Kind::String)) request_.clinic_now = parse_timestamp(member.text());
    if (!request_.clinic_now)
      report_.warning("not-a-time", member, {"expected an RFC 3339 time with offset; not used"});
  }

  /// Another moment than now would tell of a clinic that is open when it is not.
  void check_clinic_now(const Value& document) {
    if (!request_.clinic_now) return;
    constexpr std::int64_t apart = 60;
    const std::int64_t difference =
        request_.now ? request_.clinic_now->unix_seconds - request_.now->unix_seconds : apart;
    if (difference > -apart && difference < apart) return;
    request_.clinic_now.reset();
    report_.warning("not-now", *document.find("clinicNow"),
                    {"expected the same moment as now, on the clinic's clock; not used"});
  }

  void read_string(const Value& member, std::string& out) {
    if (member.is(Kind::String))
      out = member.text();
    else
      report_.error("wrong-type", member, {"expected a string"});
  }

  /// A request that was kept may name a page of an earlier version. It loses nothing but that: all pages count as asked, and
  /// what was not answered as missing. No level rests on it.
  void read_asked_through(const Value& member) {
    if (!member.is(Kind::String)) return report_.wrong_type(member, "the id of a page");
    request_.asked_through = find_page(member.text());
    if (!request_.asked_through) report_.warning("unknown-page", member, {"no such page; taken as asked to the end"});
  }

  void read_page(const Value& member, Place& out) {
    out = {true, find_page(member.text())};
    if (!out.page && member.text() != "review") report_.error("unknown-page", member, {"no such page"});
  }

  void read_shown(const Value& member) {
    if (!member.is(Kind::Array)) return report_.error("wrong-type", member, {"expected an array"});
    for (const Value element : member) {
      if (element.text() == "wake")
        request_.shown.wake = true;
      else if (element.text() == id_of(Level::Emergency))
        request_.shown.levels.add(Level::Emergency);
      else if (element.text() == id_of(Level::Crisis))
        request_.shown.levels.add(Level::Crisis);
      else
        report_.error("unknown-option", member, {"expected emergency, crisis or wake"});
    }
  }

  Request& request_;
  const Reporter& report_;
};

}  // namespace

void read_request(const Value& document, Request& request, Diagnostics& diagnostics) {
  const Reporter report{diagnostics, document};
  RequestReader{request, report}.read(document);
}

}  // namespace tiredness::json
