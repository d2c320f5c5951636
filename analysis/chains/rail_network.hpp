#pragma once
/// The railway of the input as a network: shortest ways over sections on which a path is left.
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

/// One section, in the direction of travel.
struct RailStretch {
  Id<Line> line;
  Id<Node> from;
  Id<Node> to;
};

struct RailWay {
  std::vector<RailStretch> stretches;  ///< section by section
  Kilometres km;
};

/// Of one month: a section counts if others leave one path a month or more in both directions.
class RailNetwork {
 public:
  RailNetwork(const World& world, Month month);
  /// Shortest way by length (ties: fewer sections, then the order of the table); nothing if none leads there. No stretches between a
  /// station and itself.
  [[nodiscard]] std::optional<RailWay> way(Id<Node> from, Id<Node> to) const;

 private:
  struct Hop {
    Id<Node> to;
    std::uint32_t section = 0;
  };
  const World& world_;
  std::map<Id<Node>, std::vector<Hop>> hops_;
};

}  // namespace railshift::analysis
