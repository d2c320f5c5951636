#pragma once
/// 运距段 - haul class: how far a flow's goods go by road, as plans and freight statistics group hauls.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/road_graph.hpp"

namespace railshift::rules {

/// no_road: no road of the base year joins the ends, so the haul has no length by road.
enum class HaulClass : std::uint8_t { under_100, from_100, from_250, from_500, from_750, no_road };
inline constexpr std::array kHaulClasses{HaulClass::under_100, HaulClass::from_100, HaulClass::from_250,
                                         HaulClass::from_500,  HaulClass::from_750, HaulClass::no_road};
/// <100, 100-249, 250-499, 500-749, >=750 (km), no_road
[[nodiscard]] std::string_view to_text(HaulClass haul);
/// >=500: 中长距离运输（运距 500 公里以上） of plans, the two classes that it joins.
inline constexpr std::string_view kMediumAndLong = ">=500";
[[nodiscard]] constexpr bool is_medium_or_long(HaulClass haul) { return haul == HaulClass::from_500 || haul == HaulClass::from_750; }
/// The class of a length, which is rounded to whole metres first: 99,999 m are under 100 km, 100,000 m are not.
[[nodiscard]] HaulClass haul_class(Kilometres km);

/// Shortest roads, by length, on the network of the base year's first day. Nothing that opens or closes later moves them, so that a figure
/// by class, or in tonne-kilometres, moves with tonnes alone. For one thread; the world must outlive it.
class BaseYearRoads {
 public:
  explicit BaseYearRoads(const World& world);
  /// From door to door: the network and outer_km of both sites. Nothing if no road joins them; 0 from a site to itself.
  [[nodiscard]] std::optional<Kilometres> between(Id<Site> from, Id<Site> to) const;
  /// A leg of a chain, by position: its stated kilometres; else of a truck leg the shortest road with outer_km where it begins or ends at
  /// the flow's site, of a rail leg the sections of its line. 0 where nothing is known.
  [[nodiscard]] Kilometres of_leg(const Chain& chain, std::size_t leg) const;

 private:
  [[nodiscard]] std::optional<Kilometres> network(Id<Node> from, Id<Node> to) const;
  [[nodiscard]] Kilometres access(Id<Node> end, Id<Site> site) const;

  const World* world_;
  RoadGraph graph_;
  std::vector<std::int64_t> metres_;  ///< by link
  mutable std::map<std::pair<Id<Node>, Id<Node>>, std::optional<Kilometres>> known_;
};

/// The class of every flow, by index: the shortest road of the base year from origin to destination.
[[nodiscard]] std::vector<HaulClass> haul_classes(const World& world);

}  // namespace railshift::rules
