#include "diff_telling.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {
namespace {

class JsonTelling : Telling {
 public:
  using Telling::Telling;

  std::string tell() {
    out_.begin_object();
    side("before", before_);
    side("after", after_);
    out_.key("states").raw(difference_.states.digits());
    list("changes", difference_.changes,
         [&](const LevelChange& change) { this->change(change.from, change.to, change.states); });
    list("written", written_, [&](const WrittenChange& change) {
      out_.member("kind", change.kind)
          .member("id", change.id)
          .member("before", change.before)
          .member("after", change.after);
    });
    list("classes", difference_.classes, [&](const AnswerClass& entry) {
      out_.member("direction", entry.calmer() ? "calmer" : "more-urgent").member("rule", rule_of(entry));
      change(entry.from, entry.to, entry.states);
      out_.member("when", reason_of(entry)).key("smallest").begin_object();
      smallest(entry.smallest);
      decided("before", ids(before_.book, entry.smallest.decided_before, entry.from), entry.from);
      decided("after", ids(after_.book, entry.smallest.decided_after, entry.to), entry.to);
      out_.end_object();
    });
    list("reasons", difference_.reasons, [&](const ReasonChange& change) {
      out_.member("rule", change.rule).member("only", change.after ? "after" : "before");
      out_.key("states").raw(change.states.digits());
      smallest_alone(change.smallest);
    });
    list("asked", difference_.asked, [&](const AskedChange& change) {
      out_.member("linkId", change.link_id).member("only", change.after ? "after" : "before");
      out_.key("states").raw(change.states.digits());
      smallest_alone(change.smallest);
    });
    return out_.end_object().take() + "\n";
  }

 private:
  void side(std::string_view key, const DiffSide& side) {
    out_.key(key).begin_object().member("name", side.name).member("version", side.book.version).end_object();
  }
  template <class Things, class Write>
  void list(std::string_view key, const Things& things, Write write) {
    out_.key(key).begin_array();
    for (const auto& thing : things) {
      out_.begin_object();
      write(thing);
      out_.end_object();
    }
    out_.end_array();
  }
  void change(Level from, Level to, const StateCount& states) {
    out_.member("from", id_of(from)).member("to", id_of(to)).key("states").raw(states.digits());
    out_.member("share", share_of(states, difference_.before.at(from)));
  }
  void smallest(const SmallestCase& smallest) {
    out_.key("case").raw(case_of(smallest));
    if (const std::string others = other_answers(smallest); !others.empty()) out_.key("otherAnswers").raw(others);
    out_.key("changes").integer(static_cast<std::int64_t>(smallest.changes)).member("words", case_in_words(smallest));
  }
  void smallest_alone(const SmallestCase& found) {
    out_.key("smallest").begin_object();
    smallest(found);
    out_.end_object();
  }
  void decided(std::string_view key, const std::vector<std::string>& ids, Level level) {
    out_.key(key).begin_object().member("level", id_of(level)).key("decidedBy").begin_array();
    for (const std::string& id : ids) out_.string(id);
    out_.end_array().end_object();
  }

  Writer out_;
};

}  // namespace

std::string diff_as_json(const DiffSide& before, const DiffSide& after, const Difference& difference) {
  return JsonTelling{before, after, difference}.tell();
}

}  // namespace tiredness::json
