#include "mutants.hpp"

#include <bit>

namespace tiredness::mutation {
namespace {

constexpr std::size_t allow_list_place = 1000;
constexpr std::size_t enabling_place = 2000;

Nodes& nodes_at(Tables& tables, std::size_t where) {
  if (where >= enabling_place) return tables.enabling[where - enabling_place];
  if (where == allow_list_place) return tables.allow_list;
  return tables.rule_nodes[where];
}

void delete_rule(Tables& tables, std::size_t where, std::size_t /*node*/, int /*by*/) {
  tables.rules.erase(tables.rules.begin() + static_cast<std::ptrdiff_t>(where));
  tables.rule_nodes.erase(tables.rule_nodes.begin() + static_cast<std::ptrdiff_t>(where));
}

/// Takes out one part of the allow-list: the part becomes "all of nothing", which always holds.
void delete_line(Tables& tables, std::size_t where, std::size_t node, int /*by*/) {
  Nodes& nodes = nodes_at(tables, where);
  const std::uint8_t size = nodes[node].size;
  for (std::size_t i = node; i < node + size; ++i) nodes[i] = Node{Op::AllOf, 1, {}, 0, 0};
  nodes[node].size = size;
}

/// A setting becomes the number beside its default; a fixed number the one beside it.
void shift_threshold(Tables& tables, std::size_t where, std::size_t node, int by) {
  Node& leaf = nodes_at(tables, where)[node];
  const ClinicConfig standard;
  leaf.argument = static_cast<std::uint32_t>(value_of(leaf.argument, standard) + by);
}

void shift_count(Tables& tables, std::size_t where, std::size_t node, int by) {
  Node& leaf = nodes_at(tables, where)[node];
  leaf.count = static_cast<std::uint8_t>(leaf.count + by);
}

/// Option `by` of the mask is taken for its neighbour: the next option that is not in the mask.
void swap_option(Tables& tables, std::size_t where, std::size_t node, int by) {
  Node& leaf = nodes_at(tables, where)[node];
  const auto count = static_cast<unsigned>(item_of(leaf.item).options.size());
  leaf.argument &= ~(1U << static_cast<unsigned>(by));
  for (unsigned step = 1; step < count; ++step) {
    const std::uint32_t neighbour = 1U << ((static_cast<unsigned>(by) + step) % count);
    if ((leaf.argument & neighbour) != 0 || neighbour == 1U << static_cast<unsigned>(by)) continue;
    leaf.argument |= neighbour;
    return;
  }
}

class Collector {
 public:
  void rule(const Rule& entry, std::size_t where, const Nodes& nodes) {
    add("delete rule " + std::string(entry.id), delete_rule, where, 0, 0);
    leaves(std::string(entry.id), where, nodes);
  }

  void leaves(const std::string& name, std::size_t where, const Nodes& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      const std::string at =
          name + ", condition " + std::to_string(i) + " on " + std::string(item_of(node.item).link_id);
      if (has_threshold(node.op)) {
        add(at + ": threshold + 1", shift_threshold, where, i, 1);
        add(at + ": threshold - 1", shift_threshold, where, i, -1);
      }
      if (node.op == Op::CountAtLeast) {
        add(at + ": count + 1", shift_count, where, i, 1);
        add(at + ": count - 1", shift_count, where, i, -1);
      }
      if (!is_choice(node.op) || node.argument == ~0U) continue;
      for (unsigned option = 0; option < item_of(node.item).options.size(); ++option)
        if ((node.argument & (1U << option)) != 0)
          add(at + ": another option for " + std::string(item_of(node.item).options[option].id), swap_option, where, i,
              static_cast<int>(option));
    }
  }

  void lines(const Nodes& allow_list) {
    for (std::size_t at = 1; at < allow_list.size(); at += allow_list[at].size)
      add("allow-list without the line at " + std::to_string(at), delete_line, allow_list_place, at, 0);
    leaves("allow-list", allow_list_place, allow_list);
  }

  std::vector<Mutant> take() { return std::move(mutants_); }

 private:
  void add(std::string name, void (*change)(Tables&, std::size_t, std::size_t, int), std::size_t where,
           std::size_t node, int by) {
    mutants_.push_back({std::move(name), change, where, node, by});
  }
  std::vector<Mutant> mutants_;
};

Nodes copy(Condition condition) { return {condition.begin(), condition.end()}; }

}  // namespace

Tables shipped_tables() {
  Tables tables;
  const RuleSet& shipped = shipped_rules();
  for (const Rule& rule : shipped.rules) {
    tables.rules.push_back(rule);
    tables.rule_nodes.push_back(copy(rule.when));
  }
  tables.allow_list = copy(shipped.allow_list);
  for (std::size_t i = 0; i < items.size(); ++i)
    tables.enabling.push_back(copy(shipped_enabling(static_cast<ItemId>(i))));
  return tables;
}

RuleBook book_of(const Tables& tables) {
  RuleBook book = shipped_rule_book();
  book.rules.clear();
  for (std::size_t i = 0; i < tables.rules.size(); ++i) {
    const Rule& rule = tables.rules[i];
    book.rules.push_back({std::string(rule.id), rule.level, std::string(rule.sources), tables.rule_nodes[i]});
  }
  book.expected.when = book.not_on_allow_list.when = tables.allow_list;
  for (std::size_t i = 0; i < items.size(); ++i) book.items[i].asked_when = tables.enabling[i];
  return book;
}

std::vector<Mutant> all_mutants(const Tables& tables) {
  Collector collector;
  for (std::size_t i = 0; i < tables.rules.size(); ++i) collector.rule(tables.rules[i], i, tables.rule_nodes[i]);
  collector.lines(tables.allow_list);
  for (std::size_t i = 0; i < items.size(); ++i)
    collector.leaves("asking " + std::string(items[i].link_id), enabling_place + i, tables.enabling[i]);
  return collector.take();
}

}  // namespace tiredness::mutation
