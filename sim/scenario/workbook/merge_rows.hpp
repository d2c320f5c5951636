#pragma once
/// Rows from elsewhere written into a table file so that what did not change keeps its bytes.
#include <string>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/workbook/folder_tables.hpp"

namespace railshift::scenario {

struct MergedTable {
  std::string text;  ///< UTF-8 without byte order mark
  int added = 0;
  int changed = 0;
  int removed = 0;
  bool same = false;  ///< every row and their order are as before
};

/// The file afterwards: rows in the order of `incoming` (its header first), columns and line ends as in the file before. A row that says
/// the same as the row with its key before is kept byte for byte; in a changed row, cells that say the same keep their text.
/// Precondition: `incoming` has the columns of the schema.
[[nodiscard]] MergedTable merge_rows(const FolderTable& before, const std::vector<CsvRow>& incoming);

}  // namespace railshift::scenario
