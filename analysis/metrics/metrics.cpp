#include "analysis/metrics/metrics.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/metric_columns.hpp"

namespace railshift::analysis {

void add_reported_months(const Gauge& gauge, MetricTable& table) {
  std::map<Period, std::vector<Month>> years;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) years[year_period(m)].push_back(m);
  const auto add = [&](Period period, std::size_t count) {
    table.push_back(gauge.row("reported_months", period, "months", static_cast<double>(count), Standing::derived));
  };
  for (const auto& [year, months] : years) {
    add(year, months.size());
    if (months.size() == 12) continue;
    for (const Month m : months) add(month_period(m), 1);
  }
}

MetricTable measure(const World& world, const ledger::Ledger& ledger, const RunLabel& label) {
  const Gauge gauge(world, ledger, label);
  MetricTable table;
  add_reported_months(gauge, table);
  add_rail_share(gauge, table);
  add_firm_counts(gauge, table);
  add_rail_tonnes(gauge, table);
  add_growth(gauge, table);
  add_rail_wishes(gauge, table);
  add_tonnes(gauge, table);
  add_rail_station_tonnes(gauge, table);
  add_accepted_shares(gauge, table);
  add_transport_bill(gauge, table);
  add_clean_share(gauge, table);
  add_clean_ok(gauge, table);
  add_siding_access(gauge, table);
  add_unserved_share(gauge, table);
  add_register(gauge, table);
  add_retired_share(gauge, table);
  add_through_km(gauge, table);
  add_truck_km(gauge, table);
  add_exhaust(gauge, table);
  std::sort(table.begin(), table.end(), key_less);
  return table;
}

std::string to_csv(const MetricTable& table) {
  CsvText csv;
  for (const MetricColumn& column : metric_columns()) csv.field(column.name);
  csv.end_row();
  for (const MetricRow& row : table) {
    for (const MetricColumn& column : metric_columns()) csv.field(cell_text(column, row));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
