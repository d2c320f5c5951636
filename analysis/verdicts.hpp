#pragma once
/// Verdicts: target x measured interval. A verdict says what it rests on and never decides on a rounded figure.
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class Outcome { met, missed, cannot_say, not_testable };
enum class Basis { emergent, ordered, by_definition, observed };
[[nodiscard]] std::string_view to_text(Outcome o);
[[nodiscard]] std::string_view to_text(Basis b);

struct Verdict {
  std::string target, clause, quote, force, metric, scope, due, op;
  double threshold = 0.0;
  std::string unit;
  std::optional<double> value, low, high;  ///< mean, minimum, maximum over replications
  int n = 0;
  Outcome outcome = Outcome::cannot_say;
  Basis basis = Basis::emergent;
  std::string basis_reason;             ///< measures that order the quantity, or why by_definition / emergent
  std::optional<double> without_order;  ///< the value when all measures that declare the metric are left out
  std::string break_even;        ///< obedience or price at which the target is just met, "" if not computed, or words ("none in 0..1")
  std::optional<double> margin;  ///< value - threshold, positive = on the right side
  std::string date_reached;      ///< first period in which the target holds, or empty
  std::optional<double> observed;
};

/// The measured value of a target in one metric table, or nothing if no row fits (cannot_say).
[[nodiscard]] std::optional<double> value_of(const Target& target, const MetricTable& metrics);

/// One metric table a replication (same world). Outcome: met / missed if the whole interval lies on one side of the threshold, else
/// cannot_say.
[[nodiscard]] std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications);

/// Metric kinds that some measure of this world declares, with the measures' ids, for one target.
[[nodiscard]] std::vector<std::string> ordering_measures(const World& world, const Target& target);

[[nodiscard]] std::string to_csv(const std::vector<Verdict>& verdicts);

}  // namespace railshift::analysis
