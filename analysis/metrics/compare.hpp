#pragma once
/// Two runs side by side: the same metric, the same scope, the same period.
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/period.hpp"

namespace railshift::analysis {

struct ComparisonRow {
  MetricRow key;
  std::optional<MonthsRun> first_months, second_months;  ///< of the year, where the run has it
  std::optional<double> first, second, difference, percent;
};
/// To whose months growth owes half of what it says. 0: not known.
struct BaseYears {
  int first = 0;
  int second = 0;
};
/// Yearly rows of both tables matched by metric, scope, period, unit and replication; in key order. A row that only one table has keeps its
/// one value; `difference` (second - first) and `percent` of the first need both over the same months of the year (a stock is that of its
/// last day, whatever the months), growth over the same months of the same base year too, and `percent` is absent when the first value is
/// 0. `key` carries the scope only: labels, figures and standing of the two runs are left out.
[[nodiscard]] std::vector<ComparisonRow> compare(const MetricTable& first, const MetricTable& second, BaseYears base_years = {});
/// Columns metric, scope fields, period, unit, baseline, plan, difference, percent (headings of the two values given by the caller); then
/// NAME_months, the months that the value sums (1..12 for a whole year).
[[nodiscard]] std::string to_csv(const std::vector<ComparisonRow>& rows, const std::string& first_name, const std::string& second_name);

}  // namespace railshift::analysis
