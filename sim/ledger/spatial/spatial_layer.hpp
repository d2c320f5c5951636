#pragma once
/// Layers of points and lines with figures, as a GIS program opens them: what is in them, and how they are written into a GeoPackage.
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/ledger/spatial/layer_style.hpp"

namespace SQLite {
class Database;
}

namespace railshift::ledger {

class GeoPackage;

enum class CellKind : std::uint8_t { text, integer, number };
/// A column of a layer and what it says.
struct LayerColumn {
  std::string name;
  CellKind kind = CellKind::text;
  std::string unit;  ///< empty: a name, a code or a date
  Words meaning;
};
/// Nothing is NULL: there is no such figure. Days are texts YYYY-MM-DD, months YYYY-MM.
using LayerCell = std::variant<std::monostate, std::string, std::int64_t, double>;
struct Feature {
  std::vector<LonLat> path;      ///< of a point one, of a line two or more
  std::vector<LayerCell> cells;  ///< one a column
};
struct SpatialLayer {
  std::string name;  ///< of its table
  Words title;
  Shape shape = Shape::point;
  std::vector<LayerColumn> columns;
  std::vector<Feature> features;
  LayerStyle style;
};

/// What a column of some table says.
struct ColumnMeaning {
  std::string table, column, unit;
  Words meaning;
};

/// Writes the layers that have features: a table each (key `fid`, geometry `geom`), registered with its extent, their styles
/// (`layer_styles`, as QGIS keeps them: one default style a layer), `column_meaning` with what every column of these layers and of `others`
/// says, and the same as `gpkg_data_columns` (extension gpkg_schema).
void write_layers(SQLite::Database& db, GeoPackage& package, const std::vector<SpatialLayer>& layers,
                  const std::vector<ColumnMeaning>& others);

/// A new GeoPackage of these layers alone. `last_change`, YYYY-MM-DD, stands for the wall clock. Throws Failed.
void write_layer_file(const std::filesystem::path& path, const std::vector<SpatialLayer>& layers, const std::string& last_change);

}  // namespace railshift::ledger
