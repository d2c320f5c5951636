#pragma once
/// The GeoPackage frame of a run file (OGC 12-128r19, version 1.3): metadata tables, road links and points as feature layers. For the
/// run file and for tables of studies.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/ledger/spatial/geometry.hpp"
#include "sim/model/world.hpp"

namespace railshift::ledger {

inline constexpr int kGeoPackageApplicationId = 0x47504B47;  ///< "GPKG"
inline constexpr int kGeoPackageVersion = 10300;

/// Writes metadata tables into an empty database and registers contents.
class GeoPackage {
 public:
  /// `last_change` is YYYY-MM-DD: the day up to which the run simulates, never the wall clock.
  GeoPackage(SQLite::Database& db, std::string last_change);
  /// Makes a table or view (with its integer primary key) visible to GIS programs.
  void register_attributes(std::string_view table, std::string_view description);
  /// Makes a table with a column `geom` of points (point_blob) a layer; these are its points, longitude and latitude. At least one.
  void register_points(std::string_view table, std::string_view description, const std::vector<std::pair<double, double>>& points);
  /// Makes a table with a column `geom` of this geometry (POINT, LINESTRING) a layer; without an extent it is an empty one.
  void register_features(std::string_view table, std::string_view description, std::string_view geometry,
                         const std::optional<Extent>& extent);
  /// The day given, as it stands in the metadata: the start of it, UTC.
  [[nodiscard]] const std::string& last_change() const { return last_change_; }
  /// `link_geometry`: one straight line a road link, EPSG:4326.
  void write_links(const World& world);

 private:
  SQLite::Database& db_;
  std::string last_change_;
};

}  // namespace railshift::ledger
