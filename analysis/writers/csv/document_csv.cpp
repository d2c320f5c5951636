#include "analysis/writers/csv/document_csv.hpp"

#include <set>

#include "analysis/writers/office/figure_rows.hpp"
#include "analysis/writers/office/line_text.hpp"
#include "sim/core/csv.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Document;
using document::Table;

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kFigures = "figures";

void add_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_result_cell(cells[i]);
  }
  out += '\n';
}

std::string table_csv(const Table& table, const Document& document) {
  std::string out = kByteOrderMark;
  std::vector<std::string> cells;
  for (const auto& column : table.columns) cells.push_back(column.title);
  add_row(out, cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const auto& cell : row) cells.push_back(line_text(cell, document));
    add_row(out, cells);
  }
  return out;
}

std::string figures_csv(const Document& document) {
  std::string out = kByteOrderMark;
  add_row(out, {kFigureColumns.begin(), kFigureColumns.end()});
  for (const auto& [id, figure] : document.figures) add_row(out, figure_cells(id, figure));
  return out;
}

/// Letters, digits, - and _; what else an id has becomes _. A name that is taken gets a number.
std::string file_name(const std::string& id, std::set<std::string>& taken) {
  std::string base;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    base += plain ? c : '_';
  }
  if (base.empty()) base = "table";
  std::string name = base;
  for (int n = 2; !taken.insert(name).second; ++n) name = base + "_" + std::to_string(n);
  return name + ".csv";
}

}  // namespace
}  // namespace railshift::analysis::writers::office

namespace railshift::analysis::writers {

std::vector<std::pair<std::string, std::string>> document_csv(const document::Document& document) {
  using namespace office;
  using document::Table;
  std::vector<std::pair<std::string, std::string>> files;
  std::set<std::string> taken{kFigures};
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) files.emplace_back(file_name(table->id, taken), table_csv(*table, document));
    }
  }
  files.emplace_back(std::string(kFigures) + ".csv", figures_csv(document));
  return files;
}

}  // namespace railshift::analysis::writers
