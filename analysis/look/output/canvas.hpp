#pragma once
/// A sheet of paper for the map: places in degrees become points, labels keep out of each other's way.
#include <optional>
#include <string>
#include <vector>

#include "analysis/look/figures/degrees.hpp"

namespace railshift::analysis::look {

struct Point {
  double x = 0.0, y = 0.0;
};

/// A box of degrees drawn `kWidth` wide, kilometres alike in both directions.
class Canvas {
 public:
  static constexpr double kWidth = 1100.0;

  explicit Canvas(const std::vector<Degrees>& places);
  [[nodiscard]] double height() const { return (north_ - south_) * kKmPerDegree * scale_; }
  [[nodiscard]] Point at(Degrees p) const { return {(p.lon - west_) * km_per_degree_ * scale_, (north_ - p.lat) * kKmPerDegree * scale_}; }
  [[nodiscard]] double pixels_per_km() const { return scale_; }

 private:
  static constexpr double kKmPerDegree = 111.2;
  double west_ = 1e9, east_ = -1e9, south_ = 1e9, north_ = -1e9;
  double km_per_degree_ = 1.0;
  double scale_ = 1.0;
};

/// Where labels may stand: none covers another or a marker.
class Labels {
 public:
  static constexpr double kSize = 12.0;

  Labels(double width, double height) : width_(width), height_(height) {}
  void keep_free(Point centre, double radius) {
    taken_.push_back({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius});
  }
  /// Left end of the baseline, or nothing if every place beside the marker is taken.
  [[nodiscard]] std::optional<Point> place(Point marker, const std::string& text);

 private:
  struct Box {
    double left, top, right, bottom;
    [[nodiscard]] bool overlaps(const Box& other) const {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  };
  double width_;
  double height_;
  std::vector<Box> taken_;
};

}  // namespace railshift::analysis::look
