#include "analysis/writers/docx/map_symbols.hpp"

#include <cmath>
#include <numbers>

namespace railshift::analysis::writers::office {

const std::vector<PointKind>& point_kinds() {
  static const std::vector<PointKind> kinds{
      {"site", "其他厂矿", "other site", 4, 0.8, 45, "A5A5A5", 0}, {"siding", "专用线", "siding", 3, 1.1, -90, "", 0},
      {"yard", "货场", "goods yard", 4, 1.3, 45, "", 3},           {"station", "车站", "station", 12, 1.0, 0, "", 4},
      {"gateway", "出入口", "gateway", 4, 1.4, 0, "404040", 2},    {"listed_site", "名单企业", "listed firm", 4, 1.4, 45, "000000", 1}};
  return kinds;
}

std::vector<Place> polygon(Place centre, double radius, int corners, double turn) {
  std::vector<Place> out;
  for (int i = 0; i < corners; ++i) {
    const double angle = (turn + 360.0 * i / corners) * std::numbers::pi / 180.0;
    out.push_back({centre[0] + radius * std::cos(angle), centre[1] + radius * std::sin(angle)});
  }
  return out;
}

MapShape sign_shape(const PointKind& kind, Language language) {
  MapShape shape;
  shape.name = language == Language::zh ? kind.zh : kind.en;
  shape.ink = "000000";
  shape.fill = *kind.fill == '\0' ? "FFFFFF" : kind.fill;
  shape.closed = true;
  return shape;
}

}  // namespace railshift::analysis::writers::office
