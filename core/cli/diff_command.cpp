#include <unistd.h>

#include <iostream>

#include "commands.hpp"
#include "tiredness/diff.hpp"
#include "tiredness/json/case.hpp"
#include "tiredness/review/diff_document.hpp"
#include "tiredness/report/rules_document.hpp"

namespace tiredness::cli {
namespace {

/// The rules of a dump; or those that ship, under a config.
std::optional<RuleBook> book_of(const std::string& text, json::Diagnostics& faults) {
  if (json::looks_like_rules(text)) return json::read_rules(text, faults);
  const ClinicConfig config = json::load_config(text, faults);
  if (faults.has_errors()) return std::nullopt;
  return shipped_rule_book(config);
}

std::optional<json::DiffSide> load(const std::string& name) {
  if (name == "shipped") return json::DiffSide{name, shipped_rule_book()};
  const auto text = read_file(name);
  if (!text) return std::nullopt;
  json::Diagnostics faults;
  auto book = book_of(*text, faults);
  report(name, faults);
  if (!book) return std::nullopt;
  return json::DiffSide{name, *std::move(book)};
}

/// A line on a terminal that counts up, and is gone at the end. Nothing where nobody watches.
class ProgressLine {
 public:
  void show(unsigned done, unsigned all) const {
    if (watched_) std::cerr << "\rComparing: " << done * 100 / all << " %" << std::flush;
  }
  void clear() const {
    if (watched_) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  bool watched_ = isatty(STDERR_FILENO) != 0;
};

}  // namespace

int diff_rules(const std::string& before, const std::string& after, DiffFormat format) {
  const auto one = load(before);
  const auto other = load(after);
  if (!one || !other) return WrongUsage;
  const ProgressLine line;
  const Difference difference =
      diff(one->book, other->book, [&](unsigned done, unsigned all) { line.show(done, all); });
  line.clear();
  std::cout << (format == DiffFormat::Json ? json::diff_as_json(*one, *other, difference)
                                           : json::diff_as_markdown(*one, *other, difference));
  return difference.none() ? Done : Differs;
}

}  // namespace tiredness::cli
