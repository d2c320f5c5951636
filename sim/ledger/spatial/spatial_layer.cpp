#include "sim/ledger/spatial/spatial_layer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"
#include "sim/ledger/geopackage.hpp"
#include "sim/ledger/table_io.hpp"

namespace railshift::ledger {
namespace {

std::string kind_sql(CellKind kind) {
  switch (kind) {
    case CellKind::text:
      return "TEXT";
    case CellKind::integer:
      return "INTEGER";
    case CellKind::number:
      return "DOUBLE";
  }
  broken_promise("kind", "a kind of cell is one of its list", __FILE__, __LINE__);
}

void bind_layer_cell(SQLite::Statement& insert, int place, const LayerCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return insert.bind(place, *text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return insert.bind(place, *whole);
  if (const auto* number = std::get_if<double>(&cell)) return insert.bind(place, *number);
  insert.bind(place);
}

void write_features(SQLite::Database& db, const SpatialLayer& layer) {
  std::string columns, names = "geom", marks = "?";
  for (const LayerColumn& column : layer.columns) {
    columns += ", " + sql_name(column.name) + " " + kind_sql(column.kind);
    names += ", " + sql_name(column.name);
    marks += ",?";
  }
  const std::string geometry = layer.shape == Shape::point ? "POINT" : "LINESTRING";
  db.exec("CREATE TABLE " + sql_name(layer.name) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " + geometry + columns + ")");
  SQLite::Statement insert(db, "INSERT INTO " + sql_name(layer.name) + " (" + names + ") VALUES (" + marks + ")");
  for (const Feature& feature : layer.features) {
    RAILSHIFT_EXPECTS(feature.cells.size() == layer.columns.size(), "a feature has a cell a column");
    const std::string blob = geometry_blob(feature.path, layer.shape);
    insert.bind(1, blob.data(), static_cast<int>(blob.size()));
    for (std::size_t c = 0; c < feature.cells.size(); ++c) bind_layer_cell(insert, static_cast<int>(c) + 2, feature.cells[c]);
    insert.exec();
    insert.reset();
  }
}

Extent whole_extent(const SpatialLayer& layer) {
  Extent extent = extent_of(layer.features.front().path);
  for (const Feature& feature : layer.features) extent = joined(extent, extent_of(feature.path));
  return extent;
}

/// As QGIS makes it when it saves a style into a GeoPackage; the time is that of the package.
void write_styles(SQLite::Database& db, GeoPackage& package, const std::vector<SpatialLayer>& layers) {
  db.exec(
      "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), "
      "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
      "description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)");
  SQLite::Statement insert(
      db,
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
      "styleSLD, useAsDefault, description, owner, ui, update_time) VALUES ('','',?,'geom',?,?,'',1,?,'',NULL,?)");
  for (const SpatialLayer& layer : layers) {
    int place = 1;
    for (const std::string& cell :
         {layer.name, layer.name, qml(layer.style, layer.shape), layer.title.zh + " / " + layer.title.en, package.last_change()})
      insert.bind(place++, cell);
    insert.exec();
    insert.reset();
  }
  package.register_attributes("layer_styles", "Styles of the layers for QGIS");
}

constexpr const char* kDataColumns = R"sql(
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write');
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC,
  max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
)sql";

void write_meanings(SQLite::Database& db, GeoPackage& package, const std::vector<ColumnMeaning>& meanings) {
  db.exec(kDataColumns);
  db.exec(
      "CREATE TABLE column_meaning (fid INTEGER PRIMARY KEY NOT NULL, table_name TEXT, column_name TEXT, unit TEXT, meaning_zh TEXT, "
      "meaning_en TEXT)");
  SQLite::Statement ours(db, "INSERT INTO column_meaning (table_name, column_name, unit, meaning_zh, meaning_en) VALUES (?,?,?,?,?)");
  SQLite::Statement theirs(db, "INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES (?,?,?,?)");
  for (const ColumnMeaning& m : meanings) {
    int place = 1;
    for (const std::string& cell : {m.table, m.column, m.unit, m.meaning.zh, m.meaning.en}) ours.bind(place++, cell);
    ours.exec();
    ours.reset();
    const std::string unit = m.unit.empty() ? "" : " [" + m.unit + "]";
    place = 1;
    for (const std::string& cell : {m.table, m.column, m.meaning.zh + unit, m.meaning.en + unit}) theirs.bind(place++, cell);
    theirs.exec();
    theirs.reset();
  }
  package.register_attributes("column_meaning", "What every column says, in Chinese and English");
}

}  // namespace

void write_layers(SQLite::Database& db, GeoPackage& package, const std::vector<SpatialLayer>& layers,
                  const std::vector<ColumnMeaning>& others) {
  std::vector<SpatialLayer> drawn;
  for (const SpatialLayer& layer : layers) {
    if (!layer.features.empty()) drawn.push_back(layer);
  }
  std::vector<ColumnMeaning> meanings;
  for (const SpatialLayer& layer : drawn) {
    write_features(db, layer);
    package.register_features(layer.name, layer.title.zh + " / " + layer.title.en, layer.shape == Shape::point ? "POINT" : "LINESTRING",
                              whole_extent(layer));
    for (const LayerColumn& column : layer.columns) meanings.push_back({layer.name, column.name, column.unit, column.meaning});
  }
  if (!drawn.empty()) write_styles(db, package, drawn);
  meanings.insert(meanings.end(), others.begin(), others.end());
  write_meanings(db, package, meanings);
}

void write_layer_file(const std::filesystem::path& path, const std::vector<SpatialLayer>& layers, const std::string& last_change) {
  try {
    SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const char* pragma : {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE"}) db.exec(pragma);
    SQLite::Transaction transaction(db);
    GeoPackage package(db, last_change);
    write_layers(db, package, layers, {});
    transaction.commit();
  } catch (const SQLite::Exception& e) {
    throw Failed(both("无法写入 {}：{}", "cannot write {}: {}", path.string(), e.what()));
  }
}

}  // namespace railshift::ledger
