#pragma once
/// SQL of one fold table, made from its layout: create, write, read, readable view. Private to the run file.
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/ledger/layout.hpp"

namespace railshift::ledger {

/// `"name"`, so that columns such as left and open are no keywords.
[[nodiscard]] inline std::string sql_name(std::string_view name) { return '"' + std::string(name) + '"'; }

template <class Row>
std::string column_list(const TableLayout<Row>& table) {
  std::string list;
  for (const auto& column : table.columns) list += (list.empty() ? "" : ", ") + sql_name(column.name);
  return list;
}

template <class Row>
void create_table(SQLite::Database& db, const TableLayout<Row>& table) {
  std::string sql = "CREATE TABLE " + sql_name(table.name) + " (fid INTEGER PRIMARY KEY NOT NULL";
  for (const auto& column : table.columns) sql += ", " + sql_name(column.name) + " " + std::string(column.sql_type());
  db.exec(sql + ")");
}

template <class Row>
void insert_rows(SQLite::Database& db, const std::vector<Row>& rows) {
  const TableLayout<Row>& table = layout<Row>();
  std::string marks = "?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) marks += ",?";
  SQLite::Statement insert(db, "INSERT INTO " + sql_name(table.name) + " (" + column_list(table) + ") VALUES (" + marks + ")");
  for (const Row& row : rows) {
    int place = 1;
    for (const auto& column : table.columns) {
      if (column.is_text()) {
        insert.bindNoCopy(place, column.text(row));
      } else if (const auto number = column.number(row)) {
        insert.bind(place, *number);
      } else {
        insert.bind(place);
      }
      ++place;
    }
    insert.exec();
    insert.reset();
  }
}

template <class Row>
std::vector<Row> read_rows(SQLite::Database& db) {
  const TableLayout<Row>& table = layout<Row>();
  SQLite::Statement query(db, "SELECT " + column_list(table) + " FROM " + sql_name(table.name) + " ORDER BY fid");
  std::vector<Row> rows;
  while (query.executeStep()) {
    Row& row = rows.emplace_back();
    int place = 0;
    for (const auto& column : table.columns) {
      const SQLite::Column cell = query.getColumn(place++);
      if (column.is_text()) {
        column.set_text(row, cell.getString());
      } else {
        column.set_number(row, cell.isNull() ? std::nullopt : std::optional<std::int64_t>(cell.getInt64()));
      }
    }
  }
  return rows;
}

/// What a view shows instead of one index column, and the join it needs.
struct ViewPart {
  std::string select;
  std::string join;
};
/// `dimensions` are those of the run's world.
[[nodiscard]] ViewPart view_part(std::string_view column, Dimension dimension, const std::vector<DimensionTable>& dimensions);

/// `service_view`: the table with labels for indices and months as text.
template <class Row>
void create_view(SQLite::Database& db, const TableLayout<Row>& table, const std::vector<DimensionTable>& dimensions) {
  std::string select = "f.fid AS fid", joins;
  for (const auto& column : table.columns) {
    const ViewPart part = view_part(column.name, column.dimension, dimensions);
    select += ", " + part.select;
    joins += part.join;
  }
  db.exec("CREATE VIEW " + sql_name(std::string(table.name) + "_view") + " AS SELECT " + select + " FROM " + sql_name(table.name) + " f" +
          joins);
}

}  // namespace railshift::ledger
