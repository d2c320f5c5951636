#pragma once
/// Widths of columns in which nothing unbreakable is cut, and the type size at which they fit.
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

struct TableWidths {
  std::vector<int> twips;  ///< one a column; their sum is the width asked for
  int size = 18;           ///< half points
};

/// The widths that the columns ask for, at the largest of the two sizes (half points) at which every word and number fits; where it does
/// not fit at the smaller one either, columns that have room give to those that lack it. `total` in twips.
[[nodiscard]] TableWidths table_widths(const document::Table& table, int total, int size, int smallest);

}  // namespace railshift::analysis::writers::office
