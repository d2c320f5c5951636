#include "analysis/judge/recent_months.hpp"

#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

bool was_run(const YearsRun& run, Month month) {
  const auto year = run.find(month.year());
  return year != run.end() && year->second.first <= month.number() && month.number() <= year->second.last;
}

/// One row over the months first .. last: tonnes add up, shares by their parts. Nothing without a row by month, or with a month not run.
std::optional<MetricRow> over_months(const std::vector<const MetricRow*>& rows, const YearsRun& run, Month first, Month last) {
  std::optional<MetricRow> sum;
  for (Month m = first; m <= last; m = m + 1) {
    if (!was_run(run, m)) return std::nullopt;
    const MetricRow* row = row_at(rows, to_text(month_period(m)));
    if (row == nullptr) continue;  // of a share: nothing was carried in this month
    if (!sum) {
      sum = *row;
      continue;
    }
    sum->value += row->value;
    if (sum->numerator && row->numerator) *sum->numerator += *row->numerator;
    if (sum->denominator && row->denominator) *sum->denominator += *row->denominator;
  }
  if (sum && sum->unit == "1" && sum->numerator && sum->denominator.value_or(0.0) > 0.0)
    set_share(*sum, {*sum->numerator, *sum->denominator});
  return sum;
}

std::optional<double> mean_over(const Target& target, const std::vector<MetricTable>& replications, Month first, Month last) {
  double sum = 0.0;
  for (const MetricTable& metrics : replications) {
    const auto row = over_months(rows_of(target, metrics), years_run(metrics), first, last);
    const auto value = row ? value_in(*row, target.unit) : std::nullopt;
    if (!value) return std::nullopt;
    sum += *value;
  }
  if (replications.empty()) return std::nullopt;
  return sum / static_cast<double>(replications.size());
}

/// Firms with a siding are those of the year: the months of two years are of two sets.
bool is_of_a_yearly_set(const Target& target) { return depends_on_sidings(target.scope); }

}  // namespace

RecentMonths recent_months(const Target& target, const std::vector<MetricTable>& replications) {
  if (traits_of(target.metric).stock) return {};
  constexpr int kBefore = 11;
  const Month due = month_of(target.due);
  const auto of_due = mean_over(target, replications, due, due);
  // A firm is clean in twelve months if it is in each of them: that is no sum of months.
  if (target.metric == MetricKind::clean_ok) return {std::nullopt, of_due};
  if (is_of_a_yearly_set(target) && due.number() != 12) return {std::nullopt, of_due};
  return {mean_over(target, replications, due + -kBefore, due), of_due};
}

}  // namespace railshift::analysis
