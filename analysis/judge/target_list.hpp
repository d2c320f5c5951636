#pragma once
/// 目标一览 - the targets of several scenarios in one list, with what results say of them.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/coverage.hpp"

namespace railshift::analysis {

struct ListedTarget {
  std::string city;   ///< what the scenario is called beside the others
  std::string force;  ///< how strongly the target is worded
  std::string clause, item, target, reading_of, metric, scope, op, unit, due;
  std::optional<ClauseStatus> clause_status;
  double threshold = 0.0;
  std::optional<TargetSaid> said;  ///< of the scenario's result; nothing without one, or where it says nothing of the target
};
/// Every target of a scenario; `said` is empty without a result.
[[nodiscard]] std::vector<ListedTarget> targets_of(const std::string& city, const World& world, const SaidOfTargets& said);

/// By city, clause, due day and target.
void sort(std::vector<ListedTarget>& targets);

/// Columns city, clause, item, force, clause_status, target, reading_of, metric, scope, operator, threshold, unit, due, and of the results
/// outcome, status, value, ceiling, ceiling_capacity, empty where none says anything.
[[nodiscard]] std::string to_csv(const std::vector<ListedTarget>& targets);

}  // namespace railshift::analysis
