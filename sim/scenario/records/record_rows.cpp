#include "sim/scenario/records/record_rows.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

/// For each field of the map its column, -1 if the file has none; reports what is missing or stands twice.
std::vector<int> match(const CsvRow& header, const std::string& file, const ColumnMap& map, ReadRecord& out, Problems& problems) {
  std::vector<std::string> headings;
  for (const CsvCell& cell : header.cells) headings.push_back(trimmed(cell.text));
  std::vector<int> at(map.columns.size(), -1);
  if (headings.size() == 1 && headings.front().find_first_of("\t;") != std::string::npos) {
    problems.add({{file, header.line, 1},
                  fmt::format("one heading: {}", headings.front()),
                  "cells are separated by commas",
                  "save the file as CSV with commas"});
    return at;
  }
  std::vector<bool> used(headings.size(), false);
  for (std::size_t f = 0; f < map.columns.size(); ++f) {
    const RecordField& field = map.columns[f];
    for (std::size_t c = 0; c < headings.size(); ++c) {
      if (std::find(field.headings.begin(), field.headings.end(), headings[c]) == field.headings.end()) continue;
      used[c] = true;
      if (at[f] >= 0) {
        problems.add({{file, header.cells[c].line, header.cells[c].column},
                      fmt::format("\"{}\" is a second column for {}", headings[c], field.name),
                      "one column says one thing",
                      fmt::format("name the right one in a column map: [columns] {} = \"...\"", field.name)});
      }
      at[f] = static_cast<int>(c);
    }
    if (at[f] >= 0 || field.need == Need::optional) continue;
    problems.add({{file, header.line, 1},
                  fmt::format("no column for {} (the headings are: {})", field.name, fmt::join(headings, ", ")),
                  fmt::format("usual headings: {}", fmt::join(field.headings, ", ")),
                  fmt::format("name the column in a column map: [columns] {} = \"...\"", field.name)});
  }
  for (std::size_t c = 0; c < headings.size(); ++c) {
    if (!used[c] && !headings[c].empty()) out.other_columns.push_back(headings[c]);
  }
  return at;
}

}  // namespace

std::size_t RecordRow::position(std::string_view field) const {
  for (std::size_t f = 0; f < map_.columns.size(); ++f) {
    if (map_.columns[f].name == field) return f;
  }
  broken_promise("position", "the kind of record has the field", __FILE__, __LINE__);
}

const std::string& RecordRow::text(std::string_view field) const { return cells_[position(field)]; }
bool RecordRow::has_column(std::string_view field) const { return at_[position(field)] >= 0; }

void RecordRow::take(const CsvRow& row) {
  line_ = row.line;
  for (std::size_t f = 0; f < at_.size(); ++f) {
    if (at_[f] >= 0) cells_[f] = trimmed(row.cells[static_cast<std::size_t>(at_[f])].text);
  }
}

ReadRecord read_record(std::string_view text, const std::string& file, const ColumnMap& map, Problems& problems,
                       const std::function<void(const RecordRow&)>& use) {
  ReadRecord out;
  const std::size_t before = problems.size();
  std::vector<int> at;
  std::optional<RecordRow> record;
  std::size_t width = 0;
  each_csv_row(text, file, problems, [&](const CsvRow& row) {
    if (width == 0) {
      width = row.cells.size();
      at = match(row, file, map, out, problems);
      record.emplace(map, at);
      return;
    }
    if (problems.size() > before) return;
    ++out.rows;
    if (row.cells.size() != width) {
      out.misfits.add(fmt::format("the row has {} cells, the header {}", row.cells.size(), width), row.line);
      return;
    }
    record->take(row);
    use(*record);
  });
  return out;
}

}  // namespace railshift::scenario
