#pragma once
/// A sheet of a workbook as it was stored: rows and cells that hold something.
#include <string>
#include <vector>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

enum class CellKind { text, number, date, boolean };

/// `text` is in the form of the tables: plain decimals, YYYY-MM-DD (with hours behind it if the cell has them), TRUE or FALSE.
struct SheetCell {
  int column = 1;
  CellKind kind = CellKind::text;
  std::string text;
};
struct SheetRow {
  int row = 1;
  std::vector<SheetCell> cells;
};
/// Cells that were merged into one, corners included.
struct MergedCells {
  std::string reference;  ///< A5:B7
  int first_row = 1;
  int last_row = 1;
  int column = 1;
};
struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;
  std::vector<MergedCells> merged;
  int formulas = 0;  ///< cells that hold a formula and were read as its stored value
};

/// What the format can hold.
inline constexpr int kSheetRows = 1048576;
inline constexpr int kSheetColumns = 16384;

/// Row and column from 1; 0 and 0 if the text is no reference such as F12, or lies outside a sheet.
struct CellAddress {
  int row = 0;
  int column = 0;
};
[[nodiscard]] CellAddress address_of(const std::string& reference);
/// F12
[[nodiscard]] std::string reference_of(int row, int column);
/// 货流!F12; the sheet alone if the place has no row.
[[nodiscard]] std::string sheet_place(const Place& place);

}  // namespace railshift::scenario
