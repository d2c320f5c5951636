#pragma once
/// What the columns of a run file say, in both languages.
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/ledger/spatial/spatial_layer.hpp"

namespace railshift::ledger {

/// Of every table and view that is registered in the package so far, column by column in their order. A column of which nothing is known is
/// a broken promise.
[[nodiscard]] std::vector<ColumnMeaning> column_meanings(SQLite::Database& db);

}  // namespace railshift::ledger
