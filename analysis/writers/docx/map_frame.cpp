#include "analysis/writers/docx/map_frame.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace railshift::analysis::writers::office {
namespace {

constexpr double kKmPerDegree = 111.32;  // of latitude
constexpr double kEdge = 4.0;            // mm left free on every side
constexpr double kLeastSpan = 1.0;       // km, where all places are one

struct Span {
  double from = 0.0, to = 0.0;
};

/// All values, unless nine tenths of them (from the twentieth part to the last but that) span less than a third of it: then these and a
/// quarter of their span on either side.
Span span_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t cut = values.size() / 20;
  const double from = values[cut], to = values[values.size() - 1 - cut], most = to - from;
  if (values.back() - values.front() <= 3.0 * most || most <= 0.0) return {values.front(), values.back()};
  return {std::max(values.front(), from - most / 4.0), std::min(values.back(), to + most / 4.0)};
}

/// The part of a step inside a box (Liang and Barsky), as shares of its length; nothing where it passes by.
std::optional<Span> inside(const Place& from, const Place& to, double width, double height) {
  Span part{0.0, 1.0};
  const double dx = to[0] - from[0], dy = to[1] - from[1];
  for (const auto& [direction, distance] :
       {std::pair{-dx, from[0]}, std::pair{dx, width - from[0]}, std::pair{-dy, from[1]}, std::pair{dy, height - from[1]}}) {
    if (direction == 0.0) {
      if (distance < 0.0) return std::nullopt;
      continue;
    }
    const double at = distance / direction;
    if (direction < 0.0)
      part.from = std::max(part.from, at);
    else
      part.to = std::min(part.to, at);
  }
  return part.from < part.to ? std::optional(part) : std::nullopt;
}

}  // namespace

MapFrame::MapFrame(const document::Map& map, double width, double most_height) {
  std::vector<double> lons, lats;
  const auto take = [&](double lon, double lat) {
    lons.push_back(lon);
    lats.push_back(lat);
  };
  for (const auto& point : map.points) take(point.lon, point.lat);
  for (const auto& line : map.lines) {
    for (const auto& [lon, lat] : line.path) take(lon, lat);
  }
  const Span x = span_of(std::move(lons)), y = span_of(std::move(lats));
  km_per_lon_ = kKmPerDegree * std::cos((y.from + y.to) / 2.0 * std::numbers::pi / 180.0);
  const double wide = std::max(kLeastSpan, (x.to - x.from) * km_per_lon_), high = std::max(kLeastSpan, (y.to - y.from) * kKmPerDegree);
  west_ = x.from;
  north_ = y.to;
  mm_per_km_ = std::min((width - 2 * kEdge) / wide, (most_height - 2 * kEdge) / high);
  width_ = width;
  height_ = high * mm_per_km_ + 2 * kEdge;
  left_ = (width - wide * mm_per_km_) / 2.0;
  top_ = kEdge;
}

Place MapFrame::on_paper(double lon, double lat) const {
  return {left_ + (lon - west_) * km_per_lon_ * mm_per_km_, top_ + (north_ - lat) * kKmPerDegree * mm_per_km_};
}

bool MapFrame::holds(Place place) const { return place[0] >= 0.0 && place[1] >= 0.0 && place[0] <= width_ && place[1] <= height_; }

std::vector<std::vector<Place>> MapFrame::pieces(const std::vector<Place>& path) const {
  std::vector<std::vector<Place>> out;
  bool open = false;  // whether the last piece goes on
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Place &from = path[i - 1], &to = path[i];
    const auto part = inside(from, to, width_, height_);
    const auto at = [&](double share) { return Place{from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share}; };
    if (!part) {
      open = false;
      continue;
    }
    if (!open || part->from > 0.0) out.push_back({at(part->from)});
    out.back().push_back(at(part->to));
    open = part->to >= 1.0;
  }
  return out;
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
