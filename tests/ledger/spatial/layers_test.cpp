/// Layers for maps in a GeoPackage: geometry, extent, style, and words for every column.
#include <catch2/catch.hpp>

#include <cstring>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/ledger/run_file.hpp"
#include "tests/ledger/ledger_fixture.hpp"

namespace layers_test {

using namespace railshift;
using namespace railshift::ledger;
using Catch::Matchers::Contains;

namespace {

SpatialLayer stations() {
  SpatialLayer layer;
  layer.name = "map_stations";
  layer.title = {"车站", "Stations"};
  layer.columns = {{"id", CellKind::text, "", {"代码", "id"}},
                   {"trains", CellKind::integer, "trains", {"列车", "trains"}},
                   {"load", CellKind::number, "1", {"负荷", "load"}}};
  layer.features = {{{{112.25, 37.5}}, {std::string("甲"), std::int64_t{3}, 0.5}}, {{{113.0, 38.25}}, {std::string("乙"), {}, {}}}};
  layer.style = {{{{"站 & \"库\"", "a < b"}, "", true, {{{"全部", "all"}, "\"load\" < 1", "1,2,3", 2.5, "square"}}}}, "id"};
  return layer;
}

SpatialLayer lines(const std::string& name) {
  SpatialLayer layer;
  layer.name = name;
  layer.title = {"路", "Roads"};
  layer.shape = Shape::line;
  layer.columns = {{"year", CellKind::integer, "", {"年份", "year"}}};
  layer.features = {{{{112.5, 37.75}, {112.0, 38.0}, {112.25, 37.5}}, {std::int64_t{2024}}}};
  layer.style = {{{{"2024年", "2024"}, "\"year\" = 2024", false, {{{"多", "many"}, "", "9,9,9", 1.25}}}}, ""};
  return layer;
}

double at(const std::string& blob, std::size_t place) {
  double value = 0.0;
  std::memcpy(&value, blob.data() + place, sizeof value);
  return value;
}

std::string one(SQLite::Database& db, const std::string& sql) { return db.execAndGet(sql).getString(); }

}  // namespace

TEST_CASE("a point is 29 bytes: header without envelope, EPSG 4326, then longitude and latitude", "[ledger]") {
  const std::string blob = geometry_blob({{112.25, 37.5}}, Shape::point);
  REQUIRE(blob.size() == 8 + 5 + 16);
  CHECK(blob.substr(0, 4) == std::string({'G', 'P', 0, 1}));
  CHECK((static_cast<unsigned char>(blob[4]) | static_cast<unsigned char>(blob[5]) << 8) == 4326);
  CHECK(blob[8] == 1);
  CHECK(blob[9] == 1);
  CHECK(at(blob, 13) == 112.25);
  CHECK(at(blob, 21) == 37.5);
  CHECK(blob == point_blob(112.25, 37.5));
}

TEST_CASE("a line of three places has its envelope west, east, south, north before them", "[ledger]") {
  const std::string blob = geometry_blob(lines("roads").features[0].path, Shape::line);
  REQUIRE(blob.size() == 8 + 32 + 9 + 3 * 16);
  CHECK(blob[3] == 3);
  CHECK(at(blob, 8) == 112.0);
  CHECK(at(blob, 16) == 112.5);
  CHECK(at(blob, 24) == 37.5);
  CHECK(at(blob, 32) == 38.0);
  CHECK(blob[41] == 2);
  CHECK(blob[45] == 3);
  CHECK(at(blob, 49) == 112.5);
  CHECK(at(blob, 49 + 40) == 37.5);
}

TEST_CASE("layers are registered with geometry and extent, an empty one is left out, cells keep their kinds", "[ledger]") {
  const test::TemporaryFolder folder;
  SpatialLayer empty = lines("map_nothing");
  empty.features.clear();
  write_layer_file(folder.file("map.gpkg"), {stations(), lines("map_roads"), empty}, "2024-07-01");
  SQLite::Database db(folder.file("map.gpkg").string());
  CHECK(one(db, "SELECT group_concat(table_name || ' ' || geometry_type_name || ' ' || srs_id) FROM gpkg_geometry_columns") ==
        "map_stations POINT 4326,map_roads LINESTRING 4326");
  CHECK(one(db, "SELECT min_x || ' ' || min_y || ' ' || max_x || ' ' || max_y FROM gpkg_contents WHERE table_name = 'map_stations'") ==
        "112.25 37.5 113.0 38.25");
  CHECK(one(db, "SELECT min_x || ' ' || min_y || ' ' || max_x || ' ' || max_y FROM gpkg_contents WHERE table_name = 'map_roads'") ==
        "112.0 37.5 112.5 38.0");
  CHECK(one(db, "SELECT group_concat(typeof(id) || ' ' || typeof(trains) || ' ' || typeof(load), '; ') FROM map_stations") ==
        "text integer real; text null null");
  CHECK(one(db, "SELECT last_change FROM gpkg_contents LIMIT 1") == "2024-07-01T00:00:00.000Z");
  CHECK_FALSE(db.tableExists("map_nothing"));
}

TEST_CASE("every layer has one default style for QGIS, whose labels are text and whose years can be hidden", "[ledger]") {
  const test::TemporaryFolder folder;
  write_layer_file(folder.file("map.gpkg"), {stations(), lines("map_roads")}, "2024-07-01");
  SQLite::Database db(folder.file("map.gpkg").string());
  CHECK(one(db, "SELECT group_concat(f_table_name || ' ' || f_geometry_column || ' ' || useAsDefault) FROM layer_styles") ==
        "map_stations geom 1,map_roads geom 1");
  const std::string points = one(db, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'map_stations'");
  CHECK_THAT(points, Contains("label=\"站 &amp; &quot;库&quot; / a &lt; b\" checkstate=\"1\""));
  CHECK_THAT(points, Contains("filter=\"&quot;load&quot; &lt; 1\""));
  CHECK_THAT(points, Contains("class=\"SimpleMarker\""));
  CHECK_THAT(points, Contains("fieldName=\"id\""));
  const std::string roads = one(db, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'map_roads'");
  CHECK_THAT(roads, Contains("checkstate=\"0\""));
  CHECK_THAT(roads, Contains("name=\"line_width\" value=\"1.25\""));
  CHECK_THAT(roads, !Contains("labeling"));
}

TEST_CASE("equal layers give equal bytes", "[ledger]") {
  const test::TemporaryFolder folder;
  for (const char* name : {"a.gpkg", "b.gpkg"}) write_layer_file(folder.file(name), {stations(), lines("map_roads")}, "2024-07-01");
  CHECK(test::read_bytes(folder.file("a.gpkg")) == test::read_bytes(folder.file("b.gpkg")));
}

TEST_CASE("every column of every table of a run file is described in Chinese and English, once, with its unit", "[ledger]") {
  const test::TemporaryFolder folder;
  write_run_file(folder.file("run.gpkg"), test::ledger_world(), test::full_run(), {stations()});
  SQLite::Database db(folder.file("run.gpkg").string());
  SQLite::Statement tables(db,
                           "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN ('layer_styles', 'column_meaning') AND NOT "
                           "(data_type = 'features' AND table_name LIKE 'map_%')");
  int columns = 0;
  while (tables.executeStep()) {
    SQLite::Statement of(db, "SELECT name FROM pragma_table_info(?)");
    of.bind(1, tables.getColumn(0).getString());
    while (of.executeStep()) {
      SQLite::Statement words(
          db, "SELECT count(*), min(meaning_zh <> '' AND meaning_en <> '') FROM column_meaning WHERE table_name = ? AND column_name = ?");
      words.bind(1, tables.getColumn(0).getString());
      words.bind(2, of.getColumn(0).getString());
      REQUIRE(words.executeStep());
      INFO(tables.getColumn(0).getString() << "." << of.getColumn(0).getString());
      CHECK(words.getColumn(0).getInt() == 1);
      CHECK(words.getColumn(1).getInt() == 1);
      ++columns;
    }
  }
  CHECK(columns > 300);
  CHECK(one(db, "SELECT unit || ' ' || meaning_zh FROM column_meaning WHERE table_name = 'chains_view' AND column_name = 'delivered_kg'") ==
        "kg 由此送达目的地的");
  CHECK(
      one(db, "SELECT title || '; ' || description FROM gpkg_data_columns WHERE table_name = 'map_stations' AND column_name = 'trains'") ==
      "列车 [trains]; trains [trains]");
  CHECK(one(db, "SELECT count(*) FROM gpkg_data_columns") == one(db, "SELECT count(*) FROM column_meaning"));
  CHECK(one(db, "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'") == "2");
}

TEST_CASE("numbers of the tables around the folds are numbers, months of the views are texts", "[ledger]") {
  const test::TemporaryFolder folder;
  write_run_file(folder.file("run.gpkg"), test::ledger_world(), test::full_run());
  SQLite::Database db(folder.file("run.gpkg").string());
  CHECK(one(db, "SELECT group_concat(DISTINCT typeof(ring)) FROM dim_link") == "integer");
  CHECK(one(db, "SELECT group_concat(DISTINCT typeof(from_ticks)) FROM dim_wait_bucket") == "integer");
  CHECK(one(db, "SELECT typeof(month) || ' ' || month FROM chains_view") == "text 2024-03");
}

}  // namespace layers_test
