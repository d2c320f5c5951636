#pragma once
/// Two runs side by side: the same metric, the same scope, the same period.
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"

namespace railshift::analysis {

struct ComparisonRow {
  MetricRow key;
  std::optional<double> first, second, difference, percent;
};
/// Yearly rows of both tables matched by metric, scope, period, unit and replication; in key order. A row that only one table has keeps its
/// one value; `difference` (second - first) and `percent` of the first need both, and `percent` is absent when the first value is 0. `key`
/// carries the scope only: labels, figures and standing of the two runs are left out.
[[nodiscard]] std::vector<ComparisonRow> compare(const MetricTable& first, const MetricTable& second);
/// Columns metric, scope fields, period, unit, baseline, plan, difference, percent (headings of the two values given by the caller).
[[nodiscard]] std::string to_csv(const std::vector<ComparisonRow>& rows, const std::string& first_name, const std::string& second_name);

}  // namespace railshift::analysis
