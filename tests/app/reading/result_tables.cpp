#include "tests/app/reading/result_tables.hpp"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"

namespace railshift::cli {
namespace fs = std::filesystem;
namespace {

std::vector<Row> rows_of_text(const std::string& text, const std::string& name) {
  railshift::Problems problems;
  const auto lines = railshift::read_csv(railshift::without_bom(text), name, problems);
  REQUIRE(problems.empty());
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Row row;
    for (std::size_t c = 0; c < lines[i].cells.size(); ++c) row[lines[0].cells.at(c).text] = lines[i].cells[c].text;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> rows_of_table(const fs::path& gpkg, const std::string& table) {
  const SQLite::Database database(gpkg.string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database, "select * from \"" + table + "\"");
  std::vector<Row> rows;
  while (query.executeStep()) {
    Row row;
    for (int c = 0; c < query.getColumnCount(); ++c) row[query.getColumn(c).getName()] = query.getColumn(c).getString();
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

const std::vector<Row>& Files::rows(const std::string& file) {
  const auto known = tables_.find(file);
  return known == tables_.end() ? tables_.emplace(file, read(file)).first->second : known->second;
}

std::vector<Row> Files::read(const std::string& file) const {
  if (file.starts_with("inputs/")) return input(file.substr(7));
  const std::size_t in = file.find(".gpkg/");
  if (in != std::string::npos) return rows_of_table(result_ / file.substr(0, in + 5), file.substr(in + 6));
  REQUIRE(fs::exists(result_ / file));
  return rows_of_text(text_of(result_ / file), file);
}

std::vector<Row> Files::input(const std::string& path) const {
  const fs::path run = fs::exists(result_ / "plan") ? result_ / "plan" : result_;
  for (const Row& row : rows_of_table(run / "run.gpkg", "input_file")) {
    if (row.at("path") == path) return rows_of_text(row.at("content"), path);
  }
  FAIL("no input " << path);
  return {};
}

std::vector<const Row*> agreeing(const std::vector<Row>& rows, const Key& key) {
  std::vector<const Row*> found;
  for (const Row& row : rows) {
    const bool agrees = std::all_of(key.begin(), key.end(), [&](const auto& cell) {
      REQUIRE(row.contains(cell.first));
      return row.at(cell.first) == cell.second;
    });
    if (agrees) found.push_back(&row);
  }
  return found;
}

double sum_of(const std::vector<const Row*>& rows, const std::string& column) {
  double sum = 0.0;
  for (const Row* row : rows) {
    REQUIRE(row->contains(column));
    if (!row->at(column).empty()) sum += std::stod(row->at(column));
  }
  return sum;
}

}  // namespace railshift::cli
