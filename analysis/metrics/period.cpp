#include "analysis/metrics/period.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace railshift::analysis {

std::string to_text(Period period) {
  return period.is_year() ? fmt::format("{:04}", period.year) : fmt::format("{:04}-{:02}", period.year, period.month);
}

std::optional<Period> period_from_text(std::string_view text) {
  constexpr std::size_t kYear = 4;
  constexpr std::string_view kJanuary = "-01", kFirst = "-01";
  const bool whole_year = text.size() == kYear;
  const auto day = parse_date(std::string(text) + std::string(whole_year ? kJanuary : "") + std::string(kFirst));
  if (!day) return std::nullopt;
  return whole_year ? year_period(month_of(*day)) : month_period(month_of(*day));
}

std::string to_text(MonthsRun months) { return fmt::format("{}..{}", months.first, months.last); }

YearsRun years_run(const MetricTable& metrics) {
  YearsRun years;
  for (const MetricRow& row : metrics) {
    if (row.metric != "reported_months") continue;
    const auto period = period_from_text(row.period);
    if (!period) continue;
    // Months have rows of their own in a year that was run in part.
    if (period->is_year()) {
      if (row.value == 12.0) years[period->year] = {};
      continue;
    }
    const auto [at, is_new] = years.try_emplace(period->year, MonthsRun{period->month, period->month});
    at->second.first = std::min(at->second.first, period->month);
    at->second.last = std::max(at->second.last, period->month);
  }
  return years;
}

std::optional<MonthsRun> months_run(const YearsRun& years, std::string_view year) {
  const auto period = period_from_text(year);
  const auto found = period && period->is_year() ? years.find(period->year) : years.end();
  if (found == years.end()) return std::nullopt;
  return found->second;
}

bool part_of_year(const YearsRun& years, std::string_view period) {
  const auto months = months_run(years, period);
  return months && !months->whole_year();
}

}  // namespace railshift::analysis
