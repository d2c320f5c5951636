#include "analysis/metrics/compare.hpp"

#include <map>
#include <tuple>
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
  return key.metric != "reported_months" && (!metric || !is_stock(*metric));
}

void complete(ComparisonRow& row) {
  if (!row.first || !row.second) return;
  if (sums_months(row.key) && row.first_months != row.second_months) return;
  row.difference = *row.second - *row.first;
  if (*row.first != 0.0) row.percent = 100.0 * *row.difference / *row.first;
}

}  // namespace

std::vector<ComparisonRow> compare(const MetricTable& first, const MetricTable& second) {
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
  std::map<std::string, std::pair<std::optional<MonthsRun>, std::optional<MonthsRun>>> months;
  std::vector<ComparisonRow> result;
  for (auto& [key, row] : rows) {
    const auto [known, is_new] = months.try_emplace(row.key.period);
    if (is_new) known->second = {months_run(first, row.key.period), months_run(second, row.key.period)};
    std::tie(row.first_months, row.second_months) = known->second;
    complete(row);
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
