#pragma once
/// Trucks that two folders count on the road between them: through rows of one that are through rows, or hauls over the border, of the
/// other.
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/across/flows_twice.hpp"

namespace railshift::analysis::across {

/// onward: out of the first city and into the second. back: the other way. both: in and out at the same places, so that both networks hold
/// the same road.
enum class Course : std::uint8_t { onward, back, both };

/// Trucks of one class at one border.
struct RoadsTwice {
  Course course = Course::onward;
  std::string truck_class;         ///< id, the same in both
  Id<Node> gateway_a, gateway_b;   ///< of `both`: where they come in
  Kilometres apart;                ///< of the gateways, the larger where there are two pairs
  std::vector<std::string> roads;  ///< that both names hold; empty: the match rests on the distance alone
  Counted through_a, through_b;    ///< through rows, loaded trips x payload
  Counted flows_a, flows_b;        ///< flows by truck over the border that neither begin nor end in the other city
  /// No more can be the same trucks: a flow of one city is never one of the other here (flows_twice has those).
  [[nodiscard]] Tonnes at_most() const;
};
/// Gateways match if they are one place, or have a road in common and lie up to kSameRoad apart. Onward and back hold only at a gateway
/// that lies between the two cities: seen from it, the middles of their sites are more than a right angle apart.
[[nodiscard]] std::vector<RoadsTwice> roads_twice(const City& a, const City& b, const Span& span);

}  // namespace railshift::analysis::across
