#pragma once
/// The GeoPackage frame of a run file (OGC 12-128r19, version 1.3): metadata tables, and road links as a features layer. Private to the run
/// file.
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

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
  /// `link_geometry`: one straight line a road link, EPSG:4326.
  void write_links(const World& world);

 private:
  SQLite::Database& db_;
  std::string last_change_;
};

}  // namespace railshift::ledger
