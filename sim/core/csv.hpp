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

}  // namespace railshift
