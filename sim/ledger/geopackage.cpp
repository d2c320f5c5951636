#include "sim/ledger/geopackage.hpp"

#include <cstdint>
#include <utility>

namespace railshift::ledger {
namespace {

constexpr int kWgs84 = 4326;

constexpr const char* kMetadata = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude in degrees');
)sql";

constexpr const char* kLinks = R"sql(
CREATE TABLE link_geometry (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING, link INTEGER, id TEXT, name_zh TEXT, road TEXT, road_class TEXT,
  county TEXT, ring INTEGER, lanes INTEGER, length_m INTEGER, opens TEXT, closes TEXT)
)sql";

void bind_day(SQLite::Statement& statement, int place, const std::optional<Date>& day) {
  if (day) {
    statement.bind(place, to_string(*day));
  } else {
    statement.bind(place);
  }
}

void insert_link(SQLite::Statement& insert, const World& world, const Link& link) {
  const Node &from = world.nodes[link.from], &to = world.nodes[link.to];
  const std::string geometry = geometry_blob({{from.lon, from.lat}, {to.lon, to.lat}}, Shape::line);
  insert.bind(1, geometry.data(), static_cast<int>(geometry.size()));
  insert.bind(2, static_cast<std::int64_t>(world.links.id_of(link).index));
  insert.bind(3, link.id);
  insert.bind(4, link.name_zh);
  insert.bind(5, link.road);
  insert.bind(6, std::string(to_text(link.road_class)));
  insert.bind(7, link.county);
  insert.bind(8, link.ring);
  insert.bind(9, link.lanes);
  insert.bind(10, static_cast<std::int64_t>(link.length.value * 1000.0 + 0.5));
  bind_day(insert, 11, link.opens);
  bind_day(insert, 12, link.closes);
  insert.exec();
  insert.reset();
}

}  // namespace

GeoPackage::GeoPackage(SQLite::Database& db, std::string last_change) : db_(db), last_change_(std::move(last_change) + "T00:00:00.000Z") {
  db_.exec("PRAGMA application_id = " + std::to_string(kGeoPackageApplicationId));
  db_.exec("PRAGMA user_version = " + std::to_string(kGeoPackageVersion));
  db_.exec(kMetadata);
}

void GeoPackage::register_attributes(std::string_view table, std::string_view description) {
  SQLite::Statement insert(
      db_, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES (?, 'attributes', ?, ?, ?)");
  insert.bind(1, std::string(table));
  insert.bind(2, std::string(table));
  insert.bind(3, std::string(description));
  insert.bind(4, last_change_);
  insert.exec();
}

void GeoPackage::register_features(std::string_view table, std::string_view description, std::string_view geometry,
                                   const std::optional<Extent>& extent) {
  SQLite::Statement contents(db_, "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)");
  contents.bind(1, std::string(table));
  contents.bind(2, std::string(table));
  contents.bind(3, std::string(description));
  contents.bind(4, last_change_);
  if (extent) {
    contents.bind(5, extent->min_x);
    contents.bind(6, extent->min_y);
    contents.bind(7, extent->max_x);
    contents.bind(8, extent->max_y);
  }
  contents.bind(9, kWgs84);
  contents.exec();
  SQLite::Statement columns(db_, "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)");
  columns.bind(1, std::string(table));
  columns.bind(2, std::string(geometry));
  columns.bind(3, kWgs84);
  columns.exec();
}

void GeoPackage::register_points(std::string_view table, std::string_view description,
                                 const std::vector<std::pair<double, double>>& points) {
  std::optional<Extent> extent;
  for (const auto& [lon, lat] : points) {
    const Extent box{lon, lon, lat, lat};
    extent = extent ? joined(*extent, box) : box;
  }
  register_features(table, description, "POINT", extent);
}

void GeoPackage::write_links(const World& world) {
  db_.exec(kLinks);
  SQLite::Statement insert(
      db_,
      "INSERT INTO link_geometry (geom, link, id, name_zh, road, road_class, county, ring, lanes, length_m, opens, closes) "
      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
  std::optional<Extent> extent;
  for (const Link& link : world.links) {
    insert_link(insert, world, link);
    for (const Id<Node> end : {link.from, link.to}) {
      const Node& node = world.nodes[end];
      const Extent box{node.lon, node.lon, node.lat, node.lat};
      extent = extent ? joined(*extent, box) : box;
    }
  }
  register_features("link_geometry", "Road links", "LINESTRING", extent);
}

}  // namespace railshift::ledger
