#include "analysis/metrics/metrics_read.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/metrics/metric_columns.hpp"
#include "sim/core/both.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

void check_header(const CsvRow& header) {
  const auto& columns = metric_columns();
  const bool ours = std::equal(header.cells.begin(), header.cells.end(), columns.begin(), columns.end(),
                               [](const CsvCell& cell, const MetricColumn& column) { return cell.text == column.name; });
  if (!ours) throw Failed({"表头不是 metrics.csv 的", "not the header of metrics.csv"});
}

MetricRow row_of(const CsvRow& csv) {
  const auto& columns = metric_columns();
  if (csv.cells.size() != columns.size()) throw Failed({"不是 metrics.csv 的一行", "not a row of metrics.csv"});
  MetricRow row;
  for (std::size_t i = 0; i < columns.size(); ++i) set_cell(columns[i], row, csv.cells[i].text);
  return row;
}

}  // namespace

MetricTable metrics_from_csv(std::string_view text, const std::string& file) {
  Problems problems;
  const auto rows = read_result_csv(without_bom(text), file, problems);
  MetricTable table;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    try {
      if (i == 0)
        check_header(rows[i]);
      else
        table.push_back(row_of(rows[i]));
    } catch (const std::runtime_error& e) {
      throw Failed(both("{}:{}: {}", "{}:{}: {}", file, rows[i].line, words_of(e)));
    }
  }
  return table;
}

}  // namespace railshift::analysis
