#include "sim/engine/fleet/hiring.hpp"

#include <vector>

#include "sim/core/draw.hpp"
#include "sim/rules/roads/outside_shares.hpp"

namespace railshift::engine {
namespace {

/// The share in which 0 <= u < sum falls.
AccessClass pick(const std::vector<rules::AccessShare>& mix, double u) {
  for (const rules::AccessShare& s : mix) {
    if (u < s.share) return s.access;
    u -= s.share;
  }
  return mix.back().access;
}

double sum_of(const std::vector<rules::AccessShare>& mix) {
  double total = 0.0;
  for (const rules::AccessShare& s : mix) total += s.share;
  return total;
}

}  // namespace

Hiring::Hiring(FleetState& fleet, Membership& members)
    : fleet_(fleet),
      members_(members),
      outside_wait_(ticks_from_hours(fleet.around.world->parameter("pool.outside_wait", fleet.around.world->settings.start))),
      outside_cap_(fleet.around.world->parameter("pool.outside_cap", fleet.around.world->settings.start)) {
  for (std::size_t p = 0; p < fleet.around.world->pools.size(); ++p) put_next(static_cast<std::uint16_t>(p), 0);
}

void Hiring::put_next(std::uint16_t pool, Tick now) {
  fleet_.around.agenda.put(now + kHireInterval, kernel::Phase::opening, EventKind::hire, pool);
}

void Hiring::event(std::uint16_t pool, Tick now) {
  put_next(pool, now);
  if (fleet_.around.world->pools[Id<Pool>{pool}].trucks) return;
  std::int64_t wanted = fleet_.pools.waiting().waiting_since(pool, now - outside_wait_);
  const auto cap = static_cast<std::int64_t>(outside_cap_ * static_cast<double>(fleet_.pools[pool].size) + 0.5);
  while (wanted > 0 && fleet_.pools.hired(pool) < cap && hire_one(pool, now)) --wanted;
}

/// A truck that may carry the oldest load joins at its origin; false if there is no load or no such truck.
bool Hiring::hire_one(std::uint16_t pool, Tick now) {
  const auto oldest = fleet_.pools.waiting().oldest(pool);
  if (!oldest) return false;
  const std::uint32_t number = fleet_.pools[pool].hires++;
  const auto cls = draw_class(pool, oldest->admitted, number);
  note_gates(*oldest, pool, cls ? std::optional(cls->access) : std::nullopt, number);
  if (!cls) return false;
  Truck t;
  t.vehicle = cls->index();
  t.access = cls->access.index();
  t.pool = static_cast<std::uint8_t>(pool);
  t.owner = Owner::hired;
  t.place = fleet_.around.book.legs[oldest->load.leg].origin;
  members_.join(t, now);
  return true;
}

/// Without a floor another truck might have been hired for the load, or one at all.
void Hiring::note_gates(const WaitingLoads::Oldest& oldest, std::uint16_t pool, std::optional<AccessClass> taken, std::uint32_t number) {
  GateClaims& gates = fleet_.pools.gates;
  if (!gates.refuses() || oldest.load.redirected) return;
  const bool redirected = gates.hired(oldest.load.leg, taken, [&](AccessMask also) {
    const auto cls = draw_class(pool, {oldest.admitted.bits | also.bits}, number);
    return cls ? std::optional(cls->access) : std::nullopt;
  });
  if (redirected) fleet_.pools.note_redirected(pool);
}

std::optional<EmissionClass> Hiring::draw_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const {
  const World& world = fleet_.around.world.now();
  const Pool& into = world.pools[Id<Pool>{pool}];
  const VehicleType type = world.truck_classes[into.truck_class].vehicle_type;
  std::vector<rules::AccessShare> mix = rules::outside_shares(world, Owner::hired, type, month_);
  std::erase_if(mix, [&](const rules::AccessShare& s) { return !admitted.admits(s.access) || s.share <= 0.0; });
  if (mix.empty()) return std::nullopt;
  const double u = sum_of(mix) * draw_uniform(fleet_.around.seed, Purpose::outside_mix, hash_text(into.id), number);
  return EmissionClass{type, pick(mix, u), Fault::sound};
}

void Hiring::dismiss_idle(Tick begin) {
  for (TruckIndex i = 0; i < fleet_.trucks.size(); ++i) {
    const Truck& t = fleet_.trucks[i];
    if (t.owner == Owner::hired && t.phase == TruckPhase::idle) members_.leave(i, begin);
  }
}

}  // namespace railshift::engine
