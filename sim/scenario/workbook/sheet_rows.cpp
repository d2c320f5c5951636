#include "sim/scenario/workbook/sheet_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/workbook/headings.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

/// Headings are looked for in the first rows only.
constexpr std::size_t kHeaderRows = 20;

/// Column names by what may stand for them in a header.
std::map<std::string, std::string> by_name(const TableSpec& spec) {
  std::map<std::string, std::string> names;
  for (const FieldInfo& f : spec.fields) names[f.name] = f.name;
  return names;
}

std::map<std::string, std::string> by_title(const TableSpec& spec) {
  const auto titles = column_titles(spec);
  std::map<std::string, std::string> names;
  for (std::size_t i = 0; i < titles.size(); ++i) names[titles[i]] = spec.fields[i].name;
  return names;
}

struct Header {
  const SheetRow* row = nullptr;
  std::map<std::string, std::string> names;
  std::size_t hits = 0;
};

/// The row in which most cells are known.
Header best_row(const Sheet& sheet, std::map<std::string, std::string> names) {
  Header best;
  for (std::size_t r = 0; r < std::min(sheet.rows.size(), kHeaderRows); ++r) {
    const auto& cells = sheet.rows[r].cells;
    const auto hits = static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&names](const SheetCell& c) { return names.count(trimmed(c.text)) > 0; }));
    if (hits > best.hits) best = {&sheet.rows[r], {}, hits};
  }
  best.names = std::move(names);
  return best;
}

class TableReader {
 public:
  TableReader(const Sheet& sheet, const TableSpec& spec, Problems& problems) : sheet_(sheet), spec_(spec), problems_(problems) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> out;
    if (!find_header()) return out;
    out.push_back(header_);
    refuse_merged();
    for (const SheetRow& row : sheet_.rows) {
      if (row.row > header_.line && holds_something(row)) out.push_back(dense(row));
    }
    return out;
  }

 private:
  bool find_header() {
    Header found = best_row(sheet_, by_name(spec_));
    Header titles = best_row(sheet_, by_title(spec_));
    if (titles.hits > found.hits) found = std::move(titles);
    if (found.row == nullptr) {
      problems_.add({{sheet_.name, 1, 1},
                     {"没有写列名的行", "no row with column names"},
                     both("工作表的前 {} 行中要有一行写列名", "one of the first {} rows of a sheet names its columns", kHeaderRows),
                     {"从导出的工作簿复制四行表头", "copy the four heading rows from an exported workbook"}});
      return false;
    }
    header_.line = found.row->row;
    for (const SheetCell& cell : found.row->cells) {
      const std::string text = trimmed(cell.text);
      if (text.empty()) continue;
      const auto known = found.names.find(text);
      header_.cells.push_back({known == found.names.end() ? text : known->second, found.row->row, cell.column});
      const auto field =
          std::find_if(spec_.fields.begin(), spec_.fields.end(), [&](const FieldInfo& f) { return f.name == header_.cells.back().text; });
      fields_.push_back(field == spec_.fields.end() ? nullptr : &*field);
    }
    return true;
  }

  void refuse_merged() {
    for (const MergedCells& m : sheet_.merged) {
      if (m.last_row <= header_.line) continue;
      problems_.add({{sheet_.name, m.first_row, m.column},
                     both("合并单元格 {}", "merged cells {}", m.reference),
                     {"每行各写各的值", "every row states its own values"},
                     {"取消合并，逐格填写", "unmerge them and fill each cell"}});
    }
  }

  static bool holds_something(const SheetRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const SheetCell& c) { return !trimmed(c.text).empty(); });
  }

  CsvRow dense(const SheetRow& row) {
    CsvRow out;
    out.line = row.row;
    auto cell = row.cells.begin();
    for (std::size_t i = 0; i < header_.cells.size(); ++i) {
      const int column = header_.cells[i].column;
      for (; cell != row.cells.end() && cell->column < column; ++cell) report_nameless(row.row, *cell);
      out.cells.push_back({"", row.row, column});
      if (cell == row.cells.end() || cell->column != column) continue;
      if (!trimmed(cell->text).empty()) out.cells.back().text = text_of(i, *cell, {sheet_.name, row.row, column});
      ++cell;
    }
    for (; cell != row.cells.end(); ++cell) report_nameless(row.row, *cell);
    return out;
  }

  std::string text_of(std::size_t column, const SheetCell& cell, const Place& place) {
    return fields_[column] == nullptr ? cell.text : table_text(*fields_[column], cell, place, problems_);
  }

  /// Once for each column.
  void report_nameless(int row, const SheetCell& cell) {
    if (trimmed(cell.text).empty() || !nameless_.insert(cell.column).second) return;
    problems_.add(
        {{sheet_.name, row, cell.column},
         both("没有列名的列中有“{}”", "\"{}\" in a column without a name", cell.text),
         both("第 {} 行写明每一列的列名", "row {} names every column", header_.line),
         {"移到有列名的列（说明写进 reason（理由）列），或删去", "move it to a named column (notes go into reason) or delete it"}});
  }

  const Sheet& sheet_;
  const TableSpec& spec_;
  Problems& problems_;
  CsvRow header_;
  std::vector<const FieldInfo*> fields_;
  std::set<int> nameless_;
};

}  // namespace

std::vector<CsvRow> table_rows(const Sheet& sheet, const TableSpec& spec, Problems& problems) {
  return TableReader(sheet, spec, problems).rows();
}

}  // namespace railshift::scenario
