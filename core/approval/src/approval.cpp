#include "tiredness/approval/approval.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "hashes.hpp"
#include "tiredness/clinic_config.hpp"
#include "tiredness/json/reply.hpp"
#include "tiredness/json/reporter.hpp"
#include "tiredness/timestamp.hpp"

// The decisions that are the clinic's, embedded while building (core/content/decisions.json).
extern const std::string_view clinical_decisions;

namespace tiredness::json {
namespace {

// `web/src/features/approval/approval.ts` reads an approval in the same way; a test holds the two together.
constexpr std::size_t note_limit = 1000;  ///< bytes
constexpr std::size_t approval_limit =
    std::size_t{60} * 1024;  ///< bytes: a document of the engine's, with room for a request around it

std::vector<std::string> decision_ids() {
  Diagnostics faults;
  const auto document = Document::parse(clinical_decisions, faults, catalogue_limit);
  std::vector<std::string> ids;
  const Value groups = *document->root().find("groups");
  for (const Value group : groups) {
    const Value decisions = *group.find("decisions");
    for (const Value decision : decisions) ids.emplace_back(decision.find("id")->text());
  }
  return ids;
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The day a year later, as a date: text compares as the days do.
std::string year_after(std::string_view date) {
  const int year = std::stoi(std::string(date.substr(0, 4))) + 1;
  return std::to_string(year) + std::string(date.substr(4));
}

class ApprovalReader {
 public:
  ApprovalReader(const Value& root, const Hashes& hashes, std::string_view today, ApprovalVerdict& verdict)
      : root_(root), hashes_(hashes), today_(today), verdict_(verdict), report_(verdict.faults, root) {}

  void read() {
    if (!root_.is(Kind::Object)) return report_.wrong_type(root_, "an object");
    expect_known(root_, known);
    const std::string_view clinic = text("clinic");
    const std::string_view name = text("name");
    const std::string_view credential = text("credential");
    const std::string_view date = read_date();
    read_status();
    read_hashes();
    read_decisions();
    if (verdict_.faults.has_errors()) return;
    verdict_.said = joined({"Approved for ", clinic, " by ", name, ", ", credential, ", on ", date, "."});
  }

 private:
  static constexpr std::array<std::string_view, 8> known{"$schema",    "status", "clinic", "name",
                                                         "credential", "date",   "hashes", "decisions"};
  static constexpr std::array<std::string_view, 5> known_hashes{"rules", "engine", "texts", "sources", "settings"};
  static constexpr std::array<std::string_view, 3> known_of_decision{"decision", "shouldBe", "note"};

  void expect_known(const Value& object, std::span<const std::string_view> names) {
    for (const Value member : object)
      if (std::find(names.begin(), names.end(), member.key()) == names.end())
        report_.error("unknown-member", member, {"there is no such member; take it out"});
  }

  /// The member, where it is there and of that kind.
  Found expect(const Value& object, std::string_view name, Kind kind) {
    const auto member = object.find(name);
    if (!member) {
      verdict_.faults.error("missing-member", report_.pointer_to(object) / name, "this is missing");
      return std::nullopt;
    }
    if (member->is(kind)) return member;
    report_.wrong_type(*member, name_of(kind));
    return std::nullopt;
  }

  /// One line that shows what it says, as in the settings.
  std::string_view text(std::string_view name) {
    const auto member = expect(root_, name, Kind::String);
    if (!member) return {};
    if (problem_in(TextKind::Plain, member->text()))
      report_.error("not-acceptable", *member, {"expected one line of text, 1 to 200 bytes"});
    return member->text();
  }

  std::string_view read_date() {
    const auto date = expect(root_, "date", Kind::String);
    if (!date) return {};
    if (!parse_date(date->text())) {
      report_.error("not-acceptable", *date, {"expected a date, such as 2026-11-27"});
    } else if (date->text() > today_) {
      report_.error("future-date", *date, {"this day is still to come"});
    } else if (year_after(date->text()) < today_) {
      report_.warning("old-approval", *date, {"this is older than a year; approve again"});
    }
    return date->text();
  }

  void read_status() {
    const auto status = expect(root_, "status", Kind::String);
    if (!status || status->text() == "approved") return;
    if (status->text() == "open")
      report_.error("not-approved", *status, {"not every decision was made, or one asks for something else"});
    else
      report_.error("not-acceptable", *status, {"expected approved or open"});
  }

  void read_hashes() {
    const auto given = expect(root_, "hashes", Kind::Object);
    if (!given) return;
    expect_known(*given, known_hashes);
    const auto texts = expect(*given, "texts", Kind::Object);
    for (const auto& [name, hash] : hashes_) {
      const std::size_t slash = name.find('/');
      if (slash == std::string::npos)
        expect_hash(*given, name, hash);
      else if (texts)
        expect_hash(*texts, std::string_view(name).substr(slash + 1), hash);
    }
    if (!texts) return;
    for (const Value one : *texts)
      if (!hashes_.contains("texts/" + std::string(one.key())))
        report_.error("unknown-member", one, {"there are no texts in this language here"});
  }

  void expect_hash(const Value& object, std::string_view name, std::string_view hash) {
    const auto given = expect(object, name, Kind::String);
    if (!given) return;
    if (!is_hash(given->text()))
      report_.error("not-acceptable", *given, {"expected a SHA-256 in 64 digits"});
    else if (given->text() != hash)
      report_.error("other-hash", *given, {"approved was ", given->text(), ", here is ", hash});
  }

  void read_decisions() {
    const auto given = expect(root_, "decisions", Kind::Object);
    if (!given) return;
    const std::vector<std::string> ids = decision_ids();
    for (const std::string& id : ids)
      if (!given->find(id))
        verdict_.faults.error("undecided", report_.pointer_to(*given) / std::string_view(id),
                              "nobody has decided this");
    for (const Value decision : *given) {
      if (std::find(ids.begin(), ids.end(), decision.key()) == ids.end())
        report_.error("unknown-member", decision, {"there is no such decision"});
      else
        read_decision(decision);
    }
  }

  void read_decision(const Value& decision) {
    if (!decision.is(Kind::Object)) return report_.wrong_type(decision, "an object");
    expect_known(decision, known_of_decision);
    for (const std::string_view name : {"shouldBe", "note"}) {
      const auto note = decision.find(name);
      if (note && !note->is(Kind::String))
        report_.wrong_type(*note, name_of(Kind::String));
      else if (note && note->text().size() > note_limit)
        report_.error("not-acceptable", *note, {"expected at most 1000 bytes"});
    }
    const auto said = expect(decision, "decision", Kind::String);
    if (!said || said->text() == "approve") return;
    if (said->text() == "change")
      report_.error("not-approved", *said, {"this should be something else"});
    else
      report_.error("not-acceptable", *said, {"expected approve or change"});
  }

  Value root_;
  const Hashes& hashes_;
  std::string_view today_;
  ApprovalVerdict& verdict_;
  Reporter report_;
};

/// Anything but an object would count as no settings, and so as the defaults.
void expect_settings(const Value& config, std::string_view pointer, Diagnostics& faults) {
  if (!config.is(Kind::Object)) faults.error("wrong-type", pointer, "expected an object: the settings");
}

}  // namespace

std::string hashes(std::string_view request) {
  Diagnostics faults;
  const auto document = Document::parse(request, faults);
  const Found config = document ? document->root().find("config") : std::nullopt;
  if (document && !document->root().is(Kind::Object)) faults.error("wrong-type", "", "expected an object");
  if (config) expect_settings(*config, "/config", faults);
  if (faults.has_errors()) return refused(faults);
  return replied([&](Writer& out) { write_hashes(out, hashes_of(config ? &*config : nullptr)); });
}

ApprovalVerdict check_approval(std::string_view text, std::string_view config, std::string_view today) {
  ApprovalVerdict verdict;
  const auto settings = Document::parse(config, verdict.faults);
  const auto approval = Document::parse(text, verdict.faults, approval_limit);
  if (!settings || !approval) return verdict;
  const Value config_root = settings->root();
  expect_settings(config_root, "", verdict.faults);
  if (verdict.faults.has_errors()) return verdict;
  const Hashes hashes = hashes_of(&config_root);
  ApprovalReader{approval->root(), hashes, today, verdict}.read();
  return verdict;
}

}  // namespace tiredness::json
