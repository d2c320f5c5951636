#pragma once
/// How the sheet of a record is laid out: where its headings stand, which column says what, and what stands above them.
#include <optional>
#include <string>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/records/reading/column_map.hpp"

namespace railshift::scenario {

/// A column whose heading is a month: 2023年1月, or 1月 of a year that stands elsewhere.
struct MonthColumn {
  int column = 0;
  std::optional<int> year;
  int number = 1;
  std::string unit;  ///< the word of its heading, else of the title; empty: nobody says it
};

struct Layout {
  int line = 0;                       ///< of the headings
  std::vector<std::string> headings;  ///< as they stand, without blanks at their ends
  std::vector<int> at;                ///< by field: its column, -1 if there is none
  std::vector<MonthColumn> months;    ///< empty: a row says its month
  std::optional<int> row_total;       ///< of a sheet with month columns: the one that adds them up
  std::string title;                  ///< what stands above the headings
  std::optional<int> year;            ///< the only year that the title names
  std::vector<std::string> units;  ///< by field, of amounts: the word of the field, of its heading or of the title; empty: nobody says it
  std::string unit;                ///< the word that the title (单位：万吨) or the map says, known or not
  std::vector<bool> marks;         ///< by column: plates and slip numbers
  [[nodiscard]] bool has(std::size_t field) const { return at[field] >= 0; }
  [[nodiscard]] std::size_t width() const { return headings.size(); }
};

/// How many fields the row names as headings; months count as one.
[[nodiscard]] std::size_t headings_in(const CsvRow& row, const ColumnMap& map);
/// Headings are looked for among so many rows from the top.
inline constexpr std::size_t kTopRows = 20;

/// The layout by the row with most headings of the map (the first row if none has any). Problems: a column that is needed and not there,
/// two columns for one thing, cells that are not separated by commas. `top`: the first rows, at least one.
[[nodiscard]] Layout layout_of(const std::vector<CsvRow>& top, const std::string& file, const ColumnMap& map, Problems& problems);

}  // namespace railshift::scenario
