#include "study/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::study {
namespace {

constexpr double kWidest = 2.0;  // a range wider than twice its number says "unknown" either way

bool one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
}

/// Numbers that only turn kilometres and trucks into grams.
bool only_exhaust(const scenario::RangedInput& input) {
  if (one_of(input.table, {"emission_factors", "mileage"})) return true;
  return input.table == "values" &&
         (input.row.starts_with("grid.") || input.row.starts_with("fault.") || input.row.starts_with("road.idle") ||
          input.row.starts_with("rail.electric") || input.row.starts_with("rail.diesel") || input.row.starts_with("rail.gross"));
}

bool of_the_register(MetricKind metric) {
  switch (metric) {
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
      return true;
    case MetricKind::rail_share:
    case MetricKind::rail_tonnes:
    case MetricKind::clean_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::rail_station_tonnes:
    case MetricKind::firms_passing:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return false;
  }
  return false;
}

/// Which trucks come to the gate decides it too.
bool asks_which_trucks(MetricKind metric) {
  return metric == MetricKind::clean_share || metric == MetricKind::clean_ok || metric == MetricKind::firms_passing;
}

/// Orders on trucks work on the register, sidings, duties and gates on the choice of the mode.
bool measure_reaches(const Measure& measure, MetricKind metric) {
  const policy::Reach reach = policy::kind_of(measure).reach;
  if (asks_which_trucks(metric)) return reach != policy::Reach::through;
  if (metric == MetricKind::through_km_inside) return reach == policy::Reach::through;
  if (of_the_register(metric)) return reach == policy::Reach::register_stock;
  return reach == policy::Reach::mode || reach == policy::Reach::gate;
}

bool reaches(const World& world, MetricKind metric, const scenario::RangedInput& input) {
  if (metric == MetricKind::exhaust) return true;
  if (only_exhaust(input)) return false;
  if (input.table == "clean_rules") return metric == MetricKind::clean_ok || metric == MetricKind::firms_passing;
  if (input.table == "measure") {
    const auto measure = world.measures.find(input.row);
    return measure && measure_reaches(world.measures[*measure], metric);
  }
  const bool fleet = one_of(input.table, {"register", "survival", "purchase_shares", "mileage"});
  if (of_the_register(metric)) return fleet || input.row.starts_with("register.");
  if (input.row.starts_with("register.")) return asks_which_trucks(metric);
  if (input.table == "through" || input.table == "link") return metric == MetricKind::through_km_inside;
  if (input.table == "outside_mix") return metric == MetricKind::through_km_inside || asks_which_trucks(metric);
  if (metric == MetricKind::through_km_inside) return input.table == "outside_mix";
  return !fleet || asks_which_trucks(metric);
}

double tonnes_of(const rules::FlowRates& rates, Id<Flow> flow) { return rates.of_flow[flow.index].value; }

double all_tonnes(const World& world, const rules::FlowRates& rates) {
  double sum = 0.0;
  for (const Flow& flow : world.flows) sum += tonnes_of(rates, world.flows.id_of(flow));
  return sum;
}

/// Tonnes a year that pass a site.
double tonnes_at(const World& world, const rules::FlowRates& rates, const std::string& site) {
  double sum = 0.0;
  for (const Flow& flow : world.flows) {
    const bool here = world.sites[flow.origin].id == site || world.sites[flow.destination].id == site;
    if (here) sum += tonnes_of(rates, world.flows.id_of(flow));
  }
  return sum;
}

/// Tonnes a year that a process of the scenario runs through, at the first day that it has a figure for.
double activity_of(const World& world, const std::string& process) {
  const auto found = world.processes.find(process);
  if (!found || world.processes[*found].activity.points.empty()) return 0.0;
  return world.processes[*found].activity.points.front().t_per_year.value;
}

/// The tonnes that the number scales, by the table that it stands in.
double scaled_tonnes(const World& world, const rules::FlowRates& rates, const scenario::RangedInput& input) {
  const std::string& id = input.row;
  const auto number = input.range ? input.range->value : 0.0;
  if (input.table == "flows") {
    const auto flow = world.flows.find(id);
    return flow ? tonnes_of(rates, *flow) : 0.0;
  }
  if (one_of(input.table, {"chains", "legs"})) {
    const auto chain = world.chains.find(input.table == "chains" ? id : id.substr(0, id.rfind('.')));
    return chain ? tonnes_of(rates, world.chains[*chain].flow) : 0.0;
  }
  if (input.table == "processes") return number;
  if (input.table == "process_io") return number * activity_of(world, id.substr(0, id.find('.')));
  if (input.table == "sidings") return number * kDaysAYear;
  if (input.table == "sites") return tonnes_at(world, rates, id);
  if (one_of(input.table, {"stations_service", "rail_background", "rail_sections", "pools", "truck_classes"}))
    return 0.1 * all_tonnes(world, rates);
  return all_tonnes(world, rates);
}

double width(const scenario::RangedInput& input) {
  if (!input.range) return kWidest;  // days
  const scenario::Range& range = *input.range;
  return range.value == 0.0 ? kWidest : std::min(kWidest, (range.high - range.low) / std::abs(range.value));
}

}  // namespace

double bearing(const World& world, const rules::FlowRates& rates, MetricKind metric, const scenario::RangedInput& input) {
  if (!reaches(world, metric, input)) return 0.0;
  return scaled_tonnes(world, rates, input) * width(input);
}

Words office_of(const World& world, const scenario::RangedInput& input) {
  if (input.table == "measure") {
    const auto measure = world.measures.find(input.row);
    const auto clause = measure ? world.measures[*measure].clause : std::nullopt;
    if (clause && !world.clauses[*clause].offices.empty()) return {world.clauses[*clause].offices, world.clauses[*clause].offices};
  }
  if (one_of(input.table, {"processes", "process_io"})) return {"市能源局、市工信局、统计局", "energy, industry and statistics bureaus"};
  if (one_of(input.table, {"flows", "chains"})) return {"企业门禁台账、铁路货运中心", "gate records of the firms, rail freight centre"};
  if (one_of(input.table, {"sidings", "rail_sections", "rail_background", "rail_tariffs", "legs"}))
    return {"铁路局集团货运部、站段", "railway group, freight department"};
  if (one_of(input.table, {"register", "survival", "purchase_shares", "mileage"}))
    return {"公安交管部门", "traffic police (vehicle register)"};
  if (one_of(input.table, {"through", "outside_mix", "link", "road_rates", "pools", "truck_classes"}))
    return {"市交通局、高速公路公司", "transport bureau, expressway companies"};
  if (one_of(input.table, {"sites", "stations_service"})) return {"企业", "the firm"};
  if (one_of(input.table, {"emission_factors", "clean_rules", "county_figures"})) return {"市生态环境局", "environment bureau"};
  return {"货主问卷、专题调查", "a survey of shippers"};
}

Moved moved(const analysis::Verdict& as_given, const analysis::Verdict& at_end) {
  Moved m;
  m.value = at_end.value;
  m.margin = at_end.margin;
  m.flips = at_end.value && as_given.value && at_end.outcome != as_given.outcome;
  return m;
}

void settle(SensitivityRow& row, const analysis::Verdict& as_given) {
  row.reach = -1.0;
  for (const Moved* end : {&row.low, &row.high}) {
    if (end->margin && as_given.margin) row.reach = std::max(row.reach, std::abs(*end->margin - *as_given.margin));
  }
}

void rank(std::vector<SensitivityRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const SensitivityRow& a, const SensitivityRow& b) {
    return a.reach != b.reach ? a.reach > b.reach : a.input.path < b.input.path;
  });
}

std::string to_csv(const std::vector<SensitivityRow>& rows, Language language) {
  analysis::CsvText csv;
  for (const char* name : {"rank", "input", "value", "low", "high", "value_at_low", "value_at_high", "margin_at_low", "margin_at_high",
                           "reach", "flips", "refused", "standing", "reason", "office"})
    csv.field(name);
  csv.end_row();
  int number = 0;
  for (const SensitivityRow& r : rows) {
    const scenario::RangedInput& i = r.input;
    csv.field(std::to_string(++number)).field(i.path).field(i.value).field(i.low).field(i.high);
    csv.field(r.low.value).field(r.high.value).field(r.low.margin).field(r.high.margin);
    csv.field(r.reach < 0.0 ? std::nullopt : std::optional<double>(r.reach)).field(r.low.flips || r.high.flips ? "yes" : "no");
    csv.field((r.low.refused.empty() ? r.high.refused : r.low.refused).in(language))
        .field(i.standing)
        .field(i.reason)
        .field(r.office.in(language));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::study
