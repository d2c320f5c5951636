#pragma once
/// The way of a train over the sections of one line.
#include <cstdint>
#include <vector>

#include "sim/model/rail_world.hpp"

namespace railshift::rules {

/// Where a leg begins and ends.
struct LegEnds {
  Id<Node> from;
  Id<Node> to;
};

/// A section on the way of a train.
struct SectionUse {
  std::uint32_t section;
  bool forward;  ///< from -> to of the section
};

/// Fewest sections of a line from one end to the other, in order of travel; empty if the line does not connect them.
[[nodiscard]] std::vector<SectionUse> line_path(const RailWorld& world, const Line& line, const LegEnds& ends);

}  // namespace railshift::rules
