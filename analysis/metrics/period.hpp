#pragma once
/// 统计期 - reporting period: a year or one of its months; and which months of a year were run: one that was run in part is judged by
/// nobody and compared with no whole one.
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/metrics/metrics.hpp"
#include "sim/core/date.hpp"

namespace railshift::analysis {

/// Years stand before their months in key order.
struct Period {
  int year = 0;
  int month = 0;  ///< 1..12; 0 = the whole year
  friend constexpr auto operator<=>(Period, Period) = default;
  [[nodiscard]] constexpr bool is_year() const { return month == 0; }
};
[[nodiscard]] constexpr Period year_period(Month m) { return {m.year(), 0}; }
[[nodiscard]] constexpr Period month_period(Month m) { return {m.year(), m.number()}; }
/// 2024 or 2024-03
[[nodiscard]] std::string to_text(Period period);
/// What to_text writes, back; nothing for any other form.
[[nodiscard]] std::optional<Period> period_from_text(std::string_view text);

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

/// By year, of years of which some month was run.
using YearsRun = std::map<int, MonthsRun>;
/// By the rows of reported_months.
[[nodiscard]] YearsRun years_run(const MetricTable& metrics);
/// Of a year such as 2024; nothing for a month, or for a year of which none was run.
[[nodiscard]] std::optional<MonthsRun> months_run(const YearsRun& years, std::string_view year);
/// Whether the period is a year of which some months were run and others were not.
[[nodiscard]] bool part_of_year(const YearsRun& years, std::string_view period);

}  // namespace railshift::analysis
