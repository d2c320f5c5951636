#include "analysis/judge/verdicts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/judge/basis.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

/// Where a value stands: the demand holds, or it fails on one side or the other.
enum class Stand : std::uint8_t { too_low, holds, too_high };

Stand stand(const Target& target, double value) {
  const bool low = value < target.value - target.tolerance;
  const bool high = value > target.value + target.tolerance;
  switch (target.op) {
    case Operator::at_least:
      return low ? Stand::too_low : Stand::holds;
    case Operator::at_most:
      return high ? Stand::too_high : Stand::holds;
    case Operator::equals:
      return low ? Stand::too_low : high ? Stand::too_high : Stand::holds;
  }
  RAILSHIFT_EXPECTS(false, "an operator decides");
}

Outcome decide(const Target& target, double low, double high) {
  const Stand at_low = stand(target, low);
  const Stand at_high = stand(target, high);
  if (at_low == Stand::holds && at_high == Stand::holds) return Outcome::met;
  return at_low == at_high ? Outcome::missed : Outcome::cannot_say;
}

double margin_of(const Target& target, double value) {
  switch (target.op) {
    case Operator::at_least:
      return value - target.value;
    case Operator::at_most:
      return target.value - value;
    case Operator::equals:
      return target.tolerance - std::abs(value - target.value);
  }
  RAILSHIFT_EXPECTS(false, "an operator has a margin");
}

Period judged_period(const Target& target) {
  const auto named = target.scope.find("period");
  const auto period = named == target.scope.end() ? std::nullopt : period_from_text(named->second);
  return period.value_or(due_period(target));
}

/// The rows of one target in each replication.
using FoundRows = std::vector<std::vector<const MetricRow*>>;

/// Mean, minimum and maximum over the replications; nothing unless all have a value.
struct Measured {
  double mean = 0.0, low = 0.0, high = 0.0;
};
std::optional<Measured> measure_at(const Target& target, const FoundRows& found, Period period) {
  Measured m;
  std::size_t n = 0;
  double sum = 0.0;
  for (const auto& rows : found) {
    const MetricRow* row = row_at(rows, to_text(period));
    const auto value = row == nullptr ? std::nullopt : value_in(*row, target.unit);
    if (!value) return std::nullopt;
    m.low = n == 0 ? *value : std::min(m.low, *value);
    m.high = n == 0 ? *value : std::max(m.high, *value);
    sum += *value;
    ++n;
  }
  if (n == 0) return std::nullopt;
  // Equal values have that value as their mean, without a rounding step in between.
  m.mean = m.low == m.high ? m.low : sum / static_cast<double>(n);
  return m;
}

/// The year to judge, or the base year that it is compared with, if not all of its months were run. A stock is that of a day.
std::optional<PartOfYear> part_of_a_year(const World& world, const Target& target, Period judged, const YearsRun& run) {
  if (is_stock(target.metric) || !judged.is_year()) return std::nullopt;
  std::vector<Period> years{judged};
  const auto whole = target.scope.find("denominator_kind");
  if (is_growth(to_text(target.metric), whole == target.scope.end() ? std::string_view{} : whole->second))
    years.push_back({world.settings.base_year, 0});
  for (const Period year : years) {
    const auto months = months_run(run, to_text(year));
    if (months && !months->whole_year()) return PartOfYear{year, *months};
  }
  return std::nullopt;
}

/// First period in which the demand holds in every replication: months for stocks that have them, else years.
std::optional<Period> first_reached(const World& world, const Target& target, const YearsRun& run, const FoundRows& found) {
  if (found.empty()) return std::nullopt;
  std::vector<Period> years;
  std::vector<Period> months;
  for (const MetricRow* row : found.front()) {
    if (const auto period = period_from_text(row->period)) (period->is_year() ? years : months).push_back(*period);
  }
  for (const Period period : is_stock(target.metric) && !months.empty() ? months : years) {
    const auto measured = measure_at(target, found, period);
    const bool holds = measured && decide(target, measured->low, measured->high) == Outcome::met;
    if (holds && !part_of_a_year(world, target, period, run)) return period;
  }
  return std::nullopt;
}

std::optional<double> observed_value(const World& world, const Target& target) {
  const Scope scope = full_scope(target);
  for (const Observed& row : world.observed) {
    if (row.metric != to_text(target.metric) || row.period != to_text(judged_period(target)) || row.unit != target.unit) continue;
    if (full_scope(target.metric, parse_scope(row.scope)) == scope) return row.value;
  }
  return std::nullopt;
}

/// Pollutants that no factor table knows and concentrations are not simulated.
bool simulated(const World& world, const Target& target) {
  if (target.metric != MetricKind::exhaust) return true;
  const auto pollutant = target.scope.find("numerator_kind");
  return pollutant != target.scope.end() && std::any_of(world.emission_factors.begin(), world.emission_factors.end(),
                                                        [&](const EmissionFactor& f) { return f.pollutant == pollutant->second; });
}

Verdict labelled(const World& world, const Target& target) {
  Verdict v;
  v.target = target.id;
  v.clause = world.clauses[target.clause].id;
  v.quote = world.clauses[target.clause].quote;
  v.force = target.force;
  v.metric = target.metric;
  v.scope = full_scope(target);
  v.due = target.due;
  v.op = target.op;
  v.judged = judged_period(target);
  v.threshold = target.value;
  v.unit = target.unit;
  return v;
}

void fill(Verdict& v, const Target& target, const Measured& measured) {
  v.value = measured.mean;
  v.low = measured.low;
  v.high = measured.high;
  v.margin = margin_of(target, measured.mean);
  v.outcome = decide(target, measured.low, measured.high);
}

Verdict judge_one(const World& world, const Target& target, const std::vector<MetricTable>& replications, const YearsRun& run) {
  Verdict v = labelled(world, target);
  v.observed = observed_value(world, target);
  if (!simulated(world, target)) {
    v.outcome = Outcome::not_testable;
    v.reasons = {PlainReason::not_simulated};
    return v;
  }
  const BasisFound basis = find_basis(world, target, replications);
  v.basis = basis.basis;
  v.reasons = {basis.reason};
  FoundRows found;
  for (const MetricTable& metrics : replications) found.push_back(rows_of(target, metrics));
  const auto part = part_of_a_year(world, target, v.judged, run);
  if (const auto measured = part ? std::nullopt : measure_at(target, found, v.judged)) {
    v.n = static_cast<int>(replications.size());
    fill(v, target, *measured);
    v.reached = first_reached(world, target, run, found);
  } else if (v.observed) {
    v.basis = Basis::observed;
    v.reasons = {PlainReason::observed};
    fill(v, target, {*v.observed, *v.observed, *v.observed});
  } else if (part) {
    v.reasons.push_back(*part);
  } else {
    v.reasons.push_back(NoValue{v.judged});
  }
  return v;
}

}  // namespace

std::string_view to_text(Outcome o) {
  switch (o) {
    case Outcome::met:
      return "met";
    case Outcome::missed:
      return "missed";
    case Outcome::cannot_say:
      return "cannot_say";
    case Outcome::not_testable:
      return "not_testable";
  }
  RAILSHIFT_EXPECTS(false, "an outcome has a word");
}

std::string_view to_text(Basis b) {
  switch (b) {
    case Basis::emergent:
      return "emergent";
    case Basis::ordered:
      return "ordered";
    case Basis::by_definition:
      return "by_definition";
    case Basis::observed:
      return "observed";
  }
  RAILSHIFT_EXPECTS(false, "a basis has a word");
}

std::optional<double> value_of(const World& world, const Target& target, const MetricTable& metrics) {
  if (part_of_a_year(world, target, judged_period(target), years_run(metrics))) return std::nullopt;
  const MetricRow* row = row_at(rows_of(target, metrics), to_text(judged_period(target)));
  return row == nullptr ? std::nullopt : value_in(*row, target.unit);
}

std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications) {
  std::vector<Verdict> verdicts;
  const YearsRun run = replications.empty() ? YearsRun{} : years_run(replications.front());
  for (const Target& target : world.targets) verdicts.push_back(judge_one(world, target, replications, run));
  return verdicts;
}

}  // namespace railshift::analysis
