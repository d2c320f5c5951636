#pragma once
/// Columns that share their width so that a table is as low as it can be.
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

/// A table as its cells: ems of every line of text. A first cell that goes on with the one above it has no line.
using CellEms = std::vector<double>;
using TableEms = std::vector<std::vector<CellEms>>;
[[nodiscard]] CellEms cell_ems(const document::Lines& cell);
[[nodiscard]] TableEms table_ems(const document::Table& table);

/// Whether the first cell of a row belongs to the one above it: it says nothing, and its column holds words.
[[nodiscard]] bool goes_on(const document::Table& table, std::size_t row);

/// What is given and must hold; all but `size` (half points) in twips.
struct BalanceLimits {
  std::vector<double> least;  ///< of a column
  double margins = 0.0;       ///< of a cell, left and right together
  int size = 18;
};

/// Moves width from column to column as long as the table becomes lower by it, beginning with what the columns ask for: a table that is low
/// already keeps it. The sum stays.
[[nodiscard]] std::vector<double> balanced(std::vector<double> widths, const TableEms& table, const BalanceLimits& limits);

/// Lines that all rows take together; a first cell has room in all rows that go on with it.
[[nodiscard]] double lines_of(const std::vector<double>& widths, const TableEms& table, const BalanceLimits& limits);

}  // namespace railshift::analysis::writers::office
