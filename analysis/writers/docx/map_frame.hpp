#pragma once
/// Longitude and latitude on paper.
#include "analysis/writers/docx/map_scene.hpp"

namespace railshift::analysis::writers::office {

/// Equirectangular, true at the middle latitude; fits the map into a box of the paper. Where a few places lie far away from nearly all of
/// the network, the paper shows where nearly all of it is, and what leads away is cut at its edge.
class MapFrame {
 public:
  /// The box in which the map may stand, mm.
  MapFrame(const document::Map& map, double width, double most_height);
  [[nodiscard]] Place on_paper(double lon, double lat) const;
  /// Whether a place is on the paper.
  [[nodiscard]] bool holds(Place place) const;
  /// The pieces of a path that are on it.
  [[nodiscard]] std::vector<std::vector<Place>> pieces(const std::vector<Place>& path) const;
  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] double mm_per_km() const { return mm_per_km_; }

 private:
  double west_ = 0.0, north_ = 0.0, km_per_lon_ = 1.0;
  double mm_per_km_ = 1.0, left_ = 0.0, top_ = 0.0;
  double width_ = 0.0, height_ = 0.0;
};

inline constexpr double kMmPerPoint = 25.4 / 72.0;

/// 1, 2 or 5 times a power of ten, not above the value. Precondition: value > 0.
[[nodiscard]] double round_below(double value);
/// A number of a scale or legend: no more digits than it needs.
[[nodiscard]] std::string plain_number(double value);

}  // namespace railshift::analysis::writers::office
