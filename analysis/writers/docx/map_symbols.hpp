#pragma once
/// Signs of the kinds of points, and circles of values.
#include <string>
#include <vector>

#include "analysis/writers/docx/map_scene.hpp"

namespace railshift::analysis::writers::office {

struct PointKind {
  const char* kind;  ///< as in MapPoint
  const char* zh;
  const char* en;
  int corners;       ///< of the sign; 12 is a circle
  double radius;     ///< mm
  double turn;       ///< degrees
  const char* fill;  ///< "" is white
  int label;         ///< whose names come first; 0: none
};
/// All kinds, those that lie below others first.
[[nodiscard]] const std::vector<PointKind>& point_kinds();
/// A regular polygon around a place.
[[nodiscard]] std::vector<Place> polygon(Place centre, double radius, int corners, double turn);
/// A shape of the signs of one kind, still without places.
[[nodiscard]] MapShape sign_shape(const PointKind& kind, Language language);

}  // namespace railshift::analysis::writers::office
