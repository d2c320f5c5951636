#include "analysis/judge/headlines.hpp"

#include <algorithm>

#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

constexpr double kFullYear = 12.0;

/// The field in which a metric has several headlines.
std::string_view open_field(MetricKind metric) {
  if (metric == MetricKind::exhaust) return "numerator_kind";
  return metric == MetricKind::through_km_inside ? "ring" : "";
}

/// Not one of the months of a year that was run in part.
bool is_reported_year(const MetricRow& row) { return row.metric == "reported_months" && row.period.size() == 4; }

/// Of a clause in its main reading.
bool has_target(const MetricRow& key, const std::vector<Verdict>& verdicts) {
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& v) {
    return v.reading_of.empty() && to_text(v.metric) == key.metric && find_row({key}, key.metric, key.period, v.scope) != nullptr;
  });
}

}  // namespace

std::vector<std::string> reported_years(const MetricTable& metrics) {
  std::vector<std::string> years;
  for (const MetricRow& row : metrics) {
    if (is_reported_year(row)) years.push_back(row.period);
  }
  return years;
}

std::string due_year(const Verdict& verdict) { return to_text(year_period(month_of(verdict.due))); }

std::string focus_year(const MetricTable& metrics, const std::vector<Verdict>& verdicts) {
  std::vector<std::string> years = reported_years(metrics);
  const YearsRun run = years_run(metrics);
  const auto part = [&run](const std::string& year) { return part_of_year(run, year); };
  if (!std::all_of(years.begin(), years.end(), part)) std::erase_if(years, part);
  std::string latest_due;
  for (const Verdict& v : verdicts) {
    const std::string due = due_year(v);
    if (std::find(years.begin(), years.end(), due) != years.end()) latest_due = std::max(latest_due, due);
  }
  if (!latest_due.empty()) return latest_due;
  std::string last;
  for (const MetricRow& row : metrics) {
    if (is_reported_year(row) && (row.value == kFullYear || last.empty())) last = row.period;
  }
  return last;
}

bool is_headline(const MetricRow& key) {
  const auto metric = metric_from_text(key.metric);
  if (!metric) return false;
  Scope scope = scope_of(key);
  scope.erase(std::string(open_field(*metric)));
  return scope == full_scope(*metric, {});
}

std::vector<ComparisonRow> headlines(const std::vector<ComparisonRow>& comparison, const std::vector<Verdict>& verdicts,
                                     const std::string& year) {
  std::vector<ComparisonRow> rows;
  for (const ComparisonRow& row : comparison) {
    if (row.key.period == year && (is_headline(row.key) || has_target(row.key, verdicts))) rows.push_back(row);
  }
  return rows;
}

}  // namespace railshift::analysis
