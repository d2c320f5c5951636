#pragma once
/// Fold tables as CSV for people and spreadsheets: BOM, LF line ends, headings as in the run file, labels instead of indices.
#include <string>
#include <string_view>
#include <vector>

#include "sim/ledger/layout.hpp"

namespace railshift::ledger {

/// One table. `Row` is any row type of Ledger.
template <class Row>
[[nodiscard]] std::string to_csv(const Labels& labels, const std::vector<Row>& rows);

/// The table of this name ("service", "traffic" ...); a broken promise if there is none.
[[nodiscard]] std::string to_csv(const World& world, const Ledger& ledger, std::string_view table);

/// Names of all fold tables, in the order of Ledger.
[[nodiscard]] std::vector<std::string> table_names();

}  // namespace railshift::ledger
