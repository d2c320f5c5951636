#include "analysis/metrics/compare.hpp"

#include <map>
#include <utility>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"

namespace railshift::analysis {
namespace {

/// A figure of one replication.
using Key = std::pair<std::vector<std::string>, int>;

/// 2024, not 2024-03.
bool yearly(const MetricRow& row) { return row.period.size() == 4; }

void complete(ComparisonRow& row) {
  if (!row.first || !row.second) return;
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
          rows.try_emplace(Key{figure_key(row), row.replication}, ComparisonRow{only_key(row), {}, {}, {}, {}}).first->second;
      compared.*value = row.value;
    }
  };
  place(first, &ComparisonRow::first);
  place(second, &ComparisonRow::second);
  std::vector<ComparisonRow> result;
  for (auto& [key, row] : rows) {
    complete(row);
    result.push_back(std::move(row));
  }
  return result;
}

std::string to_csv(const std::vector<ComparisonRow>& rows, const std::string& first_name, const std::string& second_name) {
  CsvText csv;
  for (const TextColumn& column : figure_columns()) csv.field(column.name);
  csv.field(first_name).field(second_name).field("difference").field("percent").end_row();
  for (const ComparisonRow& row : rows) {
    for (const TextColumn& column : figure_columns()) csv.field(row.key.*column.member);
    csv.field(row.first).field(row.second).field(row.difference).field(row.percent).end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
