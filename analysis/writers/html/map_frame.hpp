#pragma once
/// Geometry of a static map: degrees to px, width of lines, a scale bar. Kilometres are alike in both directions.
#include <string>
#include <vector>

#include "analysis/document/document.hpp"
#include "analysis/writers/html/svg.hpp"

namespace railshift::analysis::writers::html {

/// Points and lines of a map on a sheet kSheet wide.
class MapFrame {
 public:
  explicit MapFrame(const document::Map& map);
  [[nodiscard]] Spot at(double lon, double lat) const;
  [[nodiscard]] double height() const { return height_; }
  /// A bar of a round length with its kilometres, and an arrow to the north.
  [[nodiscard]] std::string scale_bar(Language language) const;
  [[nodiscard]] static std::string north(Language language);

 private:
  double west_ = 0.0, north_ = 0.0, km_per_degree_ = 1.0, px_per_km_ = 1.0, left_ = 0.0, top_ = 0.0, height_ = 0.0;
};

/// Of what is shown of a layer: its last whole year, or its last period where it has no year. Precondition: it has a period.
[[nodiscard]] std::size_t shown_period(const document::MapLayer& layer);
/// The value of a line or point in a period; nothing where there is none.
[[nodiscard]] std::optional<double> layer_value(const document::MapLayer& layer, std::size_t row, std::size_t period);

}  // namespace railshift::analysis::writers::html
