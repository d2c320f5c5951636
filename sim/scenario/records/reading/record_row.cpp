#include "sim/scenario/records/reading/record_row.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::scenario {

void RecordSource::each_row(Problems& problems, const std::function<void(const CsvRow&)>& use) const {
  if (!sheet) return each_csv_row(text, file, problems, use);
  for (const CsvRow& row : sheet->rows) use(row);
}

Place RecordSource::place(int line, int column) const {
  return sheet ? place_in_sheet(file, sheet->name, line, column) : Place{file, line, column};
}

std::size_t RecordRow::position(std::string_view field) const {
  for (std::size_t f = 0; f < map_.columns.size(); ++f) {
    if (map_.columns[f].name == field) return f;
  }
  broken_promise("position", "the kind of record has the field", __FILE__, __LINE__);
}

const std::string& RecordRow::text(std::string_view field) const { return cells_[position(field)]; }
bool RecordRow::has_column(std::string_view field) const { return layout_.has(position(field)); }

std::string RecordRow::heading(std::string_view field) const {
  return has_column(field) ? layout_.headings[static_cast<std::size_t>(layout_.at[position(field)])] : "";
}

Trouble RecordRow::trouble(std::string_view field, Words what, Words accept) const {
  return {std::move(what), std::move(accept), place_of(layout_.at[position(field)])};
}

void RecordRow::take(const CsvRow& row, std::vector<std::string> cells) {
  line_ = row.line;
  places_.clear();
  for (const CsvCell& cell : row.cells) places_.push_back(cell.column);
  month_ = nullptr;
  raw_ = std::move(cells);
  carried_.assign(carried_.size(), false);
  for (std::size_t f = 0; f < cells_.size(); ++f) {
    if (layout_.has(f)) cells_[f] = raw_[static_cast<std::size_t>(layout_.at[f])];
  }
}

bool RecordRow::carry(const std::vector<std::string>& above) {
  bool any = false;
  for (std::size_t c = 0; c < layout_.width(); ++c) {
    if (layout_.marks[c] && !raw_[c].empty()) break;
    const auto at = std::find(layout_.at.begin(), layout_.at.end(), static_cast<int>(c));
    if (at == layout_.at.end()) continue;
    const auto f = static_cast<std::size_t>(at - layout_.at.begin());
    if (!cells_[f].empty()) break;
    if (map_.columns[f].role != Role::key || above[f].empty()) continue;
    cells_[f] = above[f];
    carried_[f] = true;
    any = true;
  }
  return any;
}

void RecordRow::stand_for(const MonthColumn& month, const std::string& amount) {
  month_ = &month;
  month_amount_ = amount;
}

}  // namespace railshift::scenario
