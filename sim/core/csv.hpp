#pragma once
/// CSV as in RFC 4180: comma, double quotes, doubled quotes inside, line breaks inside quotes; LF or CRLF at line ends.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace railshift {

/// A cell and where it starts; line and column count from 1 in characters.
struct CsvCell {
  std::string text;
  int line = 1;
  int column = 1;
};
struct CsvRow {
  int line = 1;
  std::vector<CsvCell> cells;
};

/// All rows, the header first. Lines without any character and rows of empty cells only are left out.
/// Broken quoting is reported with its place and read as well as can be. Precondition: `text` is valid UTF-8 without BOM.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view text, const std::string& file, Problems& problems);

/// The same one by one, for files too long to be held as rows.
void each_csv_row(std::string_view text, const std::string& file, Problems& problems, const std::function<void(const CsvRow&)>& use);

/// A cell for writing: quoted only where the format needs it.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A cell of a result, which people open in spreadsheets: as csv_cell, and a text that such a program would run as a formula (longer than
/// one character, no number, begins with = + - @, the same in full width, a tab or a line break) stands behind an apostrophe; a text that
/// begins with apostrophes and then such a sign gets one more, so that unguarded() gives back every text. Tables of scenarios are written
/// by csv_cell: they are read again as they are.
[[nodiscard]] std::string csv_result_cell(std::string_view text);
/// What csv_result_cell was given, from the text of the cell that it wrote.
[[nodiscard]] std::string_view unguarded(std::string_view cell);

}  // namespace railshift
