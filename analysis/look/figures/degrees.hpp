#pragma once
/// A place on the earth.
#include "sim/model/world.hpp"

namespace railshift::analysis::look {

struct Degrees {
  double lon = 0.0, lat = 0.0;
};
[[nodiscard]] inline Degrees degrees(const Node& node) { return {node.lon, node.lat}; }

}  // namespace railshift::analysis::look
