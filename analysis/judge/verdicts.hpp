#pragma once
/// Verdicts: target x measured interval. A verdict says what it rests on and never decides on a rounded figure.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class Outcome { met, missed, cannot_say, not_testable };
/// How a target stands in an assessment, from what nothing can change to what would change it: the first that holds.
enum class Status : std::uint8_t {
  not_testable,         ///< the model has no such quantity
  impossible_reading,   ///< not even with every tonne on a chain of this kind
  impossible_capacity,  ///< not within sidings, tracks, paths and the days on which they open
  cannot_say,           ///< part of a year, goods left behind, no figure, an interval on both sides
  on_track,             ///< met as assumed
  if_executed,          ///< not as assumed, but with every order obeyed and every project on its stated day
  late,                 ///< met as assumed in a period after the due one
  missed
};
enum class Basis { emergent, ordered, by_definition, observed };
[[nodiscard]] std::string_view to_text(Outcome o);
[[nodiscard]] std::string_view to_text(Status s);
[[nodiscard]] std::string_view to_text(Basis b);

struct Verdict {
  std::string target, clause, quote;
  std::string reading_of;  ///< 口径: id of the main target that this one reads in another way; empty: none
  Words reading;           ///< what an office calls it; of a main target with readings too
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
  Outcome outcome = Outcome::cannot_say;  ///< also of a year run in part (PartOfYear) or with goods left behind (NotServed)
  Basis basis = Basis::emergent;
  std::vector<BasisReason> reasons;     ///< of the basis, the first one first
  std::optional<double> without_order;  ///< the value when all measures that declare the metric are left out
  std::optional<double> with_order;     ///< the plan's value on the seed of without_order; both or neither
  std::optional<double> margin;         ///< value - threshold, positive = on the right side
  std::optional<Period> reached;        ///< first period in which the target holds
  std::optional<double> observed;
  std::optional<double> unserved_share;    ///< greatest of the replications, of the goods behind the figure (judge/unserved.hpp)
  std::optional<double> last_12_months;    ///< to the month of the due day, where the metric has months; mean over replications
  std::optional<double> month_of_due;      ///< of that month alone
  std::optional<Status> status;            ///< of an assessment (judge/status.hpp); a run alone does not know what executing the plan gives
  std::optional<double> value_executed;    ///< one run of the plan as executed, on the first seed
  std::optional<double> ceiling;           ///< the best that the chain table allows (analysis/ceiling); in the unit
  std::optional<double> ceiling_capacity;  ///< the best with sidings, tracks and path slots, within opening days
  /// Last day of the period from which on it holds up to the judged one, or of the first period after it in which it holds.
  std::optional<Date> reached_on;
};

/// Whether it is the main reading (主口径) of a clause that is judged in several.
[[nodiscard]] inline bool is_main_reading(const Verdict& v) { return v.reading_of.empty() && !v.reading.empty(); }

/// Whether it rests on an estimate by the month.
[[nodiscard]] bool is_estimate(const Verdict& v);
/// Says of every verdict that it does.
void mark_estimates(std::vector<Verdict>& verdicts);

/// Where a value stands: the demand holds (within its tolerance), or it fails on one side or the other.
enum class Stand : std::uint8_t { too_low, holds, too_high };
[[nodiscard]] Stand stand(const Target& target, double value);

/// The measured value of a target in one metric table, or nothing if no row fits or its year was run in part (cannot_say).
[[nodiscard]] std::optional<double> value_of(const World& world, const Target& target, const MetricTable& metrics);

/// One metric table a replication (same world). Outcome: met / missed if the whole interval lies on one side of the threshold, else
/// cannot_say; so is what sums carried goods (MetricTraits) with more than `verdict.unserved_limit` of them left behind in its year.
/// In judged_order.
[[nodiscard]] std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications);

/// Metric kinds that some measure of this world declares, with the measures' ids, for one target.
[[nodiscard]] std::vector<std::string> ordering_measures(const World& world, const Target& target);

}  // namespace railshift::analysis
