#pragma once
/// Rows of a record file, read by a column map.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/records/column_map.hpp"
#include "sim/scenario/records/misfits.hpp"

namespace railshift::scenario {

/// One row; cells without blanks at their ends.
class RecordRow {
 public:
  RecordRow(const ColumnMap& map, const std::vector<int>& at) : map_(map), at_(at), cells_(at.size()) {}
  [[nodiscard]] int line() const { return line_; }
  /// What stands in the column of a field; empty if there is no such column.
  [[nodiscard]] const std::string& text(std::string_view field) const;
  /// The same as the map's words understand it.
  [[nodiscard]] const std::string& meaning(const std::string& field) const { return map_.meaning(field, text(field)); }
  [[nodiscard]] bool has_column(std::string_view field) const;
  void take(const CsvRow& row);

 private:
  [[nodiscard]] std::size_t position(std::string_view field) const;
  const ColumnMap& map_;
  const std::vector<int>& at_;  ///< by field: column of the file, -1 if none
  std::vector<std::string> cells_;
  int line_ = 0;
};

/// What the reading of a record says besides its rows.
struct ReadRecord {
  std::int64_t rows = 0;                   ///< without the header and without blank lines
  std::vector<std::string> other_columns;  ///< headings that no field claims
  Misfits misfits;                         ///< rows of another length than the header
};

/// Problems: a column that is needed and not there, two columns for one field, broken quoting. Then no row is used.
[[nodiscard]] ReadRecord read_record(std::string_view text, const std::string& file, const ColumnMap& map, Problems& problems,
                                     const std::function<void(const RecordRow&)>& use);

}  // namespace railshift::scenario
