#include "analysis/operations/replicated_operations.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/replications.hpp"
#include "analysis/operations/operations_columns.hpp"
#include "sim/core/both.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

[[noreturn]] void refuse(const std::string& table, const Words& why) { throw Failed(both("{}.csv：{}", "{}.csv: {}", table, why)); }

/// What the columns of a header say, in its order.
std::vector<OperationsRole> roles_of(const OperationsCsv& table, const CsvRow& header) {
  std::vector<OperationsRole> roles;
  for (const OperationsTable& known : operations_tables()) {
    if (known.name != table.name) continue;
    for (const CsvCell& cell : header.cells) {
      const auto column = std::find_if(known.columns.begin(), known.columns.end(), [&](const auto& c) { return c.name == cell.text; });
      if (column == known.columns.end()) refuse(table.name, both("没有列 {}", "no such column: {}", cell.text));
      roles.push_back(column->role);
    }
    return roles;
  }
  refuse(table.name, {"不是作业点、车池、库存、漏斗或敞顶箱的表", "no table of stations, pools, stocks, the funnel or boxes"});
}

/// Values of every figure in the order in which they were first met.
class Collected {
 public:
  void add(const OperationsCsv& table) {
    Problems problems;
    const auto rows = read_result_csv(without_bom(table.text), table.name + ".csv", problems);
    if (!problems.empty() || rows.empty()) refuse(table.name, {"不是表格", "no table"});
    const std::vector<OperationsRole> roles = roles_of(table, rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) add_row({table.name, roles, rows.front()}, rows[i]);
  }

  [[nodiscard]] std::string to_csv() const {
    CsvText csv;
    csv.field("table");
    for (const OperationsKey& key : operations_keys()) csv.field(key.name);
    csv.field("figure");
    for (const std::string_view column : kSpreadColumns) csv.field(column);
    csv.end_row();
    for (const auto& [key, values] : figures_) {
      if (values.empty()) continue;
      const Spread s = spread_of(values);
      for (const std::string& text : key) csv.field(text);
      add_spread(csv, s);
      csv.end_row();
    }
    return csv.take();
  }

 private:
  using Key = std::vector<std::string>;  ///< table, operations_keys, figure

  /// One table whose rows are added.
  struct Reading {
    const std::string& table;
    const std::vector<OperationsRole>& roles;
    const CsvRow& header;
  };

  void add_row(const Reading& reading, const CsvRow& row) {
    if (row.cells.size() != reading.roles.size()) refuse(reading.table, {"有一行与表头长度不同", "a row is not as long as the header"});
    const auto& keys = operations_keys();
    Key key(keys.size() + 2);
    key.front() = reading.table;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const auto at = std::find_if(keys.begin(), keys.end(), [&](const OperationsKey& k) { return k.role == reading.roles[c]; });
      if (at != keys.end()) key[static_cast<std::size_t>(at - keys.begin()) + 1] = row.cells[c].text;
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (reading.roles[c] != OperationsRole::figure) continue;
      key.back() = reading.header.cells[c].text;
      add_value(key, row.cells[c].text);
    }
  }

  void add_value(const Key& key, const std::string& text) {
    auto [place, is_new] = place_.try_emplace(key, figures_.size());
    if (is_new) figures_.emplace_back(key, std::vector<double>{});
    if (text.empty()) return;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) throw Failed(both("不是数：{}", "not a number: {}", text));
    figures_[place->second].second.push_back(value);
  }

  std::map<Key, std::size_t> place_;
  std::vector<std::pair<Key, std::vector<double>>> figures_;
};

}  // namespace

std::string over_replications(const std::vector<OperationsCsv>& tables) {
  Collected collected;
  for (const OperationsCsv& table : tables) collected.add(table);
  return collected.to_csv();
}

}  // namespace railshift::analysis
