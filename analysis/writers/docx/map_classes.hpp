#pragma once
/// The values of a layer in classes that differ by width, and by dash where a sign differs, so that they read in black and white.
#include <string>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

struct MapClass {
  bool below_zero = false;
  double from = 0.0, to = 0.0;  ///< of the absolute value, from < value <= to; the last one has no end
  double width = 0.5;           ///< pt of a line; mm of the radius of a circle: a third
  std::string ink, dash = "solid";
  std::string range;                   ///< of the absolute value, in the legend
  std::string text;                    ///< with the sign in words
  std::vector<std::size_t> members{};  ///< indices of lines or points
};

struct MapClasses {
  bool difference = false;
  std::string title;                ///< of the layer, its period and unit
  std::vector<MapClass> classes;    ///< those that have members, thin ones first
  std::vector<std::size_t> others;  ///< lines or points without a value, or of 0
};

/// The layer in the last period that is a year (of none: in the last one).
[[nodiscard]] MapClasses map_classes(const document::MapLayer& layer, Language language);

}  // namespace railshift::analysis::writers::office
