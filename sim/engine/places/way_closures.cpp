#include "sim/engine/places/way_closures.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace railshift::engine {

WayClosures::WayClosures(const LiveWorld& world) : world_(world) {
  for (const Closure& c : world->closures) {
    if (c.site) continue;
    const rules::ClosedTime time = rules::closed_time(c, world->settings.day_zero());
    const double headway = c.vehicles_per_hour ? static_cast<double>(kTicksPerHour) / *c.vehicles_per_hour : 0.0;
    closures_.push_back({world->closures.id_of(c), time, static_cast<Tick>(std::llround(headway)), time.to, false});
  }
}

bool concerns(const World& world, const Closure& closure, Id<Chain> chain, const Route& way) {
  if (closure.chain) return *closure.chain == chain;
  const auto on_road = [&](Id<Link> link) { return world.links[link].road == closure.road; };
  return std::any_of(way.links.begin(), way.links.end(), on_road) || std::any_of(way.passes.begin(), way.passes.end(), on_road);
}

Tick WayClosures::set_out(LegIndex leg, Id<Chain> chain, const Route& way, Tick now) {
  Held truck{leg, {}, now, now};
  for (State& state : closures_) {
    if (state.over || now < state.time.from || !concerns(world_.now(), world_->closures[state.closure], chain, way)) continue;
    const Tick go = std::max(now, state.next);
    if (now >= state.time.to && go == now) {
      state.over = true;
      continue;
    }
    state.next = go + state.headway;
    if (go > truck.goes) truck = {leg, state.closure, now, go};
  }
  if (truck.goes > now) hold(truck);
  return truck.goes;
}

void WayClosures::hold(const Held& truck) {
  if (held_.size() >= forget_at_) {
    std::erase_if(held_, [&](const Held& h) { return h.goes <= truck.since; });
    forget_at_ = std::max(forget_at_, 2 * held_.size());
  }
  held_.push_back(truck);
}

std::vector<WayClosures::Held> WayClosures::held(Tick now) const {
  std::vector<Held> waiting;
  std::copy_if(held_.begin(), held_.end(), std::back_inserter(waiting), [now](const Held& h) { return h.goes > now; });
  return waiting;
}

}  // namespace railshift::engine
