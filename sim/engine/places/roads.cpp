#include "sim/engine/places/roads.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::engine {
namespace {

const Leg& leg_with(const Chain& chain, int seq) {
  const auto at = std::find_if(chain.legs.begin(), chain.legs.end(), [seq](const Leg& leg) { return leg.seq == seq; });
  RAILSHIFT_EXPECTS(at != chain.legs.end(), "a truck leg stands in its chain");
  return *at;
}

}  // namespace

bool Roads::update(Date day, std::vector<TruckLeg>& legs) {
  rules::RoadRegime regime = rules::regime_on(world_.now(), day);
  if (map_ && regime == regime_) return false;
  regime_ = regime;
  runs_.reset();
  map_ = std::make_unique<rules::RoadMap>(world_.now(), std::move(regime));
  runs_ = std::make_unique<EmptyRuns>(world_, places_, *map_, routes_);
  for (TruckLeg& leg : legs) {
    const Chain& chain = world_->chains[leg.chain];
    leg.route = route_of(chain, leg_with(chain, leg.seq));
    routes_[leg.route].from = places_.site_at(leg.origin);
    routes_[leg.route].to = places_.site_at(leg.destination);
    leg.drive = routes_[leg.route].ticks();
  }
  return true;
}

std::uint32_t Roads::route_of(const Chain& chain, const Leg& leg) {
  routes_.push_back(map_->of_leg(chain, leg));
  return static_cast<std::uint32_t>(routes_.size() - 1);
}

rules::LegDistances Roads::distances() const {
  return rules::stated_distances(world_.now(), [this](const Chain& chain, const Leg& leg) {
    return Kilometres{static_cast<double>(map_->of_leg(chain, leg).metres()) / 1000.0};
  });
}

}  // namespace railshift::engine
