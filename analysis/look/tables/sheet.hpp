#pragma once
/// A table in one language, before it becomes a page, a workbook or lines of a terminal: headings with units, cells as text or number.
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace railshift::analysis::look {

struct Cell {
  std::string text;
  std::optional<double> number;
  int decimals = 0;

  Cell(std::string words) : text(std::move(words)) {}  // NOLINT: a row is a list of words and numbers
  Cell(double value, int places) : number(value), decimals(places) {}
};
/// The number as a reader wants it, or the text.
[[nodiscard]] std::string written(const Cell& cell);

struct Sheet {
  std::string id;  ///< a word for anchors and tests
  std::string title;
  std::string lead;  ///< how to read it
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

}  // namespace railshift::analysis::look
