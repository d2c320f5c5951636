#include "analysis/look/output/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/core/text.hpp"

namespace railshift::analysis::look {

Canvas::Canvas(const std::vector<Degrees>& places) {
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

std::optional<Point> Labels::place(Point marker, const std::string& text) {
  const double w = display_width(text) * kSize * 0.52;
  const double gap = 8.0;
  const Point choices[] = {{marker.x + gap, marker.y + 4.0},           {marker.x - gap - w, marker.y + 4.0},
                           {marker.x - w / 2.0, marker.y - gap - 1.0}, {marker.x - w / 2.0, marker.y + gap + kSize},
                           {marker.x + gap, marker.y - gap},           {marker.x + gap, marker.y + gap + kSize},
                           {marker.x - gap - w, marker.y - gap},       {marker.x - gap - w, marker.y + gap + kSize}};
  for (const Point& p : choices) {
    const Box box{p.x - 1.0, p.y - kSize, p.x + w + 1.0, p.y + 3.0};
    if (box.left < 2.0 || box.right > width_ - 2.0 || box.top < 2.0 || box.bottom > height_ - 2.0) continue;
    if (std::any_of(taken_.begin(), taken_.end(), [&box](const Box& other) { return box.overlaps(other); })) continue;
    taken_.push_back(box);
    return p;
  }
  return std::nullopt;
}

}  // namespace railshift::analysis::look
