#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metric_traits.hpp"

#include <map>
#include <utility>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

/// A figure of one replication.
using Key = std::pair<std::vector<std::string>, int>;

/// 2024, not 2024-03.
bool yearly(const MetricRow& row) { return row.period.size() == 4; }

/// A stock is that of a day, and the number of months compares as it is.
bool sums_months(const MetricRow& key) {
  const auto metric = metric_from_text(key.metric);
  return key.metric != "reported_months" && (!metric || !traits_of(*metric).stock);
}

/// The years of both runs that a figure may rest on.
class Coverage {
 public:
  Coverage(const MetricTable& first, const MetricTable& second, BaseYears base_years)
      : first_(years_run(first)), second_(years_run(second)), base_years_(base_years) {}

  void mark(ComparisonRow& row) const {
    row.first_months = months_run(first_, row.key.period);
    row.second_months = months_run(second_, row.key.period);
  }
  [[nodiscard]] bool comparable(const ComparisonRow& row) const {
    if (!sums_months(row.key)) return true;
    if (row.first_months != row.second_months) return false;
    return !is_growth(row.key.metric, row.key.denominator_kind) ||
           (base_years_.first == base_years_.second && of_base(first_, base_years_.first) == of_base(second_, base_years_.second));
  }

 private:
  [[nodiscard]] static std::optional<MonthsRun> of_base(const YearsRun& years, int base_year) {
    return months_run(years, to_text(Period{base_year, 0}));
  }

  YearsRun first_, second_;
  BaseYears base_years_;
};

void complete(ComparisonRow& row, const Coverage& coverage) {
  if (!row.first || !row.second || !coverage.comparable(row)) return;
  row.difference = *row.second - *row.first;
  if (*row.first != 0.0) row.percent = 100.0 * *row.difference / *row.first;
}

}  // namespace

std::vector<ComparisonRow> compare(const MetricTable& first, const MetricTable& second, BaseYears base_years) {
  std::map<Key, ComparisonRow> rows;
  const auto place = [&](const MetricTable& table, std::optional<double> ComparisonRow::*value) {
    for (const MetricRow& row : table) {
      if (!yearly(row)) continue;
      ComparisonRow& compared =
          rows.try_emplace(Key{figure_key(row), row.replication}, ComparisonRow{only_key(row), {}, {}, {}, {}, {}, {}}).first->second;
      compared.*value = row.value;
    }
  };
  place(first, &ComparisonRow::first);
  place(second, &ComparisonRow::second);
  const Coverage coverage(first, second, base_years);
  std::vector<ComparisonRow> result;
  for (auto& [key, row] : rows) {
    coverage.mark(row);
    complete(row, coverage);
    result.push_back(std::move(row));
  }
  return result;
}

std::string to_csv(const std::vector<ComparisonRow>& rows, const std::string& first_name, const std::string& second_name) {
  CsvText csv;
  for (const TextColumn& column : figure_columns()) csv.field(column.name);
  csv.field(first_name).field(second_name).field("difference").field("percent");
  csv.field(first_name + "_months").field(second_name + "_months").end_row();
  for (const ComparisonRow& row : rows) {
    for (const TextColumn& column : figure_columns()) csv.field(row.key.*column.member);
    csv.field(row.first).field(row.second).field(row.difference).field(row.percent);
    for (const auto& months : {row.first_months, row.second_months}) csv.field(months ? to_text(*months) : std::string{});
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
