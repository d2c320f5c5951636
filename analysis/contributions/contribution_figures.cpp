#include "analysis/contributions/contribution_figures.hpp"

#include <algorithm>
#include <set>

#include "analysis/judge/headlines.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kBill = "transport_bill";

bool ran_whole(const YearsRun& years, const std::string& year) {
  const auto months = months_run(years, year);
  return months && months->whole_year();
}

std::set<std::string> years_to_show(const std::vector<Verdict>& verdicts, const MetricTable& plan) {
  const YearsRun run = years_run(plan);
  std::set<std::string> due, whole;
  for (const std::string& year : reported_years(plan)) {
    if (ran_whole(run, year)) whole.insert(year);
  }
  for (const Verdict& v : verdicts) {
    if (whole.count(due_year(v)) > 0) due.insert(due_year(v));
  }
  if (!due.empty() || whole.empty()) return due;
  return {*whole.rbegin()};
}

bool is_shown_pollutant(const std::string& pollutant) { return pollutant == "NOx" || pollutant == "PM2.5" || pollutant.starts_with("CO2"); }

/// Stocks of the whole city that a plan on trucks is after: old ones, and those without exhaust.
bool is_shown_stock(const Scope& scope) {
  static const std::set<std::string> shown{"<=" + std::string(to_text(Standard::china3)), "<=" + std::string(to_text(Standard::china4)),
                                           std::string(to_text(Standard::zero_exhaust))};
  const auto standard = scope.find("standard");
  return scope.size() == 1 && standard != scope.end() && shown.count(standard->second) > 0;
}

bool is_city_figure(const MetricRow& row) {
  if (row.metric == kBill) return scope_of(row).empty();
  const auto metric = metric_from_text(row.metric);
  if (metric == MetricKind::register_stock) return is_shown_stock(scope_of(row));
  if (metric == MetricKind::exhaust) return is_headline(row) && is_shown_pollutant(row.numerator_kind);
  return (metric == MetricKind::rail_tonnes || metric == MetricKind::through_km_inside || metric == MetricKind::new_energy_stock_share) &&
         is_headline(row);
}

/// Whether what was carried says something: few goods were left behind in the year.
bool carried(const World& plan, const ContributionFigure& figure, const MetricTable& metrics) {
  Target asked;
  // What is paid is paid for all goods, as rail tonnes of the city rest on all of them.
  const auto metric = figure.metric == kBill ? MetricKind::rail_tonnes : metric_from_text(figure.metric);
  const auto period = period_from_text(figure.period);
  if (!metric || !period) return true;
  asked.metric = *metric;
  asked.scope = figure.scope;
  const auto unserved = unserved_share(asked, period->year, metrics);
  return !unserved || !too_much_left(plan, asked, *unserved);
}

/// Which firms have a siding says who is counted, or by which of two yardsticks.
bool counts_the_same_firms(const World& plan, const World& run, const ContributionFigure& figure) {
  if (!depends_on_sidings(figure.scope)) return true;
  const auto period = period_from_text(figure.period);
  return period && listed_with_siding(plan, period->year) == listed_with_siding(run, period->year);
}

}  // namespace

std::vector<ContributionFigure> contribution_figures(const std::vector<Verdict>& verdicts, const MetricTable& plan) {
  std::vector<ContributionFigure> figures;
  for (const Verdict& v : verdicts) {
    if (!v.value || v.basis == Basis::observed) continue;
    figures.push_back(
        {v.target, std::string(to_text(v.metric)), v.scope, to_text(v.judged), v.unit, Demand{v.op, v.threshold}, v.reading_of});
  }
  for (const std::string& year : years_to_show(verdicts, plan)) {
    for (const MetricRow& row : plan) {
      if (row.period == year && is_city_figure(row)) figures.push_back({"", row.metric, scope_of(row), year, row.unit, std::nullopt, {}});
    }
  }
  return figures;
}

FigureValues values_of(const World& plan, const std::vector<ContributionFigure>& figures, const FiguresOfRun& run) {
  const YearsRun years = years_run(run.metrics);
  FigureValues values;
  for (const ContributionFigure& figure : figures) {
    if (!carried(plan, figure, run.metrics)) {
      values.emplace_back();
      continue;
    }
    if (!figure.target.empty()) {
      const Target& target = plan.targets[*plan.targets.find(figure.target)];
      values.push_back(counts_the_same_firms(plan, run.world, figure) ? value_of(plan, target, run.metrics) : std::nullopt);
      continue;
    }
    const MetricRow* row = ran_whole(years, figure.period) ? find_row(run.metrics, figure.metric, figure.period, figure.scope) : nullptr;
    values.push_back(row == nullptr ? std::nullopt : std::optional(row->value));
  }
  return values;
}

}  // namespace railshift::analysis
