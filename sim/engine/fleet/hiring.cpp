#include "sim/engine/fleet/hiring.hpp"

#include <algorithm>
#include <vector>

#include "sim/core/draw.hpp"
#include "sim/engine/fleet/drawn_trucks.hpp"

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
      join_rate_(fleet.around.world->parameter("pool.join_rate", fleet.around.world->settings.start)),
      may_join_(fleet.around.world->pools.size(), 0.0),
      held_back_(fleet.around.world->pools.size(), 0) {
  for (std::size_t p = 0; p < fleet.around.world->pools.size(); ++p) put_next(static_cast<std::uint16_t>(p), 0);
}

void Hiring::put_next(std::uint16_t pool, Tick now) {
  fleet_.around.agenda.put(now + kHireInterval, kernel::Phase::opening, EventKind::hire, pool);
}

std::int64_t Hiring::extra(std::uint16_t pool) const {
  const auto p = static_cast<std::uint8_t>(pool);
  const PoolTime& time = fleet_.pools.time;
  return std::max<std::int64_t>(0, time.present(p, Owner::local) + time.present(p, Owner::hired) - fleet_.pools[pool].size);
}

bool Hiring::lets_join(std::uint16_t pool) const { return !fleet_.around.world->pools[Id<Pool>{pool}].trucks && join_rate_ > 0.0; }

bool Hiring::finds_any(std::uint16_t pool, AccessMask admitted) const {
  const auto& trucks = fleet_.trucks.all();
  const bool in_pool = std::any_of(trucks.begin(), trucks.end(), [&](const Truck& t) {
    return t.pool == pool && t.phase != TruckPhase::gone && admitted.admits(AccessClass::from_index(t.access));
  });
  return in_pool || class_of_next(pool, admitted, 0).has_value();
}

/// What heaped up while its end was crowded waits for that end, not for more trucks.
WaitingLoads::Calls Hiring::calls() const {
  return [&legs = fleet_.around.book.legs](const WaitingLoad& load) { return load.since >= legs[load.leg].crowded_until; };
}

void Hiring::event(std::uint16_t pool, Tick now) {
  put_next(pool, now);
  if (!lets_join(pool)) return;
  // The smallest pool finds a truck a day. What nobody asked for is not saved up over a day.
  const double a_day = std::max(1.0, join_rate_ * static_cast<double>(fleet_.pools[pool].size + extra(pool)));
  double& may_join = may_join_[pool];
  may_join = std::min(may_join + a_day * static_cast<double>(kHireInterval) / static_cast<double>(kTicksPerDay), a_day);
  std::int64_t wanted = fleet_.pools.waiting().waiting_since(pool, now - outside_wait_, calls());
  for (; wanted > 0 && may_join >= 1.0 && join_one(pool, now - outside_wait_, now); --wanted) may_join -= 1.0;
  if (wanted > 0 && may_join < 1.0) held_back_[pool] = now;
}

/// The oldest loads of each kind in the order of their age: a load that no truck may carry keeps none from those behind it.
bool Hiring::join_one(std::uint16_t pool, Tick waiting_since, Tick now) {
  for (const WaitingLoads::Oldest& load : fleet_.pools.waiting().oldest_of_each_kind(pool, calls())) {
    if (load.load.since <= waiting_since && join_for(load, pool, now)) return true;
  }
  return false;
}

bool Hiring::join_for(const WaitingLoads::Oldest& load, std::uint16_t pool, Tick now) {
  const std::uint32_t number = fleet_.pools[pool].hires++;
  const PlaceIndex place = fleet_.around.book.legs[load.load.leg].origin;
  const auto registered = others_ == nullptr ? std::nullopt : others_->next(pool, load.admitted);
  const auto outside = registered ? std::nullopt : draw_class(pool, load.admitted, number);
  note_gates(load, pool, class_of_next(pool, load.admitted, number), number);
  if (registered)
    others_->join(pool, load.admitted, place, now);
  else if (outside)
    hire(pool, *outside, place, now);
  return registered || outside;
}

void Hiring::hire(std::uint16_t pool, const EmissionClass& cls, PlaceIndex place, Tick now) {
  Truck t;
  t.vehicle = cls.index();
  t.access = cls.access.index();
  t.pool = static_cast<std::uint8_t>(pool);
  t.owner = Owner::hired;
  t.place = place;
  members_.join(t, now);
}

std::optional<AccessClass> Hiring::class_of_next(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const {
  const auto registered = others_ == nullptr ? std::nullopt : others_->next(pool, admitted);
  if (registered) return registered;
  const auto cls = draw_class(pool, admitted, number);
  return cls ? std::optional(cls->access) : std::nullopt;
}

/// Without a floor another truck might have joined for the load, or one at all.
void Hiring::note_gates(const WaitingLoads::Oldest& load, std::uint16_t pool, std::optional<AccessClass> taken, std::uint32_t number) {
  GateClaims& gates = fleet_.pools.gates;
  if (!gates.refuses() || load.load.redirected) return;
  const bool redirected =
      gates.hired(load.load.leg, taken, [&](AccessMask also) { return class_of_next(pool, {load.admitted.bits | also.bits}, number); });
  if (redirected) fleet_.pools.note_redirected(pool, load.admitted);
}

std::optional<EmissionClass> Hiring::draw_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const {
  const World& world = fleet_.around.world.now();
  const Pool& into = world.pools[Id<Pool>{pool}];
  const std::vector<rules::AccessShare> mix = hired_mix(world, into, admitted, month_);
  if (mix.empty()) return std::nullopt;
  const double u = sum_of(mix) * draw_uniform(fleet_.around.seed, Purpose::outside_mix, hash_text(into.id), number);
  return EmissionClass{world.truck_classes[into.truck_class].vehicle_type, pick(mix, u), Fault::sound};
}

void Hiring::dismiss_idle(Tick begin) {
  for (TruckIndex i = 0; i < fleet_.trucks.size(); ++i) {
    const Truck& t = fleet_.trucks[i];
    if (t.owner == Owner::hired && t.phase == TruckPhase::idle) members_.leave(i, begin);
  }
  if (others_ == nullptr) return;
  for (std::size_t p = 0; p < may_join_.size(); ++p) dismiss_extra(static_cast<std::uint16_t>(p), begin);
}

void Hiring::dismiss_extra(std::uint16_t pool, Tick begin) {
  const auto too_many = static_cast<std::size_t>(extra(pool));
  if (too_many == 0 || fleet_.around.world->pools[Id<Pool>{pool}].trucks) return;
  std::vector<TruckIndex> idle;
  for (TruckIndex i = 0; i < fleet_.trucks.size(); ++i) {
    const Truck& t = fleet_.trucks[i];
    if (t.pool == pool && t.owner == Owner::local && t.phase == TruckPhase::idle) idle.push_back(i);
  }
  std::stable_sort(idle.begin(), idle.end(), [&](TruckIndex a, TruckIndex b) { return fleet_.trucks[a].mark < fleet_.trucks[b].mark; });
  for (std::size_t k = 0; k < std::min(too_many, idle.size()); ++k) others_->take_back(idle[k], begin);
}

}  // namespace railshift::engine
