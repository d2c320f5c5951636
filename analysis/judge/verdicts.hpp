#pragma once
/// Verdicts: target x measured interval. A verdict says what it rests on and never decides on a rounded figure.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class Outcome { met, missed, cannot_say, not_testable };
enum class Basis { emergent, ordered, by_definition, observed };
[[nodiscard]] std::string_view to_text(Outcome o);
[[nodiscard]] std::string_view to_text(Basis b);

struct Verdict {
  std::string target, clause, quote;
  Force force = Force::must;
  MetricKind metric = MetricKind::rail_share;
  Scope scope;  ///< in full
  Date due;
  Operator op = Operator::at_least;
  double threshold = 0.0;
  std::string unit;
  Period judged;                           ///< the period whose figure decides
  std::optional<double> value, low, high;  ///< mean, minimum, maximum over replications
  int n = 0;
  Outcome outcome = Outcome::cannot_say;  ///< also where the judged year was run in part (PartOfYear)
  Basis basis = Basis::emergent;
  std::vector<BasisReason> reasons;     ///< of the basis, the first one first
  std::optional<double> without_order;  ///< the value when all measures that declare the metric are left out
  std::optional<double> with_order;     ///< the plan's value on the seed of without_order; both or neither
  std::optional<double> margin;         ///< value - threshold, positive = on the right side
  std::optional<Period> reached;        ///< first period in which the target holds
  std::optional<double> observed;
  std::optional<double> ceiling;           ///< the best that the chain table allows (analysis/ceiling); in the unit
  std::optional<double> ceiling_capacity;  ///< the best with sidings, tracks and path slots
};

/// The measured value of a target in one metric table, or nothing if no row fits or its year was run in part (cannot_say).
[[nodiscard]] std::optional<double> value_of(const World& world, const Target& target, const MetricTable& metrics);

/// One metric table a replication (same world). Outcome: met / missed if the whole interval lies on one side of the threshold, else
/// cannot_say.
[[nodiscard]] std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications);

/// Metric kinds that some measure of this world declares, with the measures' ids, for one target.
[[nodiscard]] std::vector<std::string> ordering_measures(const World& world, const Target& target);

}  // namespace railshift::analysis
