#pragma once
/// Files of a result as tables, looked up in the way in which figures of its report say where they stand.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/app/results.hpp"

namespace railshift::cli {

/// The files of a result as tables, each read once: CSV files, tables of GeoPackages (run.gpkg/effects), inputs (inputs/tables/flows.csv).
class Files {
 public:
  explicit Files(std::filesystem::path result) : result_(std::move(result)) {}
  const std::vector<Row>& rows(const std::string& file);

 private:
  [[nodiscard]] std::vector<Row> read(const std::string& file) const;
  [[nodiscard]] std::vector<Row> input(const std::string& path) const;

  std::filesystem::path result_;
  std::map<std::string, std::vector<Row>> tables_;
};

using Key = std::map<std::string, std::string>;
/// The rows that have these cells; fails where a column of the key is not there.
[[nodiscard]] std::vector<const Row*> agreeing(const std::vector<Row>& rows, const Key& key);
/// Of a column; empty cells count nothing.
[[nodiscard]] double sum_of(const std::vector<const Row*>& rows, const std::string& column);

}  // namespace railshift::cli
