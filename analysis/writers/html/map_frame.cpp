#include "analysis/writers/html/map_frame.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "analysis/writers/html/scale.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {

constexpr double kKmPerDegree = 111.2;
constexpr double kMargin = 26.0;
constexpr double kHighest = 420.0;
constexpr double kLowest = 240.0;
constexpr double kBriefHeight = 185.0;
constexpr double kBriefLegend = 215.0;  ///< beside the map
constexpr double kLeastKm = 1.0;        ///< of a map of one place

}  // namespace

MapFrame::MapFrame(const document::Map& map, MapRoom room) {
  double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
  const auto take = [&](double lon, double lat) {
    west = std::min(west, lon);
    east = std::max(east, lon);
    south = std::min(south, lat);
    north = std::max(north, lat);
  };
  for (const document::MapPoint& p : map.points) take(p.lon, p.lat);
  for (const document::MapLine& l : map.lines) {
    for (const auto& [lon, lat] : l.path) take(lon, lat);
  }
  if (west > east) west = east = south = north = 0.0;
  west_ = west;
  north_ = north;
  km_per_degree_ = kKmPerDegree * std::cos((south + north) / 2.0 * std::numbers::pi / 180.0);
  const double wide = std::max((east - west) * km_per_degree_, kLeastKm), high = std::max((north - south) * kKmPerDegree, kLeastKm);
  const double highest = room == MapRoom::brief ? kBriefHeight : kHighest;
  width_ = room == MapRoom::brief ? kSheet - kBriefLegend : kSheet;
  px_per_km_ = std::min((width_ - 2.0 * kMargin) / wide, (highest - 2.0 * kMargin) / high);
  height_ = std::max(std::min(kLowest, highest), high * px_per_km_ + 2.0 * kMargin);
  left_ = (width_ - wide * px_per_km_) / 2.0;
  top_ = (height_ - high * px_per_km_) / 2.0;
}

Spot MapFrame::at(double lon, double lat) const {
  return {left_ + (lon - west_) * km_per_degree_ * px_per_km_, top_ + (north_ - lat) * kKmPerDegree * px_per_km_};
}

std::string MapFrame::scale_bar(Language language) const {
  const double km = round_below(160.0 / px_per_km_);
  const double length = km * px_per_km_;
  const std::string text = fmt::format("{} {}", km, language == Language::zh ? "公里" : "km");
  return fmt::format(
             "<g class=\"scale\"><rect x=\"8\" y=\"{0:.1f}\" width=\"{1:.1f}\" height=\"26\" fill=\"#fff\" fill-opacity=\"0.85\"/>"
             "<path d=\"M14 {2:.1f}v6h{3:.1f}v-6\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>",
             height_ - 32.0, length + 24.0 + text_width(text, kText), height_ - 20.0, length) +
         text_at({20.0 + length, height_ - 12.0}, Anchor::start, text) + "</g>\n";
}

std::string MapFrame::north(Language language) const {
  return fmt::format("<g class=\"north\"><path d=\"M{0:.1f} 8l7 22l-7 -6l-7 6z\" fill=\"#1a1a1a\"/>", width_ - 22.0) +
         text_at({width_ - 22.0, 44.0}, Anchor::middle, language == Language::zh ? "北" : "N") + "</g>\n";
}

std::size_t shown_period(const document::MapLayer& layer) {
  constexpr std::size_t kYear = 4;  // "2025", where a month is "2025-03"
  for (std::size_t i = layer.periods.size(); i-- > 0;) {
    if (layer.periods[i].size() == kYear) return i;
  }
  return layer.periods.size() - 1;
}

std::optional<double> layer_value(const document::MapLayer& layer, std::size_t row, std::size_t period) {
  if (row >= layer.values.size() || period >= layer.values[row].size()) return std::nullopt;
  return layer.values[row][period];
}

}  // namespace railshift::analysis::writers::html
