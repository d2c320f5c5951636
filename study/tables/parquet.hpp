#pragma once
/// A table as an Apache Parquet file, for programs that read no CSV.
#include <string>

#include "study/tables/data_table.hpp"

namespace railshift::study {

/// The bytes of the file (Parquet format 2.x, data pages of version 1, one row group, Zstandard). Text columns are UTF-8 in a dictionary
/// and have no nulls: an empty cell is an empty text, whether it means all or nothing (EmptyCell). Whole numbers are INT64, others DOUBLE,
/// both optional: an empty cell is null. Preconditions: cells of number columns are numbers or empty; every row has a cell a column.
[[nodiscard]] std::string parquet(const DataTable& table);

}  // namespace railshift::study
