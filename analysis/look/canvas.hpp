#pragma once
/// A sheet of paper for the map: places in degrees become points, labels keep out of each other's way.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

#include "analysis/look/look.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::look {

struct Point {
  double x = 0.0, y = 0.0;
};

/// A box of degrees drawn `kWidth` wide, kilometres alike in both directions.
class Canvas {
 public:
  static constexpr double kWidth = 1100.0;

  explicit Canvas(const std::vector<Degrees>& places) {
    for (const Degrees& p : places) {
      west_ = std::min(west_, p.lon);
      east_ = std::max(east_, p.lon);
      south_ = std::min(south_, p.lat);
      north_ = std::max(north_, p.lat);
    }
    if (places.empty()) west_ = east_ = south_ = north_ = 0.0;
    const double margin = std::max(0.06 * std::max(east_ - west_, north_ - south_), 0.02);
    west_ -= margin;
    east_ += margin;
    south_ -= margin;
    north_ += margin;
    km_per_degree_ = kKmPerDegree * std::cos((south_ + north_) / 2.0 * std::numbers::pi / 180.0);
    scale_ = kWidth / ((east_ - west_) * km_per_degree_);
  }
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
  [[nodiscard]] std::optional<Point> place(Point marker, const std::string& text) {
    const double w = display_width(text) * kSize * 0.52;
    const double gap = 8.0;
    const Point choices[] = {{marker.x + gap, marker.y + 4.0},           {marker.x - gap - w, marker.y + 4.0},
                             {marker.x - w / 2.0, marker.y - gap - 1.0}, {marker.x - w / 2.0, marker.y + gap + kSize},
                             {marker.x + gap, marker.y - gap},           {marker.x + gap, marker.y + gap + kSize},
                             {marker.x - gap - w, marker.y - gap},       {marker.x - gap - w, marker.y + gap + kSize}};
    for (const Point& p : choices) {
      const Box box{p.x - 1.0, p.y - kSize, p.x + w + 1.0, p.y + 3.0};
      if (box.left < 2.0 || box.right > width_ - 2.0 || box.top < 2.0 || box.bottom > height_ - 2.0) continue;
      if (std::any_of(taken_.begin(), taken_.end(), [&box](const Box& other) { return overlap(box, other); })) continue;
      taken_.push_back(box);
      return p;
    }
    return std::nullopt;
  }

 private:
  struct Box {
    double left, top, right, bottom;
  };
  static bool overlap(const Box& a, const Box& b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
  double width_;
  double height_;
  std::vector<Box> taken_;
};

}  // namespace railshift::analysis::look
