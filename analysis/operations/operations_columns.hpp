#pragma once
/// The columns of stations.csv, pools.csv, stocks.csv, funnel.csv and boxes.csv: one description of each that serves writing, means over
/// replications and documentation. A new column is added in operations_columns.cpp and nowhere else.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::analysis {

/// What a column says. Columns from `subject` to `period` say what a row is about; `owned_by` follows from the subject and is no key.
enum class OperationsRole : std::uint8_t { replication, subject, kind, owner, commodity, period, owned_by, figure };

struct OperationsColumn {
  std::string_view name;
  OperationsRole role;
  Words heading;
  Words meaning;
};

struct OperationsTable {
  std::string_view name;  ///< stations, pools, stocks, funnel, boxes: the file without .csv
  Words title;
  std::vector<OperationsColumn> columns;
};
/// All five, in this order.
[[nodiscard]] std::vector<OperationsTable> operations_tables();

/// The roles that make the key of operations.csv, with the names of its columns, in order.
struct OperationsKey {
  OperationsRole role;
  std::string_view name;
  Words heading;
};
[[nodiscard]] const std::vector<OperationsKey>& operations_keys();

}  // namespace railshift::analysis
