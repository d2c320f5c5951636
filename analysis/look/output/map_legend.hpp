#pragma once
/// Signs and colours of the map, and its legend.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "analysis/look/output/canvas.hpp"
#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

inline constexpr double kLegendHeight = 128.0;
inline constexpr std::string_view kRoadFlow = "#0b4f8a";
inline constexpr std::string_view kRailFlow = "#b3541e";
inline constexpr std::string_view kOtherFlow = "#2e7d4f";
inline constexpr std::string_view kRing = "#f2b705";

/// Width of a line that carries so many tonnes. Widths go by the square root: small flows would vanish beside city deliveries.
struct FlowWidth {
  double most = 0.0;  ///< tonnes of the widest line
  [[nodiscard]] double of(double tonnes) const {
    constexpr double kWidest = 18.0;
    constexpr double kThinnest = 0.6;
    return most <= 0.0 ? 0.0 : std::max(kThinnest, kWidest * std::sqrt(tonnes / most));
  }
};

[[nodiscard]] std::string marker(SiteKind kind, Point p);
[[nodiscard]] std::string gateway_sign(Point p);
/// Words that stay readable on lines; `more` are further attributes.
[[nodiscard]] std::string text_on_map(Point at, const std::string& words, std::string_view more = "");
/// 12.3 万吨/年 | 0.12 Mt a year
[[nodiscard]] std::string yearly(const Scribe& s, double tonnes);
/// Below the map: lines, signs, scale bar, widths.
[[nodiscard]] std::string legend(const Scribe& s, const Canvas& canvas, const FlowWidth& width);

}  // namespace railshift::analysis::look
