#pragma once
/// Where goods of a site can meet the railway: its own siding, a yard within reach, or, outside the study area, where other goods of the
/// place do.
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::analysis {

enum class SiteEnd : std::uint8_t { origin, destination };

struct RailEnd {
  Id<Node> station;                     ///< on the modelled network
  std::optional<Id<Siding>> siding{};   ///< where the train is loaded or unloaded
  std::optional<Kilometres> drayage{};  ///< by truck between site and yard; absent: rail reaches the site
  bool by_line = false;                 ///< drayage is the straight line x kDetour, as no road of the network joins the two
  std::vector<Leg> beyond{};            ///< outside: legs between the station and the site, in order of travel, as another chain has them
};

/// Roads are longer than the straight line by this factor where the network has none: assumed (1.2 to 1.5), as in the derivation of the
/// data.
inline constexpr double kDetour = 1.3;

/// Looks ends up; roads of one day. The world must outlive it.
class RailEnds {
 public:
  RailEnds(const World& world, Date day, Kilometres within);
  /// Sidings and yards that are in service by the end of the run. A yard counts if the truck leg is at most `within`, the distance itself
  /// included.
  [[nodiscard]] std::vector<RailEnd> of(Id<Site> site, SiteEnd end) const;

 private:
  [[nodiscard]] std::vector<RailEnd> inside(Id<Site> site) const;
  [[nodiscard]] std::vector<RailEnd> outside(Id<Site> site, SiteEnd end) const;
  [[nodiscard]] RailEnd yard(const Site& site, const Siding& siding) const;

  const World& world_;
  Kilometres within_;
  rules::RoadMap roads_;
};

}  // namespace railshift::analysis
