#pragma once
/// Sheets of a workbook as rows of cells, for records that come as .xlsx.
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/csv.hpp"

namespace railshift::scenario {

struct RecordSheet {
  std::string name;
  std::vector<CsvRow> rows;  ///< rows that hold something; every row as wide as the widest, lines and columns of the sheet
  int merged = 0;            ///< cells over several rows whose words or day were written into each of them; a number stays one number
};

/// Whether the bytes are those of a workbook (a zip archive).
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// All sheets of the workbook at `file`. Problems: what cannot be read, a formula without a stored value among it, with its cell.
[[nodiscard]] std::vector<RecordSheet> record_sheets(const std::string& file, Problems& problems);

/// Where a cell of a sheet stands, as messages name it: book.xlsx 货流!F12.
[[nodiscard]] Place place_in_sheet(const std::string& file, const std::string& sheet, int line, int column);

}  // namespace railshift::scenario
