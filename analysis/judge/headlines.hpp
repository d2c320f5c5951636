#pragma once
/// 要点 - which few rows of a comparison a reader looks for first, and in which year: the same on terminal and page.
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metrics.hpp"

namespace railshift::analysis {

/// Years with reported months, in order.
[[nodiscard]] std::vector<std::string> reported_years(const MetricTable& metrics);
/// The year in which the target is due, as periods are written.
[[nodiscard]] std::string due_year(const Verdict& verdict);
/// The year that single-year tables show: the latest reported one in which a target is due, else the last one reported in full, else the
/// last one.
[[nodiscard]] std::string focus_year(const MetricTable& metrics, const std::vector<Verdict>& verdicts);

/// Whether the row is of the whole city and in the reading of a target that leaves all readings open (rail_tonnes and rail_share by the
/// main haul, the strict clean_share ...). Exhaust is a headline of every pollutant, through traffic of every ring.
[[nodiscard]] bool is_headline(const MetricRow& key);
/// The rows of one year that are headlines, or that a target speaks of, in the order of the comparison.
[[nodiscard]] std::vector<ComparisonRow> headlines(const std::vector<ComparisonRow>& comparison, const std::vector<Verdict>& verdicts,
                                                   const std::string& year);

}  // namespace railshift::analysis
