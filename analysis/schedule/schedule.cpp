#include "analysis/schedule/schedule.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "analysis/emissions/inventory.hpp"
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/tracking/quarters.hpp"

namespace railshift::analysis {
namespace {

constexpr const char* kCountyPollutant = "NOx";
constexpr double kGramsATonne = 1e6;
constexpr std::array kQuarterEnds{3, 6, 9, 12};

template <class Row>
std::vector<Row> rows_up_to(const std::vector<Row>& rows, Month last) {
  std::vector<Row> kept;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), [&](const Row& row) { return row.month <= last; });
  return kept;
}

template <class Row>
void keep_years(std::vector<Row>& rows, const std::set<int>& years) {
  std::erase_if(rows, [&](const Row& row) { return !years.contains(row.month.year()); });
}

/// Goods and traffic of these years alone; the register stays as it is.
ledger::Ledger goods_of_years(ledger::Ledger ledger, const std::set<int>& years) {
  keep_years(ledger.service, years);
  keep_years(ledger.traffic, years);
  keep_years(ledger.rail, years);
  keep_years(ledger.chains, years);
  keep_years(ledger.reasons, years);
  return ledger;
}

/// The families that the targets need, and what counties are shown by.
MetricTable figures_of(const ScheduleRun& run, Month last, const std::set<MetricKind>& kinds) {
  // The book of truck kilometres behind the exhaust begins with the run; all other figures of goods are of their year and the base year.
  const bool whole_past = kinds.contains(MetricKind::exhaust);
  const ledger::Ledger cut =
      whole_past ? up_to(*run.ledger, last) : goods_of_years(up_to(*run.ledger, last), {last.year(), run.world->settings.base_year});
  const Gauge gauge(*run.world, cut, {run.world->settings.id, "", "", 1});
  MetricTable table;
  const auto any = [&](std::initializer_list<MetricKind> of) {
    return std::any_of(of.begin(), of.end(), [&](MetricKind kind) { return kinds.contains(kind); });
  };
  if (any({MetricKind::rail_share})) add_rail_share(gauge, table);
  if (any({MetricKind::firms_passing})) add_firm_counts(gauge, table);
  if (any({MetricKind::rail_tonnes})) {
    add_rail_tonnes(gauge, table);
    add_growth(gauge, table);
  }
  if (any({MetricKind::tonnes_by_chain, MetricKind::tonnes_by_reason})) add_tonnes(gauge, table);
  if (any({MetricKind::rail_station_tonnes})) add_rail_station_tonnes(gauge, table);
  if (any({MetricKind::clean_share})) add_clean_share(gauge, table);
  if (any({MetricKind::clean_ok})) add_clean_ok(gauge, table);
  if (any({MetricKind::siding_access})) add_siding_access(gauge, table);
  if (any({MetricKind::register_stock, MetricKind::new_energy_stock_share, MetricKind::new_energy_new_share})) add_register(gauge, table);
  if (any({MetricKind::retired_share})) add_retired_share(gauge, table);
  if (any({MetricKind::through_km_inside})) add_through_km(gauge, table);
  if (any({MetricKind::exhaust})) add_exhaust(gauge, table);
  return table;
}

/// Ends of quarters up to the judged month, and that month, as far as the run goes.
std::vector<Month> ends_of(const Target& target, Month run_end) {
  const Period judged = judged_period(target);
  const Month last = make_month(judged.year, judged.is_year() ? 12 : judged.month);
  std::set<Month> ends;
  for (const int month : kQuarterEnds) {
    if (make_month(judged.year, month) <= last) ends.insert(make_month(judged.year, month));
  }
  ends.insert(last);
  std::vector<Month> run;
  std::copy_if(ends.begin(), ends.end(), std::back_inserter(run), [&](Month m) { return m < run_end; });
  return run;
}

/// The target's figure at the end of a month, in its unit.
std::optional<double> figure_at(const Target& target, const MetricTable& table, Month end) {
  Target any_period = target;
  any_period.scope.erase("period");
  const auto rows = rows_of(any_period, table);
  const MetricRow* row = traits_of(target.metric).stock ? row_at(rows, to_text(month_period(end))) : nullptr;
  if (row == nullptr) row = row_at(rows, to_text(year_period(end)));
  return row == nullptr ? std::nullopt : value_in(*row, target.unit);
}

using Tables = std::map<Month, MetricTable>;

/// What targets ask of each month, and the figures then.
Tables tables_of(const ScheduleRun& run, const std::map<Month, std::set<MetricKind>>& asked) {
  Tables tables;
  const Month end = Gauge(*run.world, *run.ledger, {}).end();
  for (const auto& [month, kinds] : asked) {
    if (month < end) tables.emplace(month, figures_of(run, month, kinds));
  }
  return tables;
}

std::optional<double> value_at(const MetricTable& table, std::string_view metric, Month end, const Scope& scope) {
  const MetricRow* row = find_row(table, metric, to_text(year_period(end)), scope);
  return row == nullptr ? std::nullopt : std::optional(row->value);
}

/// Tonnes of NOx on the roads of each county, month by month of a year.
using CountyNox = std::map<std::string, std::map<Month, double>>;
CountyNox nox_of_counties(const ScheduleRun& run, int year) {
  CountyNox nox;
  for (const EmissionRow& row : inventory(*run.world, *run.ledger)) {
    if (row.month.year() == year && row.pollutant == kCountyPollutant && !row.county.empty())
      nox[row.county][row.month] += row.grams / kGramsATonne;
  }
  return nox;
}

/// What a county is shown by.
struct CountyRun {
  const Tables& tables;
  CountyNox nox;
};

std::optional<double> nox_by(const CountyNox& nox, const std::string& county, Month end) {
  if (nox.empty()) return std::nullopt;
  const auto of = nox.find(county);
  double sum = 0.0;
  if (of != nox.end()) {
    for (const auto& [month, tonnes] : of->second) sum += month <= end ? tonnes : 0.0;
  }
  return sum;
}

CountyQuarter county_at(const std::string& county, const CountyRun& run, Month end) {
  const MetricTable& table = run.tables.at(end);
  Scope tonnes = full_scope(MetricKind::rail_tonnes, {{"county", county}});
  Scope share = full_scope(MetricKind::rail_share, {{"county", county}});
  return {end, value_at(table, "rail_tonnes", end, tonnes), value_at(table, "rail_share", end, share), nox_by(run.nox, county, end)};
}

/// Counties with a rail share in some quarter: codes alone, not what has none.
std::set<std::string> counties_in(const Tables& tables, int year) {
  std::set<std::string> counties;
  for (const auto& [month, table] : tables) {
    if (month.year() != year) continue;
    for (const MetricRow& row : table) {
      if (row.metric == "rail_share" && !row.county.empty() && row.county != kNoCounty) counties.insert(row.county);
    }
  }
  return counties;
}

std::vector<CountyQuarter> quarters_of(const std::string& county, const CountyRun& run, int year) {
  std::vector<CountyQuarter> quarters;
  for (const auto& [month, table] : run.tables) {
    if (month.year() == year && month.number() % 3 == 0) quarters.push_back(county_at(county, run, month));
  }
  return quarters;
}

TargetSchedule quarters_of(const Target& target, Month run_end, const Tables& of_plan, const Tables& of_baseline) {
  TargetSchedule one{target.id, {}};
  for (const Month end : ends_of(target, run_end)) {
    QuarterFigure figure{end, std::nullopt, figure_at(target, of_plan.at(end), end), std::nullopt};
    if (const auto table = of_baseline.find(end); table != of_baseline.end()) figure.baseline = figure_at(target, table->second, end);
    one.quarters.push_back(figure);
  }
  const Period judged = judged_period(target);
  const Month due = make_month(judged.year, judged.is_year() ? 12 : judged.month);
  const bool whole = !one.quarters.empty() && one.quarters.back().end == due;
  const std::optional<double> at_end = whole ? one.quarters.back().plan : std::nullopt;
  for (QuarterFigure& q : one.quarters) q.asked = q.end == due ? std::optional(target.value) : asked_by(target, q.plan, at_end);
  return one;
}

}  // namespace

ledger::Ledger up_to(const ledger::Ledger& ledger, Month last) {
  ledger::Ledger cut;
  cut.service = rows_up_to(ledger.service, last);
  cut.traffic = rows_up_to(ledger.traffic, last);
  cut.stations = rows_up_to(ledger.stations, last);
  cut.rail = rows_up_to(ledger.rail, last);
  cut.chains = rows_up_to(ledger.chains, last);
  cut.reasons = rows_up_to(ledger.reasons, last);
  cut.flows = rows_up_to(ledger.flows, last);
  cut.registers = rows_up_to(ledger.registers, last);
  cut.frozen_bases = rows_up_to(ledger.frozen_bases, last);
  cut.pools = rows_up_to(ledger.pools, last);
  return cut;
}

Schedule schedule_of(const ScheduleRun& plan, const ScheduleRun& baseline, int county_year) {
  const World& world = *plan.world;
  const Month run_end = Gauge(world, *plan.ledger, {}).end();
  std::map<Month, std::set<MetricKind>> asked;
  for (const Target& target : world.targets) {
    for (const Month end : ends_of(target, run_end)) asked[end].insert(target.metric);
  }
  for (const int month : kQuarterEnds) {
    if (county_year > 0 && make_month(county_year, month) < run_end)
      asked[make_month(county_year, month)].insert({MetricKind::rail_share, MetricKind::rail_tonnes});
  }
  const Tables of_plan = tables_of(plan, asked);
  const Tables of_baseline = baseline.ledger == nullptr ? Tables{} : tables_of(baseline, asked);
  Schedule schedule;
  schedule.county_year = county_year;
  for (const Target& target : world.targets) {
    TargetSchedule one = quarters_of(target, run_end, of_plan, of_baseline);
    const bool any = std::any_of(one.quarters.begin(), one.quarters.end(), [](const QuarterFigure& q) { return q.plan.has_value(); });
    if (any) schedule.targets.push_back(std::move(one));
  }
  const std::set<std::string> counties = counties_in(of_plan, county_year);
  if (counties.empty()) return schedule;
  const CountyRun counties_of_plan{of_plan, nox_of_counties(plan, county_year)};
  const CountyRun counties_of_baseline{of_baseline, baseline.ledger == nullptr ? CountyNox{} : nox_of_counties(baseline, county_year)};
  for (const std::string& county : counties)
    schedule.counties.push_back(
        {county, quarters_of(county, counties_of_plan, county_year), quarters_of(county, counties_of_baseline, county_year)});
  return schedule;
}

}  // namespace railshift::analysis
