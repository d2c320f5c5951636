#include "analysis/contributions/plan_parts.hpp"

#include <algorithm>

#include "analysis/judge/measure_name.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Measures of one kind and clause are told apart by their id.
void tell_apart(std::vector<PlanPart>& measures) {
  std::vector<Words> names;
  for (const PlanPart& part : measures) names.push_back(part.name);
  for (PlanPart& part : measures) {
    const auto same_name = std::count_if(names.begin(), names.end(), [&](const Words& name) { return name.en == part.name.en; });
    if (same_name > 1) part.name = both("{}（{}）", "{} ({})", part.name, part.id);
  }
}

}  // namespace

std::string_view to_text(PartKind kind) {
  switch (kind) {
    case PartKind::measure:
      return "measure";
    case PartKind::clause:
      return "clause";
  }
  RAILSHIFT_EXPECTS(false, "a part is a measure or a clause");
}

std::vector<PlanPart> parts_of(const World& plan) {
  std::vector<PlanPart> parts;
  std::vector<PlanPart> clauses;
  for (const Measure& measure : plan.measures) {
    if (measure.layer == Layer::baseline) continue;
    parts.push_back({PartKind::measure, measure.id, {measure.id}, measure_name(plan, measure)});
    if (!measure.clause) continue;
    const std::string& clause = plan.clauses[*measure.clause].id;
    auto found = std::find_if(clauses.begin(), clauses.end(), [&](const PlanPart& part) { return part.id == clause; });
    if (found == clauses.end()) found = clauses.insert(clauses.end(), {PartKind::clause, clause, {}, {}});
    found->measures.push_back(measure.id);
  }
  tell_apart(parts);
  for (PlanPart& clause : clauses) {
    if (clause.measures.size() < 2) continue;
    clause.name = both("{}（{} 项措施合计）", "{} ({} measures together)", clause.id, clause.measures.size());
    parts.push_back(std::move(clause));
  }
  return parts;
}

bool is_whole_clause(const PlanPart& part, const std::vector<PlanPart>& parts) {
  return part.kind == PartKind::clause || std::none_of(parts.begin(), parts.end(), [&](const PlanPart& other) {
           return other.kind == PartKind::clause &&
                  std::find(other.measures.begin(), other.measures.end(), part.id) != other.measures.end();
         });
}

}  // namespace railshift::analysis
