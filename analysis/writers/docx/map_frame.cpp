#include "analysis/writers/docx/map_frame.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace railshift::analysis::writers::office {
namespace {

constexpr double kKmPerDegree = 111.32;  // of latitude
constexpr double kEdge = 4.0;            // mm left free on every side
constexpr double kLeastSpan = 1.0;       // km, where all places are one

struct Bounds {
  double west = 0.0, east = 0.0, south = 0.0, north = 0.0;
  bool any = false;
  void add(double lon, double lat) {
    if (!any) {
      west = east = lon;
      south = north = lat;
      any = true;
    }
    west = std::min(west, lon);
    east = std::max(east, lon);
    south = std::min(south, lat);
    north = std::max(north, lat);
  }
};

Bounds bounds_of(const document::Map& map) {
  Bounds all;
  for (const auto& point : map.points) all.add(point.lon, point.lat);
  for (const auto& line : map.lines) {
    for (const auto& [lon, lat] : line.path) all.add(lon, lat);
  }
  return all;
}

}  // namespace

MapFrame::MapFrame(const document::Map& map, double width, double most_height) {
  const Bounds b = bounds_of(map);
  km_per_lon_ = kKmPerDegree * std::cos((b.south + b.north) / 2.0 * std::numbers::pi / 180.0);
  const double wide = std::max(kLeastSpan, (b.east - b.west) * km_per_lon_),
               high = std::max(kLeastSpan, (b.north - b.south) * kKmPerDegree);
  west_ = b.west;
  north_ = b.north;
  mm_per_km_ = std::min((width - 2 * kEdge) / wide, (most_height - 2 * kEdge) / high);
  width_ = width;
  height_ = high * mm_per_km_ + 2 * kEdge;
  left_ = (width - wide * mm_per_km_) / 2.0;
  top_ = kEdge;
}

Place MapFrame::on_paper(double lon, double lat) const {
  return {left_ + (lon - west_) * km_per_lon_ * mm_per_km_, top_ + (north_ - lat) * kKmPerDegree * mm_per_km_};
}

double round_below(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {5.0, 2.0}) {
    if (value >= step * power) return step * power;
  }
  return power;
}

std::string plain_number(double value) {
  if (value >= 1e6 || (value > 0.0 && value < 1e-3)) return fmt::format("{:.3g}", value);
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:g}", value);
}

}  // namespace railshift::analysis::writers::office
