#include "study/tables/table_file.hpp"

#include <charconv>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/ledger/geopackage.hpp"

namespace railshift::study {
namespace {

std::string quoted(const std::string& name) { return '"' + name + '"'; }

std::string sql_type(DataKind kind) {
  switch (kind) {
    case DataKind::text:
      return "TEXT";
    case DataKind::integer:
      return "INTEGER";
    case DataKind::number:
      return "DOUBLE";
  }
  return "";
}

std::string columns_sql(const DataTable& table) {
  std::string sql;
  for (const DataColumn& column : table.columns) sql += ", " + quoted(column.name) + " " + sql_type(column.kind);
  return sql;
}

void bind_cell(SQLite::Statement& insert, int place, const std::string& cell, DataKind kind) {
  if (kind == DataKind::text) return insert.bind(place, cell);
  if (cell.empty()) return insert.bind(place);
  if (kind == DataKind::integer) return insert.bind(place, static_cast<std::int64_t>(std::stoll(cell)));
  double number = 0.0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  insert.bind(place, number);
}

/// `geometry` of each row, or none.
void insert_rows(SQLite::Database& db, const DataTable& table, const std::vector<std::string>& geometry) {
  std::string names, marks;
  for (const DataColumn& column : table.columns) {
    names += (names.empty() ? "" : ", ") + quoted(column.name);
    marks += marks.empty() ? "?" : ",?";
  }
  if (!geometry.empty()) names += ", geom", marks += ",?";
  SQLite::Statement insert(db, "INSERT INTO " + quoted(table.name) + " (" + names + ") VALUES (" + marks + ")");
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    int place = 1;
    for (std::size_t c = 0; c < table.columns.size(); ++c) bind_cell(insert, place++, table.rows[r][c], table.columns[c].kind);
    if (!geometry.empty()) insert.bind(place, geometry[r].data(), static_cast<int>(geometry[r].size()));
    insert.exec();
    insert.reset();
  }
}

void write_table(SQLite::Database& db, ledger::GeoPackage& package, const DataTable& table) {
  db.exec("CREATE TABLE " + quoted(table.name) + " (fid INTEGER PRIMARY KEY NOT NULL" + columns_sql(table) + ")");
  insert_rows(db, table, {});
  package.register_attributes(table.name, table.title.zh + " / " + table.title.en);
}

void write_places(SQLite::Database& db, ledger::GeoPackage& package, const PlaceTable& places) {
  if (places.places.empty()) return;
  db.exec("CREATE TABLE " + quoted(places.table.name) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT" +
          columns_sql(places.table) + ")");
  std::vector<std::string> geometry;
  for (const auto& [lon, lat] : places.places) geometry.push_back(ledger::point_blob(lon, lat));
  insert_rows(db, places.table, geometry);
  package.register_points(places.table.name, places.table.title.zh + " / " + places.table.title.en, places.places);
}

DataTable meanings(const std::vector<DataTable>& tables) {
  DataTable about{
      "column_meaning",
      {"各列含义", "Meaning of columns"},
      {{"table_name", DataKind::text, EmptyCell::never, {"表", "table"}},
       {"name", DataKind::text, EmptyCell::never, {"列", "column"}},
       {"meaning_zh", DataKind::text, EmptyCell::never, {"中文含义", "meaning in Chinese"}},
       {"meaning_en", DataKind::text, EmptyCell::never, {"英文含义", "meaning in English"}},
       {"empty_cell", DataKind::text, EmptyCell::never, {"空格：all 全部，nothing 没有，never 不会空", "empty: all, nothing or never"}}},
      {}};
  for (const DataTable& table : tables) {
    for (const DataColumn& column : table.columns) {
      const char* empty = column.empty == EmptyCell::all ? "all" : column.empty == EmptyCell::nothing ? "nothing" : "never";
      about.rows.push_back({table.name, column.name, column.meaning.zh, column.meaning.en, empty});
    }
  }
  return about;
}

void write_database(const std::filesystem::path& path, const std::vector<DataTable>& tables, const PlaceTable& places,
                    const std::string& last_change) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  // The folder has another name until it is whole: a crash may leave rubbish.
  for (const char* pragma : {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE"}) db.exec(pragma);
  SQLite::Transaction transaction(db);
  ledger::GeoPackage package(db, last_change);
  for (const DataTable& table : tables) write_table(db, package, table);
  write_table(db, package, meanings(tables));
  write_places(db, package, places);
  transaction.commit();
}

}  // namespace

void write_table_file(const std::filesystem::path& path, const std::vector<DataTable>& tables, const PlaceTable& places,
                      const std::string& last_change) {
  try {
    write_database(path, tables, places, last_change);
  } catch (const SQLite::Exception& e) {
    throw Failed(both("无法写入 {}：{}", "cannot write {}: {}", path.string(), e.what()));
  }
}

}  // namespace railshift::study
