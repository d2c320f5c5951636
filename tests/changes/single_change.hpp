#pragma once
/// One cell of a scenario is given another text: what a hand that slips, or a program that exports wrongly, may leave in a folder.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/load/files.hpp"

namespace railshift::changes {

/// A cell of a table, the value of a line `name = value` of scenario.toml, or a value inside braces there (`{ due = ..., level = 0.3 }`).
struct Cell {
  std::string file;  ///< key of Files
  int line = 1;
  std::string column;  ///< heading, or name
  std::string text;
  std::size_t at = 0;  ///< where the cell stands in the file, quotes included
  std::size_t length = 0;
};

struct Change {
  Cell cell;
  std::string text;  ///< what stands there instead, as written in the file
};
/// `tables/flows.csv:3 t_per_year: "10" -> "1e9"`
[[nodiscard]] std::string to_string(const Change& change);

/// Every cell of every file, in the order of files and cells.
[[nodiscard]] std::vector<Cell> cells_of(const scenario::Files& files);

/// Change number `n` of a series: a cell, drawn from all cells by even numbers and from those of a drawn file by odd ones (else the long
/// tables would hide the measures, the settings and the values), and one of zero, its negative, ten times, a tenth, 1e9, nothing, a word,
/// the text of another table's first column, another date. Every text differs from the one that stood there.
[[nodiscard]] Change draw_change(const std::vector<Cell>& cells, std::uint32_t series, std::uint32_t n);

[[nodiscard]] scenario::Files with(const scenario::Files& files, const Change& change);

}  // namespace railshift::changes
