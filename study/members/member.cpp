#include "study/members/member.hpp"

#include <set>

#include "analysis/judge/headlines.hpp"
#include "analysis/judge/observed.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::study {

analysis::MetricTable kept_rows(const World& world, const analysis::MetricTable& metrics) {
  std::set<const analysis::MetricRow*> asked;
  for (const Target& target : world.targets) {
    for (const analysis::MetricRow* row : analysis::rows_of(target, metrics)) asked.insert(row);
  }
  for (const Observed& observed : world.observed) {
    for (const analysis::MetricRow* row : analysis::rows_beside(observed, metrics)) asked.insert(row);
  }
  analysis::MetricTable kept;
  for (const analysis::MetricRow& row : metrics) {
    const bool yearly = row.period.size() == 4;
    const bool says_how = row.metric == "reported_months" || (yearly && row.metric == analysis::kUnservedShare);
    if (says_how || asked.contains(&row) || (yearly && analysis::is_headline(row))) kept.push_back(row);
  }
  return kept;
}

}  // namespace railshift::study
