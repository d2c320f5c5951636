#include "sim/engine/months/crews.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace railshift::engine {
namespace {

std::int64_t number_of(const std::map<std::pair<Owner, std::uint16_t>, std::int64_t>& kinds) {
  return std::accumulate(kinds.begin(), kinds.end(), std::int64_t{0}, [](std::int64_t sum, const auto& kind) { return sum + kind.second; });
}

}  // namespace

Crews::Crews(const LiveWorld& live, std::uint32_t seed, std::vector<std::int64_t> sizes, const std::vector<TruckLeg>& legs, Register& reg)
    : world_(live), register_(reg), sizes_(std::move(sizes)), missing_(sizes_.size(), 0), kinds_(sizes_.size()), changes_(sizes_.size()) {
  for (const Pool& pool : live->pools) {
    const auto p = static_cast<std::uint16_t>(live->pools.id_of(pool).index);
    candidates_.emplace_back(in_drawn_order(live.now(), seed, pool, reg));
    const bool has_legs = std::any_of(legs.begin(), legs.end(), [p](const TruckLeg& leg) { return leg.pool == p; });
    const std::vector<std::uint32_t> slots = candidates_[p].members(reg, sizes_[p]);
    const auto found = static_cast<std::int64_t>(slots.size());
    missing_[p] = pool.trucks ? 0 : sizes_[p] - found;
    if (!has_legs) continue;
    for (const std::uint32_t slot : slots) {
      reg.trucks[slot].pool = static_cast<std::int16_t>(p);
      put(p, Owner::local, reg.trucks[slot].vehicle.index(), 1);
    }
    if (pool.trucks) put(p, Owner::local, unnamed_truck(live.now(), pool).index(), sizes_[p] - found);
  }
}

std::vector<CrewKind> Crews::kinds(std::uint16_t pool) const {
  std::vector<CrewKind> kinds;
  for (const auto& [key, trucks] : kinds_[pool]) {
    if (trucks > 0) kinds.push_back({key.second, key.first, trucks});
  }
  return kinds;
}

std::int64_t Crews::trucks(std::uint16_t pool) const { return number_of(kinds_[pool]); }

void Crews::put(std::uint16_t pool, Owner owner, std::uint16_t vehicle, std::int64_t trucks) {
  kinds_[pool][{owner, vehicle}] += trucks;
  CrewChange& change = changes_[pool][owner];
  (trucks > 0 ? change.joined : change.left) += std::abs(trucks);
  change.close += trucks;
}

void Crews::join(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month) {
  for (; wanted > 0; --wanted) {
    const auto slot = candidates_[pool].next(register_, admitted);
    if (!slot) return hire(pool, admitted, wanted, month);
    RegisteredTruck& member = register_.trucks[*slot];
    member.pool = static_cast<std::int16_t>(pool);
    put(pool, Owner::local, member.vehicle.index(), 1);
  }
}

void Crews::hire(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month) {
  const Pool& into = world_->pools[Id<Pool>{pool}];
  const std::vector<rules::AccessShare> mix = hired_mix(world_.now(), into, admitted, month);
  if (mix.empty()) return;
  double total = 0.0;
  for (const rules::AccessShare& s : mix) total += s.share;
  std::vector<double> shares;
  for (const rules::AccessShare& s : mix) shares.push_back(s.share / total);
  const std::vector<std::int64_t> parts = WholeShares().of(wanted, shares);
  for (std::size_t i = 0; i < mix.size(); ++i) {
    if (parts[i] > 0)
      put(pool, Owner::hired, EmissionClass{world_->truck_classes[into.truck_class].vehicle_type, mix[i].access, Fault::sound}.index(),
          parts[i]);
  }
}

void Crews::send_back(std::uint16_t pool, std::uint16_t vehicle, std::int64_t trucks) {
  for (const std::uint32_t slot : candidates_[pool].slots()) {
    RegisteredTruck& t = register_.trucks[slot];
    if (trucks == 0) return;
    if (!t.present || t.pool != static_cast<std::int16_t>(pool) || t.vehicle.index() != vehicle) continue;
    t.pool = -1;
    put(pool, Owner::local, vehicle, -1);
    --trucks;
  }
}

void Crews::dismiss(std::uint16_t pool, const std::vector<double>& idle) {
  if (world_->pools[Id<Pool>{pool}].trucks) return;
  const std::vector<CrewKind> now = kinds(pool);
  double standing = 0.0;
  for (std::size_t k = 0; k < now.size(); ++k) {
    if (now[k].owner == Owner::hired)
      put(pool, Owner::hired, now[k].vehicle, -std::min<std::int64_t>(now[k].trucks, std::llround(idle[k])));
    else
      standing += idle[k];
  }
  const std::int64_t extra = std::min<std::int64_t>(std::llround(standing), trucks(pool) - sizes_[pool]);
  if (extra <= 0 || standing <= 0.0) return;
  // Each kind in the measure in which it stands idle: one that no gate admits stands idle with all its trucks.
  std::vector<double> shares(now.size(), 0.0);
  for (std::size_t k = 0; k < now.size(); ++k) {
    if (now[k].owner == Owner::local) shares[k] = idle[k] / standing;
  }
  const std::vector<std::int64_t> parts = WholeShares().of(extra, shares);
  for (std::size_t k = 0; k < now.size(); ++k) {
    if (now[k].owner == Owner::local && parts[k] > 0) send_back(pool, now[k].vehicle, std::min(parts[k], now[k].trucks));
  }
}

void Crews::follow(const rules::RegisterMonth& month) {
  for (const rules::RegisterChange& change : month.changes) {
    if (change.removed && change.before.pool >= 0)
      put(static_cast<std::uint16_t>(change.before.pool), Owner::local, change.before.vehicle.index(), -1);
    const RegisteredTruck& now = register_.trucks[change.slot];
    if (change.joined && now.pool >= 0) put(static_cast<std::uint16_t>(now.pool), Owner::local, now.vehicle.index(), 1);
  }
}

CrewChange Crews::take_change(std::uint16_t pool, Owner owner) {
  CrewChange& change = changes_[pool][owner];
  const CrewChange told = change;
  change = {told.close, 0, 0, told.close};
  return told;
}

}  // namespace railshift::engine
