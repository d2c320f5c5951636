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

std::optional<MonthsRun> months_run(const MetricTable& metrics, std::string_view year) {
  const auto asked = period_from_text(year);
  if (!asked || !asked->is_year()) return std::nullopt;
  std::optional<MonthsRun> found;
  for (const MetricRow& row : metrics) {
    if (row.metric != "reported_months") continue;
    const auto period = period_from_text(row.period);
    if (!period || period->year != asked->year) continue;
    // Months have rows of their own in a year that was run in part.
    if (period->is_year() && row.value == 12.0) return MonthsRun{};
    if (period->is_year()) continue;
    if (!found) found = MonthsRun{period->month, period->month};
    found->first = std::min(found->first, period->month);
    found->last = std::max(found->last, period->month);
  }
  return found;
}

bool part_of_year(const MetricTable& metrics, std::string_view period) {
  const auto months = months_run(metrics, period);
  return months && !months->whole_year();
}

}  // namespace railshift::analysis
