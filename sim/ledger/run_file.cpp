#include "sim/ledger/run_file.hpp"

#include <stdexcept>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/ledger/geopackage.hpp"
#include "sim/ledger/run_request_io.hpp"
#include "sim/ledger/spatial/fold_columns.hpp"
#include "sim/ledger/table_io.hpp"

namespace railshift::ledger {
namespace {

template <class Rows>
using RowOf = typename std::decay_t<Rows>::value_type;

void write_dimension(SQLite::Database& db, GeoPackage& package, const DimensionTable& dimension) {
  std::string columns, marks;
  for (const std::string& column : dimension.columns) {
    columns += ", " + sql_name(column) + (dimension.whole_numbers.contains(column) ? " INTEGER" : " TEXT");
    marks += ",?";
  }
  db.exec("CREATE TABLE " + sql_name(dimension.name) + " (\"index\" INTEGER PRIMARY KEY NOT NULL" + columns + ")");
  SQLite::Statement insert(db, "INSERT INTO " + sql_name(dimension.name) + " VALUES (?" + marks + ")");
  for (const DimensionTable::Entry& entry : dimension.entries) {
    insert.bind(1, entry.index);
    for (std::size_t i = 0; i < entry.cells.size(); ++i) insert.bind(static_cast<int>(i) + 2, entry.cells[i]);
    insert.exec();
    insert.reset();
  }
  package.register_attributes(dimension.name, "What an index of the fold tables refers to");
}

/// The layout as data: what a column means, and how many rows a complete file has.
template <class Row>
void describe_table(SQLite::Database& db, const TableLayout<Row>& table, std::size_t rows) {
  SQLite::Statement about(db, "INSERT INTO fold_table (name, description, row_count) VALUES (?,?,?)");
  about.bind(1, std::string(table.name));
  about.bind(2, std::string(table.description));
  about.bind(3, static_cast<std::int64_t>(rows));
  about.exec();
  SQLite::Statement column_row(
      db, "INSERT INTO fold_column (table_name, name, role, type, unit, dimension, description) VALUES (?,?,?,?,?,?,?)");
  for (const Column<Row>& column : table.columns) {
    int place = 1;
    for (const std::string_view cell :
         {table.name, column.name, column.role == Role::key ? std::string_view("key") : std::string_view("value"), column.sql_type(),
          column.unit, table_name(column.dimension), column.description}) {
      column_row.bind(place++, std::string(cell));
    }
    column_row.exec();
    column_row.reset();
  }
}

void write_folds(SQLite::Database& db, GeoPackage& package, const World& world, const Ledger& ledger) {
  db.exec("CREATE TABLE fold_table (fid INTEGER PRIMARY KEY NOT NULL, name TEXT, description TEXT, row_count INTEGER)");
  db.exec(
      "CREATE TABLE fold_column (fid INTEGER PRIMARY KEY NOT NULL, table_name TEXT, name TEXT, role TEXT, type TEXT, unit TEXT, "
      "dimension TEXT, description TEXT)");
  const std::vector<DimensionTable> dimensions = dimension_tables(world);
  for (const DimensionTable& dimension : dimensions) write_dimension(db, package, dimension);
  for_each_table(ledger, [&](const auto& rows) {
    const auto& table = layout<RowOf<decltype(rows)>>();
    create_table(db, table);
    insert_rows(db, rows);
    create_view(db, table, dimensions);
    describe_table(db, table, rows.size());
    package.register_attributes(table.name, table.description);
    package.register_attributes(std::string(table.name) + "_view", std::string(table.description) + ", readable");
  });
  package.register_attributes("fold_table", "Fold tables and their row counts");
  package.register_attributes("fold_column", "Columns of the fold tables: unit and meaning");
}

void write_database(const std::filesystem::path& path, const World& world, const RunFile& run, const std::vector<SpatialLayer>& layers) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  // The file has another name until it is complete, so a crash may leave rubbish; speed matters more than a journal.
  db.exec("PRAGMA journal_mode = OFF");
  db.exec("PRAGMA synchronous = OFF");
  db.exec("PRAGMA locking_mode = EXCLUSIVE");
  SQLite::Transaction transaction(db);
  GeoPackage package(db, run.request.until.empty() ? to_string(world.settings.end) : run.request.until);
  package.write_links(world);
  write_folds(db, package, world, run.ledger);
  write_inputs(db, run.inputs);
  write_request(db, run.request);
  package.register_attributes("input_file", "Every input as it was read");
  package.register_attributes("run_request", "How the run was asked for");
  write_layers(db, package, layers, column_meanings(db));
  transaction.commit();
}

Failed incomplete(const std::filesystem::path& path, const Words& why) {
  return Failed(both("{} 不是完整的运行文件：{}", "{} is not a complete run file: {}", path.string(), why));
}

void check_frame(SQLite::Database& db) {
  const int application = db.execAndGet("PRAGMA application_id").getInt();
  if (application != kGeoPackageApplicationId) throw Failed({"不是 GeoPackage", "it is not a GeoPackage"});
  for (const char* const name : {"fold_table", "input_file", "run_request"}) {
    if (!db.tableExists(name)) throw Failed(both("没有表 {}", "it has no table {}", name));
  }
}

template <class Row>
std::vector<Row> read_table(SQLite::Database& db) {
  const std::string name(layout<Row>().name);
  if (!db.tableExists(name)) throw Failed(both("没有表 {}", "it has no table {}", name));
  SQLite::Statement expected(db, "SELECT row_count FROM fold_table WHERE name = ?");
  expected.bind(1, name);
  if (!expected.executeStep()) throw Failed(both("没有写表 {} 有几行", "it does not say how many rows table {} has", name));
  std::vector<Row> rows = read_rows<Row>(db);
  const std::int64_t count = expected.getColumn(0).getInt64();
  if (count != static_cast<std::int64_t>(rows.size())) {
    throw Failed(both("表 {} 有 {} 行，应有 {} 行", "table {} has {} rows and should have {}", name, rows.size(), count));
  }
  return rows;
}

}  // namespace

void write_run_file(const std::filesystem::path& path, const World& world, const RunFile& run, const std::vector<SpatialLayer>& layers) {
  std::filesystem::path unfinished = path;
  unfinished += ".tmp";
  std::filesystem::remove(unfinished);
  try {
    write_database(unfinished, world, run, layers);
  } catch (const SQLite::Exception& e) {
    throw Failed(both("无法写入 {}：{}", "cannot write {}: {}", unfinished.string(), e.what()));
  }
  sync_to_disk(unfinished);
  rename_durably(unfinished, path);
}

RunFile read_run_file(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) throw incomplete(path, {"文件不存在", "it does not exist"});
  try {
    SQLite::Database db(path.string(), SQLite::OPEN_READONLY);
    check_frame(db);
    RunFile run;
    run.request = read_request(db);
    run.inputs = read_inputs(db);
    for_each_table(run.ledger, [&](auto& rows) { rows = read_table<RowOf<decltype(rows)>>(db); });
    return run;
  } catch (const std::runtime_error& e) {  // SQLite::Exception is one
    throw incomplete(path, words_of(e));
  }
}

}  // namespace railshift::ledger
