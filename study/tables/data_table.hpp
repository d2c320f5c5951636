#pragma once
/// A table of a study's result as data: what its columns mean, and its cells. CSV, GeoPackage, Parquet and the data package are made of it.
#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::study {

enum class DataKind : std::uint8_t { text, integer, number };
/// What an empty cell of a column says.
enum class EmptyCell : std::uint8_t {
  never,   ///< there is none
  all,     ///< the row is about all of them: all firms, all goods, ...
  nothing  ///< there is no such figure or text
};

struct DataColumn {
  std::string name;
  DataKind kind = DataKind::text;
  EmptyCell empty = EmptyCell::never;
  Words meaning;
};

struct DataTable {
  std::string name;  ///< also of its files: <name>.csv, parquet/<name>.parquet
  Words title;
  std::vector<DataColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< cells as CSV has them: numbers in their shortest form
};

/// UTF-8 with a BOM, LF.
[[nodiscard]] std::string to_csv(const DataTable& table);

/// datapackage.json (Frictionless Data Package 1.0 with Table Schema 1.0): a resource a table, path <name>.csv. Every field says what an
/// empty cell means (`emptyCell`: all, nothing, never), in words too.
[[nodiscard]] std::string datapackage_json(const std::string& name, const Words& title, const std::vector<DataTable>& tables);

}  // namespace railshift::study
