#include "sim/engine/months/crews.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/engine/fleet/pool_members.hpp"
#include "sim/rules/roads/outside_shares.hpp"

namespace railshift::engine {
namespace {

std::int64_t number_of(const std::map<std::pair<Owner, std::uint16_t>, std::int64_t>& kinds) {
  return std::accumulate(kinds.begin(), kinds.end(), std::int64_t{0}, [](std::int64_t sum, const auto& kind) { return sum + kind.second; });
}

}  // namespace

Crews::Crews(const LiveWorld& live, std::uint32_t seed, std::vector<std::int64_t> sizes, const std::vector<TruckLeg>& legs, Register& reg)
    : world_(live),
      register_(reg),
      sizes_(std::move(sizes)),
      missing_(sizes_.size(), 0),
      candidates_(sizes_.size()),
      kinds_(sizes_.size()),
      changes_(sizes_.size()) {
  for (const Pool& pool : live->pools) {
    const auto p = static_cast<std::uint16_t>(live->pools.id_of(pool).index);
    candidates_[p].slots = in_drawn_order(live.now(), seed, pool, reg);
    const bool has_legs = std::any_of(legs.begin(), legs.end(), [p](const TruckLeg& leg) { return leg.pool == p; });
    std::int64_t found = 0;
    for (const std::uint32_t slot : candidates_[p].slots) {
      RegisteredTruck& member = reg.trucks[slot];
      if (found >= sizes_[p] || !member.present || member.pool >= 0) continue;
      ++found;
      if (!has_legs) continue;
      member.pool = static_cast<std::int16_t>(p);
      put(p, Owner::local, member.vehicle.index(), 1);
    }
    missing_[p] = pool.trucks ? 0 : sizes_[p] - found;
    const EmissionClass unnamed{live->truck_classes[pool.truck_class].vehicle_type, {Standard::china6, Powertrain::diesel}, Fault::sound};
    if (pool.trucks && has_legs) put(p, Owner::local, unnamed.index(), sizes_[p] - found);
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

std::optional<std::uint32_t> Crews::next_slot(std::uint16_t pool, AccessMask admitted) {
  Candidates& list = candidates_[pool];
  for (std::size_t looked = 0; looked < list.slots.size(); ++looked) {
    const std::size_t at = (list.next + looked) % list.slots.size();
    const RegisteredTruck& t = register_.trucks[list.slots[at]];
    if (!t.present || t.pool >= 0 || !admitted.admits(t.vehicle.access)) continue;
    if (admitted.bits == AccessMask{}.bits) list.next = at;
    return list.slots[at];
  }
  return std::nullopt;
}

void Crews::join(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month) {
  for (; wanted > 0; --wanted) {
    const auto slot = next_slot(pool, admitted);
    if (!slot) return hire(pool, admitted, wanted, month);
    RegisteredTruck& member = register_.trucks[*slot];
    member.pool = static_cast<std::int16_t>(pool);
    put(pool, Owner::local, member.vehicle.index(), 1);
  }
}

void Crews::hire(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month) {
  const VehicleType type = world_->truck_classes[world_->pools[Id<Pool>{pool}].truck_class].vehicle_type;
  std::vector<rules::AccessShare> mix = rules::outside_shares(world_.now(), Owner::hired, type, month);
  std::erase_if(mix, [&](const rules::AccessShare& s) { return !admitted.admits(s.access) || s.share <= 0.0; });
  if (mix.empty()) return;
  double total = 0.0;
  for (const rules::AccessShare& s : mix) total += s.share;
  std::vector<double> shares;
  for (const rules::AccessShare& s : mix) shares.push_back(s.share / total);
  const std::vector<std::int64_t> parts = WholeShares().of(wanted, shares);
  for (std::size_t i = 0; i < mix.size(); ++i) {
    if (parts[i] > 0) put(pool, Owner::hired, EmissionClass{type, mix[i].access, Fault::sound}.index(), parts[i]);
  }
}

void Crews::send_back(std::uint16_t pool, std::uint16_t vehicle, std::int64_t trucks) {
  for (const std::uint32_t slot : candidates_[pool].slots) {
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
