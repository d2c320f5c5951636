#include "sim/engine/way_closures.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::engine {

WayClosures::WayClosures(const World& world) : world_(world) {
  for (const Closure& c : world.closures) {
    if (c.site) continue;
    const rules::ClosedTime time = rules::closed_time(c, world.settings.day_zero());
    const double headway = c.vehicles_per_hour ? static_cast<double>(kTicksPerHour) / *c.vehicles_per_hour : 0.0;
    closures_.push_back({world.closures.id_of(c), time, static_cast<Tick>(std::llround(headway)), time.to, false});
  }
}

bool WayClosures::concerns(const State& state, Id<Chain> chain, const Route& way) const {
  const Closure& closure = world_.closures[state.closure];
  if (closure.chain) return *closure.chain == chain;
  return std::any_of(way.links.begin(), way.links.end(), [&](Id<Link> link) { return world_.links[link].road == closure.road; });
}

Tick WayClosures::set_out(Id<Chain> chain, const Route& way, Tick now) {
  Tick start = now;
  for (State& state : closures_) {
    if (state.over || now < state.time.from || !concerns(state, chain, way)) continue;
    const Tick go = std::max(now, state.next);
    if (now >= state.time.to && go == now) {
      state.over = true;
      continue;
    }
    state.next = go + state.headway;
    start = std::max(start, go);
  }
  return start;
}

}  // namespace railshift::engine
