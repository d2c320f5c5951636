#include "analysis/verdicts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/basis.hpp"
#include "analysis/csv_text.hpp"
#include "analysis/target_scope.hpp"

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

std::string judged_period(const Target& target) {
  const auto named = target.scope.find("period");
  return named == target.scope.end() ? to_text(due_period(target)) : named->second;
}

/// The rows of one target in each replication.
using FoundRows = std::vector<std::vector<const MetricRow*>>;

/// Mean, minimum and maximum over the replications; nothing unless all have a value.
struct Measured {
  double mean = 0.0, low = 0.0, high = 0.0;
};
std::optional<Measured> measure_at(const Target& target, const FoundRows& found, const std::string& period) {
  Measured m;
  std::size_t n = 0;
  double sum = 0.0;
  for (const auto& rows : found) {
    const MetricRow* row = row_at(rows, period);
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

/// First period in which the demand holds in every replication: months for stocks that have them, else years.
std::string first_reached(const Target& target, const FoundRows& found) {
  if (found.empty()) return {};
  std::vector<std::string> years;
  std::vector<std::string> months;
  for (const MetricRow* row : found.front()) (row->period.size() == 4 ? years : months).push_back(row->period);
  for (const std::string& period : is_stock(target.metric) && !months.empty() ? months : years) {
    const auto measured = measure_at(target, found, period);
    if (measured && decide(target, measured->low, measured->high) == Outcome::met) return period;
  }
  return {};
}

std::optional<double> observed_value(const World& world, const Target& target) {
  const Scope scope = full_scope(target);
  for (const Observed& row : world.observed) {
    if (row.metric != to_text(target.metric) || row.period != judged_period(target) || row.unit != target.unit) continue;
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
  v.force = to_text(target.force);
  v.metric = to_text(target.metric);
  v.scope = analysis::to_text(full_scope(target));
  v.due = to_string(target.due);
  v.op = to_text(target.op);
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

Verdict judge_one(const World& world, const Target& target, const std::vector<MetricTable>& replications) {
  Verdict v = labelled(world, target);
  v.observed = observed_value(world, target);
  if (!simulated(world, target)) {
    v.outcome = Outcome::not_testable;
    v.basis_reason = "not_simulated: the model has no such quantity";
    return v;
  }
  const BasisFound basis = find_basis(world, target, replications);
  v.basis = basis.basis;
  v.basis_reason = basis.reason;
  FoundRows found;
  for (const MetricTable& metrics : replications) found.push_back(rows_of(target, metrics));
  if (const auto measured = measure_at(target, found, judged_period(target))) {
    v.n = static_cast<int>(replications.size());
    fill(v, target, *measured);
    v.date_reached = first_reached(target, found);
  } else if (v.observed) {
    v.basis = Basis::observed;
    v.basis_reason = "observed: no simulated figure fits, the value is the observed one";
    fill(v, target, {*v.observed, *v.observed, *v.observed});
  } else {
    v.basis_reason += "; no_value: no metric row fits scope, period " + judged_period(target) + " and unit";
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

std::optional<double> value_of(const Target& target, const MetricTable& metrics) {
  const MetricRow* row = row_at(rows_of(target, metrics), judged_period(target));
  return row == nullptr ? std::nullopt : value_in(*row, target.unit);
}

std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications) {
  std::vector<Verdict> verdicts;
  for (const Target& target : world.targets) verdicts.push_back(judge_one(world, target, replications));
  return verdicts;
}

std::string to_csv(const std::vector<Verdict>& verdicts) {
  CsvText csv;
  for (const std::string_view column :
       {"target",        "clause",     "quote",  "force",        "metric",       "scope",   "due",     "operator",
        "threshold",     "unit",       "value",  "low",          "high",         "n",       "outcome", "basis",
        "without_order", "break_even", "margin", "basis_reason", "date_reached", "observed"}) {
    csv.field(column);
  }
  csv.end_row();
  for (const Verdict& v : verdicts) {
    csv.field(v.target).field(v.clause).field(v.quote).field(v.force).field(v.metric).field(v.scope).field(v.due).field(v.op);
    csv.field(number_text(v.threshold)).field(v.unit).field(v.value).field(v.low).field(v.high).field(std::to_string(v.n));
    csv.field(to_text(v.outcome)).field(to_text(v.basis)).field(v.without_order).field(v.break_even).field(v.margin);
    csv.field(v.basis_reason).field(v.date_reached).field(v.observed);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
