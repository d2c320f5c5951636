#include "analysis/judge/target_list.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {

std::vector<ListedTarget> targets_of(const std::string& city, const World& world, const SaidOfTargets& said) {
  std::vector<ListedTarget> targets;
  for (const Target& target : world.targets) {
    const Clause& clause = world.clauses[target.clause];
    ListedTarget row;
    row.city = city;
    row.force = to_text(target.force);
    row.clause = clause.id;
    row.item = clause.item;
    row.target = target.id;
    row.reading_of = target.reading_of;
    row.metric = to_text(target.metric);
    row.scope = to_text(target.scope);
    row.op = to_text(target.op);
    row.unit = target.unit;
    row.due = to_string(target.due);
    row.clause_status = clause.status;
    row.threshold = target.value;
    if (const auto of = said.find(target.id); of != said.end()) row.said = of->second;
    targets.push_back(std::move(row));
  }
  return targets;
}

void sort(std::vector<ListedTarget>& targets) {
  std::sort(targets.begin(), targets.end(), [](const ListedTarget& x, const ListedTarget& y) {
    return std::tie(x.city, x.clause, x.due, x.target) < std::tie(y.city, y.clause, y.due, y.target);
  });
}

std::string to_csv(const std::vector<ListedTarget>& targets) {
  CsvText csv;
  for (const char* column : {"city", "clause", "item", "force", "clause_status", "target", "reading_of", "metric", "scope", "operator",
                             "threshold", "unit", "due", "outcome", "status", "value", "ceiling", "ceiling_capacity", "estimate"})
    csv.field(column);
  csv.end_row();
  for (const ListedTarget& row : targets) {
    const TargetSaid said = row.said.value_or(TargetSaid{});
    csv.field(row.city).field(row.clause).field(row.item).field(row.force);
    csv.field(row.clause_status ? to_text(*row.clause_status) : std::string_view{});
    csv.field(row.target).field(row.reading_of).field(row.metric).field(row.scope).field(row.op).field(row.threshold).field(row.unit);
    csv.field(row.due).field(said.outcome).field(said.status).field(said.value).field(said.ceiling).field(said.ceiling_capacity);
    csv.field(said.estimate ? to_text(PlainReason::estimate) : std::string_view{});
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
