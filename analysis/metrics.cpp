#include "analysis/metrics.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/csv_text.hpp"
#include "analysis/families.hpp"

namespace railshift::analysis {
namespace {

/// Key order of metrics.csv: the columns up to the unit, from left to right.
auto sort_key(const MetricRow& r) {
  return std::tie(r.scenario, r.layer, r.variant, r.replication, r.metric, r.firm, r.county, r.commodity, r.haul_class, r.numerator_kind,
                  r.basis, r.denominator_kind, r.direction, r.segment, r.standard, r.powertrain, r.ring, r.period, r.unit);
}

/// How many months of a year its figures sum: fewer than 12 where the run begins or ends inside the year.
void add_reported_months(const Gauge& gauge, MetricTable& table) {
  std::map<Period, int> months;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) ++months[year_period(m)];
  for (const auto& [year, count] : months) table.push_back(gauge.row("reported_months", year, "months", count, Standing::derived));
}

}  // namespace

MetricTable measure(const World& world, const ledger::Ledger& ledger, const RunLabel& label) {
  const Gauge gauge(world, ledger, label);
  MetricTable table;
  add_reported_months(gauge, table);
  add_rail_share(gauge, table);
  add_firm_counts(gauge, table);
  add_rail_tonnes(gauge, table);
  add_growth(gauge, table);
  add_tonnes(gauge, table);
  add_clean_share(gauge, table);
  add_register(gauge, table);
  add_retired_share(gauge, table);
  add_through_km(gauge, table);
  add_exhaust(gauge, table);
  std::sort(table.begin(), table.end(), [](const MetricRow& a, const MetricRow& b) { return sort_key(a) < sort_key(b); });
  return table;
}

std::string to_csv(const MetricTable& table) {
  CsvText csv;
  for (const std::string_view column :
       {"scenario",       "layer", "variant",          "replication", "metric",  "firm",     "county",     "commodity", "haul_class",
        "numerator_kind", "basis", "denominator_kind", "direction",   "segment", "standard", "powertrain", "ring",      "period",
        "unit",           "value", "numerator",        "denominator", "standing"}) {
    csv.field(column);
  }
  csv.end_row();
  for (const MetricRow& r : table) {
    csv.field(r.scenario).field(r.layer).field(r.variant).field(std::to_string(r.replication)).field(r.metric).field(r.firm);
    csv.field(r.county).field(r.commodity).field(r.haul_class).field(r.numerator_kind).field(r.basis).field(r.denominator_kind);
    csv.field(r.direction).field(r.segment).field(r.standard).field(r.powertrain).field(r.ring).field(r.period).field(r.unit);
    csv.field(number_text(r.value)).field(r.numerator).field(r.denominator).field(r.standing);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
