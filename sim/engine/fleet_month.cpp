/// The fleet at month ends: availability, release schedules, hired outside trucks.
#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"
#include "sim/engine/fleet.hpp"
#include "sim/rules/outside_shares.hpp"

namespace railshift::engine {

using kernel::Phase;

namespace {

bool drawn_in_service(std::uint32_t seed, std::uint64_t identity, Month month, double availability) {
  return draw_uniform(seed, Purpose::availability, identity, static_cast<std::uint32_t>(month.index)) < availability;
}

}  // namespace

void Fleet::begin_month(Month month, Tick begin, Tick end, EmptyRuns& runs, const RouteBook& routes) {
  month_ = month;
  month_end_ = end;
  runs_ = &runs;
  routes_ = &routes;
  records_.clear();
  for (StationState& s : stations_) s.begin_month(end);
  for (YardIndex y = 0; y < yards_.size(); ++y) {
    yards_[y].begin_month(month, begin, end);
    serve_yard(y, begin);
  }
  waiting_.regroup(legs_);
  draw_availability(month, begin);
  match_waiting(begin);
  dismiss_idle_hired(begin);
  begin_releases(begin, end);
}

void Fleet::begin_releases(Tick begin, Tick end) {
  for (LegIndex l = 0; l < legs_.size(); ++l) {
    TruckLeg& leg = legs_[l];
    if (leg.due == 0) continue;
    if (leg.release == Release::stock) {
      leg.released = leg.due;
      release_now(l, leg.due, begin);
    } else if (leg.release == Release::order_up_to) {
      if (begin < end) schedule(begin, Phase::opening, EventKind::review, l);
    } else {
      schedule(next_release(leg, seed_), Phase::new_work, EventKind::release, l);
    }
  }
}

void Fleet::draw_availability(Month month, Tick begin) {
  for (TruckIndex i = 0; i < trucks_.size(); ++i) {
    Truck& t = trucks_[i];
    const Pool& pool = world_.pools[Id<Pool>{t.pool}];
    if (t.phase == TruckPhase::gone || pool.trucks) continue;
    t.in_service = drawn_in_service(seed_, identity_[i], month, pool.availability);
    if (t.phase == TruckPhase::idle && !t.in_service) {
      idle_.remove(trucks_, i);
      t.phase = TruckPhase::parked;
    } else if (t.phase == TruckPhase::parked && t.in_service) {
      time_.charge(t, begin);
      t.duty_since = begin;
      become_free(i, begin);
    }
  }
}

void Fleet::match_waiting(Tick begin) {
  // Rules and availability changed: a load that found no truck may find one now.
  for (const WaitingLoad& load : waiting_.all()) {
    const TruckLeg& leg = legs_[load.leg];
    for (std::uint32_t n = 0; n < load.count; ++n) {
      const TruckIndex i = idle_.nearest(trucks_, static_cast<std::uint8_t>(leg.pool), leg.admitted, runs_->nearest_to(leg.origin));
      if (i == kNoTruck) break;
      const auto taken = take_waiting(trucks_[i], begin);
      if (!taken) break;
      idle_.remove(trucks_, i);
      dispatch(i, taken->leg, taken->number, begin);
    }
  }
}

void Fleet::dismiss_idle_hired(Tick begin) {
  for (TruckIndex i = 0; i < trucks_.size(); ++i) {
    if (trucks_[i].owner == Owner::hired && trucks_[i].phase == TruckPhase::idle) leave(i, begin);
  }
}

void Fleet::end_month(Month month, Tick now, ledger::Ledger& out) {
  for (TruckIndex i = 0; i < trucks_.size(); ++i) {
    if (trucks_[i].phase != TruckPhase::gone) time_.charge(trucks_[i], now);
  }
  for (StationState& s : stations_) s.end_month(month, out);
  for (StockyardState& y : yards_) y.end_month(out);
  time_.end_month(month, now, out);
  // What a yard did not ask for stays with the sender and is offered again.
  for (TruckLeg& leg : legs_) {
    if (leg.release != Release::order_up_to) continue;
    leg.remainder += (leg.due - leg.released) * leg.payload;
    leg.due = leg.released;
  }
}

void Fleet::arrived_otherwise(Id<Flow> flow, std::int64_t kg, Tick now) {
  const Flow& of = world_.flows[flow];
  for (const Stockyard& yard : world_.stockyards) {
    if (yard.side != StockSide::in || yard.site != of.destination || yard.commodity != of.commodity) continue;
    yards_[world_.stockyards.id_of(yard).index].put(kg, false, now);
  }
}

std::optional<EmissionClass> Fleet::draw_outside_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const {
  const Pool& into = world_.pools[Id<Pool>{pool}];
  const VehicleType type = world_.truck_classes[into.truck_class].vehicle_type;
  std::vector<rules::AccessShare> mix = rules::outside_shares(world_, Owner::hired, type, month_);
  std::erase_if(mix, [&](const rules::AccessShare& s) { return !admitted.admits(s.access) || s.share <= 0.0; });
  if (mix.empty()) return std::nullopt;
  double total = 0.0;
  for (const rules::AccessShare& s : mix) total += s.share;
  double u = total * draw_uniform(seed_, Purpose::outside_mix, hash_text(into.id), number);
  for (const rules::AccessShare& s : mix) {
    if (u < s.share) return EmissionClass{type, s.access, Fault::sound};
    u -= s.share;
  }
  return EmissionClass{type, mix.back().access, Fault::sound};
}

void Fleet::hire_event(std::uint16_t pool, Tick now) {
  schedule(now + kHireInterval, Phase::opening, EventKind::hire, pool);
  if (world_.pools[Id<Pool>{pool}].trucks) return;
  std::int64_t wanted = waiting_.waiting_since(pool, now - outside_wait_);
  const auto cap = static_cast<std::int64_t>(outside_cap_ * static_cast<double>(pool_size_[pool]) + 0.5);
  for (; wanted > 0 && hired(pool) < cap; --wanted) {
    const auto oldest = waiting_.oldest(pool);
    if (!oldest) return;
    const auto cls = draw_outside_class(pool, oldest->admitted, hires_[pool]++);
    if (!cls) return;
    Truck t;
    t.vehicle = cls->index();
    t.access = cls->access.index();
    t.pool = static_cast<std::uint8_t>(pool);
    t.owner = Owner::hired;
    t.place = legs_[oldest->load.leg].origin;
    join(t, now);
  }
}

}  // namespace railshift::engine
