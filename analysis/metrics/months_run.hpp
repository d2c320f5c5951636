#pragma once
/// 有结果的月份 - which months of a year were run: a year that was run in part is judged by nobody and compared with no whole one.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/metrics/metrics.hpp"

namespace railshift::analysis {

/// Months of one year, both included.
struct MonthsRun {
  int first = 1;
  int last = 12;
  friend constexpr auto operator<=>(MonthsRun, MonthsRun) = default;
  [[nodiscard]] constexpr int count() const { return last - first + 1; }
  [[nodiscard]] constexpr bool whole_year() const { return first == 1 && last == 12; }
};
/// 1..6, which no spreadsheet takes for a day
[[nodiscard]] std::string to_text(MonthsRun months);

/// Of a year such as 2024, by the rows of reported_months; nothing for a month, or for a year of which none was run.
[[nodiscard]] std::optional<MonthsRun> months_run(const MetricTable& metrics, std::string_view year);
/// Whether the period is a year of which some months were run and others were not.
[[nodiscard]] bool part_of_year(const MetricTable& metrics, std::string_view period);

}  // namespace railshift::analysis
