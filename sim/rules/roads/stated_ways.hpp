#pragma once
/// Ways whose kilometres truck legs state.
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// The sites where a truck leg begins and ends. Nothing: at a station, or at another node on the way.
struct LegSites {
  std::optional<Id<Site>> from;
  std::optional<Id<Site>> to;
};
[[nodiscard]] LegSites leg_sites(const GoodsWorld& world, const Chain& chain, std::size_t position);

/// The way of a leg that states kilometres.
struct StatedWay {
  Id<Site> from;  ///< as the leg names them; the way holds in both directions
  Id<Site> to;
  Kilometres km;
  Hours time;                             ///< the leg's hours, else km / road.stated_speed
  std::optional<Kilometres> off_network;  ///< of km; such a way needs no open road
};

/// Ways between two sites that some truck leg states. They hold in both directions, for empty runs too, also where the network knows
/// another way. Where legs state different ways between the same sites the shortest that is open holds (of equally long ones the quickest):
/// whoever has the choice drives no detour.
class StatedWays {
 public:
  explicit StatedWays(const World& world);
  /// In either direction, the shortest first; empty: no leg states one.
  [[nodiscard]] const std::vector<StatedWay>& between(Id<Site> a, Id<Site> b) const;

 private:
  using Ends = std::pair<Id<Site>, Id<Site>>;  ///< the smaller id first
  std::map<Ends, std::vector<StatedWay>> ways_;
};

}  // namespace railshift::rules
