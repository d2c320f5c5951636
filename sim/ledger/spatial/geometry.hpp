#pragma once
/// Geometries of a GeoPackage: its header (little endian, EPSG:4326; of a line with the envelope x and y), then WKB.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace railshift::ledger {

/// Points are drawn as signs, lines as strokes.
enum class Shape : std::uint8_t { point, line };
/// Longitude and latitude in degrees (EPSG:4326).
using LonLat = std::array<double, 2>;

/// A bounding box in degrees.
struct Extent {
  double min_x = 0, max_x = 0, min_y = 0, max_y = 0;
};
/// The box around both.
[[nodiscard]] Extent joined(const Extent& a, const Extent& b);
/// The box around a path of at least one place.
[[nodiscard]] Extent extent_of(const std::vector<LonLat>& path);

/// A point: longitude and latitude in degrees.
[[nodiscard]] std::string point_blob(double lon, double lat);
/// A point of one place or a line of two or more; anything else is a broken promise.
[[nodiscard]] std::string geometry_blob(const std::vector<LonLat>& path, Shape shape);

}  // namespace railshift::ledger
