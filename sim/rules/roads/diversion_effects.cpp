#include "sim/rules/roads/diversion_effects.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::rules {

std::int64_t ring_metres(const Route& route, int ring) {
  std::int64_t metres = 0;
  for (const RouteCell& cell : route.cells) metres += cell.inside && cell.ring >= ring ? cell.metres : 0;
  return metres;
}

void RouteTally::add(const Route& route, std::int64_t trips) {
  const auto [at, is_new] = lines_.try_emplace(route.links);
  at->second.trips += trips;
  if (!is_new) return;
  for (const RouteCell& cell : route.cells) {
    if (cell.inside) at->second.metres_by_ring[cell.ring] += cell.metres;
  }
}

std::int64_t RouteTally::moved_out(const RouteTally& later, int ring) const {
  std::int64_t moved = 0;
  for (const auto& [links, line] : lines_) {
    const auto deepest = line.metres_by_ring.rbegin();
    if (deepest == line.metres_by_ring.rend() || deepest->first < ring) continue;
    const auto other = later.lines_.find(links);
    moved += std::max<std::int64_t>(0, line.trips - (other == later.lines_.end() ? 0 : other->second.trips));
  }
  return moved;
}

std::int64_t RouteTally::ring_metres(int ring) const {
  std::int64_t metres = 0;
  for (const auto& [links, line] : lines_) {
    for (const auto& [of, one] : line.metres_by_ring) metres += of >= ring ? one * line.trips : 0;
  }
  return metres;
}

DiversionAccount::DiversionAccount(const std::vector<Diversion>& diversions) {
  for (const Diversion& diversion : diversions) {
    Line line;
    line.measure = diversion.measure;
    line.claim = diversion.claim;
    line.ring = diversion.ring;
    for (const Diversion& other : diversions) line.avoided[other.ring] = 0;
    lines_.push_back(std::move(line));
  }
}

DiversionAccount::Line& DiversionAccount::of(Id<Measure> measure) {
  const auto at = std::find_if(lines_.begin(), lines_.end(), [measure](const Line& line) { return line.measure == measure; });
  RAILSHIFT_EXPECTS(at != lines_.end(), "a diversion in force is one of the month");
  return *at;
}

void DiversionAccount::note(Line& line, std::int64_t trips, const Stages& stages) {
  line.trips += trips;
  line.rerouted += stages.before->moved_out(*stages.after, line.ring);
  line.rerouted_alone += stages.without->moved_out(*stages.all, line.ring);
  line.avoided_alone += stages.without->ring_metres(line.ring) - stages.all->ring_metres(line.ring);
  for (auto& [ring, metres] : line.avoided) metres += stages.before->ring_metres(ring) - stages.after->ring_metres(ring);
}

void DiversionAccount::note(Id<Measure> measure, policy::Followed followed) {
  Line& line = of(measure);
  line.followed = std::max(line.followed, followed);
}

std::vector<policy::Binding> DiversionAccount::bindings(const std::function<std::int64_t(int ring)>& driven) const {
  std::vector<policy::Binding> bindings;
  for (const Line& line : lines_) bindings.push_back({line.measure, line.followed, driven(line.ring) > 0});
  return bindings;
}

std::vector<policy::Effect> DiversionAccount::effects() const {
  using policy::EffectKind;
  std::vector<policy::Effect> effects;
  for (const Line& line : lines_) {
    if (line.trips == 0) continue;
    effects.push_back({line.measure, EffectKind::trips_rerouted, line.trips, line.rerouted, std::min(line.rerouted, line.rerouted_alone)});
    effects.push_back({line.measure, EffectKind::ring_avoided, line.trips, line.avoided.at(line.ring),
                       std::min(line.avoided.at(line.ring), line.avoided_alone)});
  }
  return effects;
}

std::vector<RingUse> DiversionAccount::ring_uses(const std::function<std::int64_t(int ring)>& driven) const {
  std::vector<const Line*> claims;
  for (const Line& line : lines_) {
    if (line.trips > 0) claims.push_back(&line);
  }
  std::sort(claims.begin(), claims.end(), [](const Line* a, const Line* b) { return a->claim > b->claim; });
  std::vector<RingUse> uses;
  for (const auto& [ring, unused] : claims.empty() ? std::map<int, std::int64_t>{} : claims.front()->avoided) {
    std::int64_t after = driven(ring);
    for (const Line* line : claims) {  // the last claim first
      uses.push_back({ring, line->measure, after + line->avoided.at(ring), after});
      after += line->avoided.at(ring);
    }
  }
  return uses;
}

}  // namespace railshift::rules
