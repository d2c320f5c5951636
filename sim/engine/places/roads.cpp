#include "sim/engine/places/roads.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::engine {
namespace {

const Leg& leg_with(const Chain& chain, int seq) {
  const auto at = std::find_if(chain.legs.begin(), chain.legs.end(), [seq](const Leg& leg) { return leg.seq == seq; });
  RAILSHIFT_EXPECTS(at != chain.legs.end(), "a truck leg stands in its chain");
  return *at;
}

/// Places where trucks of a pool come to stand, and origins of its loads.
bool some_cut_off(const std::vector<TruckLeg>& legs, const EmptyRuns& runs) {
  for (const TruckLeg& a : legs) {
    for (const TruckLeg& b : legs) {
      if (a.pool != b.pool) continue;
      if (!runs.metres(a.destination, b.origin) || !runs.metres(a.origin, b.origin)) return true;
    }
  }
  return false;
}

}  // namespace

bool Roads::differ_on(Date day) const { return !map_ || rules::regime_on(world_.now(), day) != regime_; }

bool Roads::update(Date day, std::vector<TruckLeg>& legs) {
  rules::RoadRegime regime = rules::regime_on(world_.now(), day);
  if (map_ && regime == regime_) return false;
  regime_ = regime;
  runs_.reset();
  map_ = std::make_unique<rules::RoadMap>(world_.now(), std::move(regime));
  runs_ = std::make_unique<EmptyRuns>(world_, places_, *map_, routes_);
  for (TruckLeg& leg : legs) set_way(leg);
  cut_off_ = some_cut_off(legs, *runs_);
  return true;
}

void Roads::set_way(TruckLeg& leg) {
  const Chain& chain = world_->chains[leg.chain];
  const auto route = route_of(chain, leg_with(chain, leg.seq));
  leg.has_way = route && runs_->metres(leg.destination, leg.origin);
  if (!route) return;
  leg.route = *route;
  routes_[leg.route].from = places_.site_at(leg.origin);
  routes_[leg.route].to = places_.site_at(leg.destination);
  leg.drive = routes_[leg.route].ticks();
}

std::optional<std::uint32_t> Roads::route_of(const Chain& chain, const Leg& leg) {
  auto route = map_->of_leg(chain, leg);
  if (!route) return std::nullopt;
  routes_.push_back(std::move(*route));
  return static_cast<std::uint32_t>(routes_.size() - 1);
}

rules::LegDistances Roads::distances() const { return rules::road_distances(world_.now(), *map_); }

}  // namespace railshift::engine
