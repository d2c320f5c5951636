#include "sim/scenario/records/reading/record_sheets.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/scenario/workbook/plain_cells.hpp"
#include "sim/scenario/workbook/xlsx_file.hpp"

namespace railshift::scenario {
namespace {

using CellAddressKey = std::pair<int, int>;  // row and column

/// Words and days of merged cells into every row that they cover. A merged number may be the sum of its rows: it stays where it stands.
void fill_merged(const Sheet& sheet, RecordSheet& out) {
  std::map<CellAddressKey, const SheetCell*> at;
  for (const SheetRow& row : sheet.rows) {
    for (const SheetCell& cell : row.cells) at[{row.row, cell.column}] = &cell;
  }
  for (const MergedCells& merged : sheet.merged) {
    const auto top = at.find({merged.first_row, merged.column});
    if (merged.last_row == merged.first_row || top == at.end() || top->second->kind == CellKind::number) continue;
    ++out.merged;
    for (CsvRow& row : out.rows) {
      if (row.line > merged.first_row && row.line <= merged.last_row)
        row.cells[static_cast<std::size_t>(merged.column - 1)].text = top->second->text;
    }
  }
}

RecordSheet rows_of_sheet(const Sheet& sheet) {
  int widest = 0;
  for (const SheetRow& row : sheet.rows) {
    for (const SheetCell& cell : row.cells) widest = std::max(widest, cell.column);
  }
  RecordSheet out{sheet.name, {}, 0};
  for (const SheetRow& row : sheet.rows) {
    CsvRow dense;
    dense.line = row.row;
    for (int c = 1; c <= widest; ++c) dense.cells.push_back({"", row.row, c});
    bool something = false;
    for (const SheetCell& cell : row.cells) {
      dense.cells[static_cast<std::size_t>(cell.column - 1)].text = cell.text;
      something = something || !trimmed(cell.text).empty();
    }
    if (something) out.rows.push_back(std::move(dense));
  }
  fill_merged(sheet, out);
  return out;
}

}  // namespace

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::vector<RecordSheet> record_sheets(const std::string& file, Problems& problems) {
  std::vector<RecordSheet> out;
  try {
    const XlsxFile book(file);
    for (const std::string& name : book.sheet_names()) {
      Problems of_sheet;
      out.push_back(rows_of_sheet(book.read(name, of_sheet)));
      for (Problem problem : of_sheet.sorted()) {
        problem.place = place_in_sheet(file, name, problem.place.line, problem.place.column);
        problems.add(std::move(problem));
      }
    }
  } catch (const Unreadable& e) {
    problems.add(e.problem);
  }
  return out;
}

Place place_in_sheet(const std::string& file, const std::string& sheet, int line, int column) {
  return {file + " " + sheet_place({sheet, line, column}), 0, 0};
}

}  // namespace railshift::scenario
