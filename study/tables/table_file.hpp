#pragma once
/// Tables of a study as one GeoPackage, which SQLite, QGIS, R and spreadsheets open.
#include <filesystem>
#include <string>
#include <vector>

#include "study/tables/data_table.hpp"

namespace railshift::study {

/// Points on the map (EPSG:4326): `table` with a place for each of its rows, longitude and latitude in degrees.
struct PlaceTable {
  DataTable table;
  std::vector<std::pair<double, double>> places;
};

/// Writes a new file: every table as an attributes table (key `fid`; empty text stays empty, an empty number is NULL), the places as a
/// layer of points if there are any, table `column_meaning` with what columns and empty cells mean. `last_change`, YYYY-MM-DD, stands for
/// the wall clock. Throws Failed.
void write_table_file(const std::filesystem::path& path, const std::vector<DataTable>& tables, const PlaceTable& places,
                      const std::string& last_change);

}  // namespace railshift::study
