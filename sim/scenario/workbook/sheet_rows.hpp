#pragma once
/// A sheet as rows of a table.
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/workbook/sheet.hpp"

namespace railshift::scenario {

/// The header first, then every row that holds something; lines and columns are those of the sheet, texts in the form of the tables.
/// The header is the row with the names of the columns, or, in a sheet made by hand, the one with their Chinese titles.
/// Merged cells among the data, values in columns without a name and values that a table cannot hold are reported.
[[nodiscard]] std::vector<CsvRow> table_rows(const Sheet& sheet, const TableSpec& spec, Problems& problems);

}  // namespace railshift::scenario
