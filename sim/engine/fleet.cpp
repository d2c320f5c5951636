/// Loads and trucks find each other. What a truck does between dispatch and the end of its cycle stands in fleet_cycle.cpp.
#include "sim/engine/fleet.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/engine/ordered_stations.hpp"

namespace railshift::engine {

using kernel::Phase;

namespace {

/// The first repair station of the pool's site by order.
std::optional<std::uint32_t> repair_station(const World& world, const Pool& pool) {
  const Station* first = nullptr;
  for (const Station& s : world.stations) {
    const bool mends = pool.repair_site && s.site == *pool.repair_site && s.kind == StationKind::repair;
    if (mends && (first == nullptr || s.order < first->order)) first = &s;
  }
  return first == nullptr ? std::nullopt : std::optional(world.stations.id_of(*first).index);
}

}  // namespace

Fleet::Fleet(const World& world, std::uint32_t seed, kernel::Calendar& calendar, const PlaceBook& places, LegBook& book,
             Deliveries& deliveries)
    : world_(world),
      seed_(seed),
      calendar_(calendar),
      places_(places),
      legs_(book.legs),
      ways_(book.ways),
      deliveries_(deliveries),
      idle_(world.pools.size(), places.size()),
      waiting_(world.pools),
      time_(world.pools.size()),
      hours_(rules::working_hours(world)),
      yards_of_(leg_yards(world, places, book.legs)),
      on_order_(book.legs.size(), 0),
      ordered_(ordered_stations(world, book.ways)),
      closures_(world),
      default_service_(ticks_from_hours(world.parameter("site.default_service", world.settings.start) / 60.0)),
      pool_size_(world.pools.size(), 0),
      hires_(world.pools.size(), 0),
      outside_wait_(ticks_from_hours(world.parameter("pool.outside_wait", world.settings.start))),
      outside_cap_(world.parameter("pool.outside_cap", world.settings.start)) {
  for (const Station& s : world.stations) stations_.emplace_back(s, world.stations.id_of(s), hours_[s.site.index]);
  for (const Stockyard& yard : world.stockyards) yards_.emplace_back(world, world.stockyards.id_of(yard));
  for (const Pool& p : world.pools) {
    shift_.push_back(ticks_from_hours(p.shift.value));
    const auto between = p.driving_between_breakdowns;
    driving_between_breakdowns_.push_back(between ? between->value * static_cast<double>(kTicksPerHour) : 0.0);
    repair_.push_back(repair_station(world, p));
    schedule(kHireInterval, Phase::opening, EventKind::hire, world.pools.id_of(p).index);
  }
}

void Fleet::truck_event(TruckIndex i, Tick now) {
  if (trucks_[i].breaks_down) return break_down(i, now);
  switch (trucks_[i].phase) {
    case TruckPhase::to_origin:
      at_origin(i, now);
      return;
    case TruckPhase::to_destination:
      reach_destination(i, now);
      return;
    case TruckPhase::at_destination:
      at_destination(i, now);
      return;
    case TruckPhase::resting:
      time_.charge(trucks_[i], now);
      trucks_[i].duty_since = now;
      become_free(i, now);
      return;
    case TruckPhase::turned_back:
      be_back(i, now);
      return;
    case TruckPhase::repairing:
      drive_on(i, now);
      return;
    case TruckPhase::idle:
    case TruckPhase::parked:
    case TruckPhase::gone:
      break;
  }
  RAILSHIFT_EXPECTS(false, "an idle or departed truck has no event");
}

void Fleet::release_event(LegIndex index, Tick now) {
  TruckLeg& leg = legs_[index];
  const std::uint32_t number = leg.next_load++;
  ++leg.released;
  if (leg.released < leg.due) schedule(next_release(leg, seed_), Phase::new_work, EventKind::release, index);
  const TruckIndex i = idle_.nearest(trucks_, static_cast<std::uint8_t>(leg.pool), leg.admitted, runs_->nearest_to(leg.origin));
  if (i == kNoTruck) return wait_for_truck(leg, {now, index, number, 1});
  idle_.remove(trucks_, i);
  dispatch(i, index, number, now);
}

void Fleet::release_now(LegIndex index, std::int64_t loads, Tick now) {
  TruckLeg& leg = legs_[index];
  for (; loads > 0; --loads) {
    const TruckIndex i = idle_.nearest(trucks_, static_cast<std::uint8_t>(leg.pool), leg.admitted, runs_->nearest_to(leg.origin));
    if (i == kNoTruck) break;
    idle_.remove(trucks_, i);
    dispatch(i, index, leg.next_load++, now);
  }
  if (loads == 0) return;
  wait_for_truck(leg, {now, index, leg.next_load, static_cast<std::uint32_t>(loads)});
  leg.next_load += static_cast<std::uint32_t>(loads);
}

void Fleet::wait_for_truck(const TruckLeg& leg, const WaitingLoad& load) {
  waiting_.add(leg, load);
  time_.loads_waiting(leg.pool, waiting_.count(leg.pool), load.since);
}

std::optional<WaitingLoad> Fleet::take_waiting(const Truck& t, Tick now) {
  if (waiting_.count(t.pool) == 0) return std::nullopt;
  const auto load = waiting_.take(t.pool, t.access, [&](PlaceIndex origin) { return runs_->ticks(t.place, origin); });
  if (load) time_.loads_waiting(t.pool, waiting_.count(t.pool), now);
  return load;
}

void Fleet::dispatch(TruckIndex i, LegIndex index, std::uint32_t number, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  t.phase = TruckPhase::to_origin;
  t.station = 0;
  t.visit = 0;
  t.let_in = false;
  t.at_station = false;
  t.leg = index;
  t.load = number;
  t.wait = 0;
  const TruckLeg& leg = legs_[index];
  Tick start = now;
  if (!closures_.none() && t.place != leg.origin)
    start = closures_.set_out(index, leg.chain, (*routes_)[runs_->route(t.place, leg.origin)], now);
  drive(i, start, runs_->ticks(t.place, leg.origin));
}

void Fleet::become_free(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  if (t.leaving) return depart(i, now);
  t.phase = t.in_service ? TruckPhase::idle : TruckPhase::parked;
  if (!t.in_service) return;
  if (const auto load = take_waiting(t, now)) {
    dispatch(i, load->leg, load->number, now);
    return;
  }
  t.mark = now;
  idle_.add(trucks_, i);
}

void Fleet::rest(TruckIndex i, Tick now, Tick ticks) {
  trucks_[i].phase = TruckPhase::resting;
  schedule(now + ticks, Phase::completion, EventKind::truck, i);
}

void Fleet::depart(TruckIndex i, Tick now) {
  time_.charge(trucks_[i], now);
  time_.leave(trucks_[i], now);
  trucks_[i].phase = TruckPhase::gone;
}

TruckIndex Fleet::join(const Truck& truck, Tick now, std::optional<std::uint64_t> identity) {
  const auto i = static_cast<TruckIndex>(trucks_.size());
  RAILSHIFT_EXPECTS(i < kernel::Key::kMaxIndex, "a run has fewer than half a million pool trucks");
  trucks_.push_back(truck);
  identity_.push_back(identity.value_or(unregistered_identity(i)));
  wear_.emplace_back();
  trucks_[i].since = now;
  trucks_[i].duty_since = now;
  renew_wear(i);
  time_.join(truck, now);
  become_free(i, now);
  return i;
}

void Fleet::leave(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  t.leaving = true;
  if (t.phase == TruckPhase::idle) {
    idle_.remove(trucks_, i);
    depart(i, now);
  } else if (t.phase == TruckPhase::parked) {
    depart(i, now);
  }
}

}  // namespace railshift::engine
