#include "analysis/judge/observed.hpp"

#include <algorithm>

#include "analysis/judge/basis.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

/// What one metric table has for an observation.
struct Found {
  Match match = Match::no_metric;
  double value = 0.0;
};

/// The period of the observation, or the base year that its growth is over, was run in part.
bool is_part(const Observed& o, const Scope& scope, const MetricTable& metrics, int base_year) {
  const YearsRun years = years_run(metrics);
  const auto whole = scope.find("denominator_kind");
  const bool growth = is_growth(o.metric, whole == scope.end() ? std::string_view{} : whole->second);
  return part_of_year(years, o.period) || (growth && part_of_year(years, to_text(Period{base_year, 0})));
}

Found find(const Observed& o, const MetricTable& metrics, int base_year) {
  const auto kind = metric_from_text(o.metric);
  if (std::none_of(metrics.begin(), metrics.end(), [&](const MetricRow& r) { return r.metric == o.metric; })) {
    return {kind ? Match::no_scope : Match::no_metric};
  }
  const auto said = known_scope(o.scope);
  if (!said) return {Match::no_scope};
  const auto rows = rows_beside(o, metrics);
  if (rows.empty()) return {Match::no_scope};
  const MetricRow* row = row_at(rows, o.period);
  if (row == nullptr) return {Match::no_period};
  if (is_part(o, *said, metrics, base_year)) return {Match::part_of_year};
  const auto value = value_in(*row, o.unit);
  if (!value) return {Match::no_unit};
  return {Match::compared, *value};
}

/// The last day of a period such as 2024 or 2024-03.
Date last_day(const std::string& text) {
  const auto period = period_from_text(text);
  RAILSHIFT_EXPECTS(period.has_value(), "a period is a year or a month");
  return end_day(make_month(period->year, period->is_year() ? 12 : period->month)) - 1;
}

std::optional<BasisReason> why_no_test(const World& world, const Observed& o, const std::vector<MetricTable>& replications) {
  const auto kind = metric_from_text(o.metric);
  if (!kind) return std::nullopt;
  Target asked;
  asked.metric = *kind;
  asked.scope = parse_scope(o.scope);
  asked.due = last_day(o.period);
  asked.unit = o.unit;
  if (traits_of(*kind).splits_modes && year_of(asked.due) == world.settings.base_year) return PlainReason::stated_input;
  OrderedBy orders;
  for (const std::string& id : ordering_measures(world, asked)) {
    // A price does not set the quantity: the model can still miss what follows from it.
    const auto knob = policy::knob_of(world.measures[*world.measures.find(id)]);
    if (!knob || knob->field != policy::KnobField::price_yuan_per_t) orders.measures.push_back(id);
  }
  if (!orders.measures.empty()) return orders;
  return fixed_by_definition(world, asked, replications);
}

BesideObserved compared(const World& world, const Observed& o, const std::vector<MetricTable>& replications) {
  BesideObserved row{o.id, o.metric, o.scope, o.period, o.unit, o.source, o.value, Match::no_period, {}, {}, {}, {}};
  double sum = 0.0;
  for (const MetricTable& metrics : replications) {
    const Found found = find(o, metrics, world.settings.base_year);
    row.match = found.match;
    if (found.match != Match::compared) return row;
    sum += found.value;
  }
  if (replications.empty()) return row;
  row.simulated = sum / static_cast<double>(replications.size());
  row.difference = *row.simulated - o.value;
  if (o.value != 0.0) row.percent = 100.0 * *row.difference / o.value;
  row.no_test = why_no_test(world, o, replications);
  return row;
}

}  // namespace

std::string_view to_text(Match m) {
  switch (m) {
    case Match::compared:
      return "compared";
    case Match::no_metric:
      return "no_metric";
    case Match::no_scope:
      return "no_scope";
    case Match::no_period:
      return "no_period";
    case Match::part_of_year:
      return "part_of_year";
    case Match::no_unit:
      return "no_unit";
  }
  RAILSHIFT_EXPECTS(false, "a match has a word");
}

std::vector<BesideObserved> beside_observed(const World& world, const std::vector<MetricTable>& replications) {
  std::vector<BesideObserved> rows;
  for (const Observed& o : world.observed) rows.push_back(compared(world, o, replications));
  return rows;
}

std::vector<const MetricRow*> rows_beside(const Observed& observed, const MetricTable& metrics) {
  const auto kind = metric_from_text(observed.metric);
  const auto said = known_scope(observed.scope);
  if (!said) return {};
  return rows_of(observed.metric, kind ? full_scope(*kind, *said) : *said, metrics);
}

Checked checked(const std::vector<BesideObserved>& rows) {
  Checked sum;
  for (const BesideObserved& row : rows) {
    ++sum.rows;
    if (row.match != Match::compared) continue;
    ++sum.compared;
    if (!row.no_test) ++sum.tests;
  }
  return sum;
}

}  // namespace railshift::analysis
