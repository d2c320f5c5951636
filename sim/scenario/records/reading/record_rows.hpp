#pragma once
/// Rows of a record file, read by a column map: sheets as people keep them. Titles stand above the headings, keys in merged cells are
/// carried down, totals are checked against what they add up and not added, a row that stands twice is counted once if something in it
/// says that it is the same, months may stand side by side.
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/records/reading/record_row.hpp"
#include "sim/scenario/records/reading/repeated_rows.hpp"

namespace railshift::scenario {

/// What the reading of a record says besides its rows.
struct ReadRecord {
  std::int64_t rows = 0;                   ///< without the headings, blank lines, titles, remarks and totals
  std::vector<std::string> other_columns;  ///< headings that no field claims
  Misfits misfits;                         ///< rows of another length than the header
  std::vector<Words> notes;                ///< what was carried down, checked, counted once or passed over
  Layout layout;
  std::string sheet;  ///< of a workbook: the one that was read
};

/// Problems: a column that is needed and not there, two columns for one field, broken quoting, a total that is not the sum of its rows,
/// rows equal in all cells that nothing tells apart. Then no row may be used. `unread` gets rows of another length than the header.
[[nodiscard]] ReadRecord read_record(const RecordSource& source, const ColumnMap& map, Repeats repeats, Problems& problems,
                                     const std::function<void(const RecordRow&)>& use, const std::function<void(int)>& unread);

}  // namespace railshift::scenario
