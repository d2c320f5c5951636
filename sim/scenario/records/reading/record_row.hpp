#pragma once
/// A record file and one row of it.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/records/reading/column_map.hpp"
#include "sim/scenario/records/reading/layout.hpp"
#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/reading/record_sheets.hpp"

namespace railshift::scenario {

/// A record as text or as a sheet of a workbook.
struct RecordSource {
  std::string file;  ///< the name in messages
  std::string text;  ///< of CSV
  std::optional<RecordSheet> sheet;

  void each_row(Problems& problems, const std::function<void(const CsvRow&)>& use) const;
  /// A place that messages name.
  [[nodiscard]] Place place(int line, int column) const;
};

/// One row; cells without blanks at their ends.
class RecordRow {
 public:
  RecordRow(const ColumnMap& map, const Layout& layout) : map_(map), layout_(layout), cells_(map.columns.size()), carried_(cells_.size()) {}
  [[nodiscard]] int line() const { return line_; }
  /// What stands in the column of a field; empty if there is no such column.
  [[nodiscard]] const std::string& text(std::string_view field) const;
  /// The same as the map's words understand it.
  [[nodiscard]] const std::string& meaning(const std::string& field) const { return map_.meaning(field, text(field)); }
  [[nodiscard]] bool has_column(std::string_view field) const;
  /// What the column of a field is called; empty if there is none.
  [[nodiscard]] std::string heading(std::string_view field) const;
  /// The word for the unit of an amount, known or not; empty if nobody says it.
  [[nodiscard]] const std::string& unit(std::string_view field) const { return layout_.units[position(field)]; }
  /// Whether the text stands in a row above, in a cell that was merged.
  [[nodiscard]] bool carried(std::string_view field) const { return carried_[position(field)]; }
  /// Where the cell of a column of the layout stands in its line.
  [[nodiscard]] int place_of(int column) const { return column < 0 ? 1 : places_[static_cast<std::size_t>(column)]; }
  /// A reason with the place of the field, for messages.
  [[nodiscard]] Trouble trouble(std::string_view field, Words what, Words accept = {}) const;
  /// Of a sheet with a month a column: which one of them the row stands for.
  [[nodiscard]] const MonthColumn* month() const { return month_; }
  [[nodiscard]] const std::string& month_amount() const { return month_amount_; }
  [[nodiscard]] const Layout& layout() const { return layout_; }

  /// A row of the file and its cells without blanks at their ends, as many as there are headings.
  void take(const CsvRow& row, std::vector<std::string> cells);
  /// The cells of the row above where a merged cell continues: blank keys with nothing but blank cells
  /// that are read (or plates and slip numbers) to their left. True if there are any.
  bool carry(const std::vector<std::string>& above);
  void stand_for(const MonthColumn& month, const std::string& amount);
  [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }

 private:
  [[nodiscard]] std::size_t position(std::string_view field) const;
  const ColumnMap& map_;
  const Layout& layout_;
  std::vector<std::string> raw_;    ///< by column
  std::vector<int> places_;         ///< by column: where the cell stands in its line
  std::vector<std::string> cells_;  ///< by field
  std::vector<bool> carried_;
  const MonthColumn* month_ = nullptr;
  std::string month_amount_;
  int line_ = 0;
};

}  // namespace railshift::scenario
