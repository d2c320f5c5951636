/// Tables of a study as a GeoPackage, read by SQLite.
#include <catch2/catch.hpp>

#include <cstring>

#include <SQLiteCpp/SQLiteCpp.h>

#include "study/results/text_file.hpp"
#include "study/tables/table_file.hpp"
#include "tests/study/scene.hpp"

namespace table_file_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

DataTable table(const std::string& name) {
  return {name,
          {"表", "table"},
          {{"case", DataKind::text, EmptyCell::all, {"方案", "case"}},
           {"member", DataKind::integer, EmptyCell::never, {"成员", "member"}},
           {"value", DataKind::number, EmptyCell::nothing, {"数值", "value"}}},
          {{"", "1", "0.5"}, {"late", "2", ""}}};
}

std::string text(SQLite::Database& db, const std::string& query) { return db.execAndGet(query).getString(); }

}  // namespace

TEST_CASE("tables of a study are attributes of a GeoPackage, an empty number is none and an empty text stays", "[study]") {
  const Scratch scratch;
  write_table_file(scratch / "a.gpkg", {table("members"), table("targets")}, {}, "2024-12-31");
  SQLite::Database db((scratch / "a.gpkg").string());
  CHECK(db.execAndGet("PRAGMA application_id").getInt() == 0x47504B47);
  CHECK(text(db,
             "SELECT group_concat(table_name) FROM (SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes' ORDER BY rowid)") ==
        "members,targets,column_meaning");
  CHECK(text(db, "SELECT last_change FROM gpkg_contents LIMIT 1") == "2024-12-31T00:00:00.000Z");
  CHECK(db.execAndGet("SELECT sum(member) FROM members").getInt() == 3);
  CHECK(db.execAndGet("SELECT count(*) FROM members WHERE value IS NULL AND \"case\" = 'late'").getInt() == 1);
  CHECK(db.execAndGet("SELECT count(*) FROM members WHERE \"case\" = '' AND value = 0.5").getInt() == 1);
  CHECK(text(db, "SELECT empty_cell FROM column_meaning WHERE table_name = 'targets' AND name = 'case'") == "all");
  CHECK(db.execAndGet("SELECT count(*) FROM gpkg_geometry_columns").getInt() == 0);
}

TEST_CASE("places are a layer of points with its extent, and equal tables make equal bytes", "[study]") {
  const Scratch scratch;
  const PlaceTable places{table("target_places"), {{112.5, 37.75}, {112.25, 38.0}}};
  for (const char* file : {"a.gpkg", "b.gpkg"}) write_table_file(scratch / file, {table("members")}, places, "2024-12-31");
  CHECK(read_text(scratch / "a.gpkg") == read_text(scratch / "b.gpkg"));
  SQLite::Database db((scratch / "a.gpkg").string());
  CHECK(text(db, "SELECT geometry_type_name || srs_id FROM gpkg_geometry_columns") == "POINT4326");
  CHECK(text(db, "SELECT min_x || ' ' || max_x || ' ' || min_y || ' ' || max_y FROM gpkg_contents WHERE data_type = 'features'") ==
        "112.25 112.5 37.75 38.0");
  SQLite::Statement query(db, "SELECT geom FROM target_places ORDER BY fid");
  REQUIRE(query.executeStep());
  const auto blob = query.getColumn(0);
  // "GP", version 0, flags 1 (little endian, no envelope), SRS 4326; WKB: little endian, type 1, x, y
  REQUIRE(blob.getBytes() == 8 + 1 + 4 + 16);
  double x = 0.0, y = 0.0;
  std::memcpy(&x, static_cast<const char*>(blob.getBlob()) + 13, 8);
  std::memcpy(&y, static_cast<const char*>(blob.getBlob()) + 21, 8);
  CHECK((x == 112.5 && y == 37.75));
}

}  // namespace table_file_test
