#pragma once
/// A map of the model laid out on paper: lines by class of their value, points by kind, labels that do not cover each other, scale, north
/// and legend. Places are millimetres from the upper left corner.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

using Place = std::array<double, 2>;

/// Lines or areas that look the same.
struct MapShape {
  std::string name;                         ///< what it shows, in words
  std::vector<std::vector<Place>> paths{};  ///< closed if `fill` or `closed`
  std::string ink{};                        ///< RRGGBB; empty: no line
  std::string fill{};                       ///< RRGGBB; empty: none
  double width = 0.5;                       ///< pt
  std::string dash = "solid";               ///< a preset of DrawingML
  bool closed = false;
};
struct MapLabel {
  std::string text;
  Place at{};  ///< upper left corner
  double width = 0.0, height = 0.0;
  double size = 8.0;        ///< pt
  bool over_lines = false;  ///< stands on the map and keeps what lies below it faint
};
struct MapScene {
  double width = 0.0, height = 0.0;
  std::vector<MapShape> shapes;
  std::vector<MapLabel> labels;
};

struct MapPaper {
  double width = 0.0;        ///< mm, with the legend
  double most_height = 0.0;  ///< mm
  double type = 8.0;         ///< pt
  Language language = Language::zh;
};

[[nodiscard]] MapScene map_scene(const document::Map& map, const MapPaper& paper);

}  // namespace railshift::analysis::writers::office
