#include "sim/engine/fleet/releases.hpp"

#include <algorithm>

namespace railshift::engine {

using kernel::Phase;

void Releases::event(LegIndex index, Tick now) {
  TruckLeg& leg = legs_[index];
  const std::uint32_t number = leg.next_load++;
  ++leg.released;
  if (leg.released < leg.due) fleet_.around.agenda.put(next_release(leg, fleet_.around.seed), Phase::new_work, EventKind::release, index);
  const Offer offer = offer_load(leg, index, number, now);
  if (!offer.sent()) add_waiting(leg, {now, index, number, 1, offer.redirected});
}

void Releases::release_now(LegIndex index, std::int64_t loads, Tick now) {
  TruckLeg& leg = legs_[index];
  Offer offer;
  for (; loads > 0 && (offer = offer_load(leg, index, leg.next_load, now)).sent(); --loads) ++leg.next_load;
  if (loads == 0) return;
  fleet_.pools.gates.offered(index, loads - 1);  // the first of them found no truck; the others were not asked for one
  add_waiting(leg, {now, index, leg.next_load, static_cast<std::uint32_t>(loads), offer.redirected});
  leg.next_load += static_cast<std::uint32_t>(loads);
}

Releases::Offer Releases::offer_load(const TruckLeg& leg, LegIndex index, std::uint32_t number, Tick now) {
  if (leg.ruled) fleet_.pools.gates.offered(index, 1);
  const Offer offer = find_truck(leg, index, now, now);
  if (!offer.sent()) return offer;
  fleet_.pools.remove_idle(offer.truck);
  fleet_.pools.found_at_once(leg);
  cycle_.dispatch(offer.truck, index, number, now);
  return offer;
}

/// The truck, if the load is in its reach.
TruckIndex Releases::within_reach(const TruckLeg& leg, TruckIndex truck, Tick since, Tick now) const {
  const auto& reach = fleet_.pools.waiting().reach(leg.pool);
  if (!reach || truck == kNoTruck) return truck;
  const Tick far = fleet_.around.roads.empty_runs().ticks(fleet_.trucks[truck].place, leg.origin);
  return reach->when(since, far) <= now ? truck : kNoTruck;
}

void Releases::add_waiting(const TruckLeg& leg, const WaitingLoad& load) {
  fleet_.pools.add_waiting(leg, load);
  if (fleet_.pools.waiting().reach(leg.pool)) look_when_in_reach(leg, load.leg, load.since);
}

/// The queue of the leg is looked at when its first load comes into the reach of the truck that is nearest now; trucks that become idle
/// later see to it themselves (TruckCycle::expect_loads).
void Releases::look_when_in_reach(const TruckLeg& leg, LegIndex index, Tick now) {
  const TruckIndex nearest = fleet_.pools.nearest_idle(leg);
  if (nearest == kNoTruck) return;
  WaitingLoads& waiting = fleet_.pools.waiting();
  const Tick far = fleet_.around.roads.empty_runs().ticks(fleet_.trucks[nearest].place, leg.origin);
  const Tick when = std::max(now + 1, waiting.reach(leg.pool)->when(waiting.first_of(leg)->since, far));
  Tick& looked_at = waiting.looked_at(leg);
  if (when == kNever || (looked_at > now && looked_at <= when)) return;
  looked_at = when;
  fleet_.around.agenda.put(when, Phase::new_work, EventKind::in_reach, index);
}

void Releases::in_reach(LegIndex index, Tick now) {
  const TruckLeg& leg = legs_[index];
  WaitingLoads& waiting = fleet_.pools.waiting();
  if (waiting.first_of(leg) == nullptr || waiting.looked_at(leg) != now) return;
  waiting.looked_at(leg) = kNever;
  while (WaitingLoad* first = waiting.first_of(leg)) {
    if (!send_first(leg, *first, now)) return look_when_in_reach(leg, index, now);
  }
}

/// A load that a gate has redirected before is not redirected again.
bool Releases::send_first(const TruckLeg& leg, WaitingLoad& first, Tick now) {
  Offer offer{within_reach(leg, fleet_.pools.nearest_idle(leg), first.since, now)};
  if (!first.redirected) offer = find_truck(legs_[first.leg], first.leg, first.since, now);
  first.redirected = first.redirected || offer.redirected;
  if (!offer.sent()) return false;
  const WaitingLoad load = fleet_.pools.take_first_of(leg, now);
  fleet_.pools.remove_idle(offer.truck);
  cycle_.dispatch(offer.truck, load.leg, load.number, now);
  return true;
}

Releases::Offer Releases::find_truck(const TruckLeg& leg, LegIndex index, Tick since, Tick now) {
  if (leg.held_back()) return {};
  if (!leg.ruled) return {within_reach(leg, fleet_.pools.nearest_idle(leg), since, now), false};
  GateClaims& gates = fleet_.pools.gates;
  // If the gates admit whoever stands first of all, no floor made a difference, and one search has told.
  const TruckIndex first = within_reach(leg, fleet_.pools.nearest_idle(leg, leg.allowed), since, now);
  if (first == kNoTruck || leg.admitted.admits(AccessClass::from_index(fleet_.trucks[first].access))) return {first, false};
  const TruckIndex taken = within_reach(leg, fleet_.pools.nearest_idle(leg), since, now);
  return {taken, gates.sent(index, taken, [&](AccessMask also) {
            return within_reach(leg, fleet_.pools.nearest_idle(leg, {leg.admitted.bits | also.bits}), since, now);
          })};
}

void Releases::review(LegIndex index, Tick now) {
  if (now + kTicksPerDay < month_end_) fleet_.around.agenda.put(now + kTicksPerDay, Phase::opening, EventKind::review, index);
  const std::int64_t loads = fleet_.yards.order(index, now);
  legs_[index].released += loads;
  release_now(index, loads, now);
}

void Releases::match_waiting(Tick begin) {
  for (const WaitingLoad& load : fleet_.pools.waiting().all()) match(load, begin);
  for (LegIndex l = 0; l < legs_.size(); ++l) {
    const TruckLeg& leg = legs_[l];
    if (fleet_.pools.waiting().reach(leg.pool) && fleet_.pools.waiting().first_of(leg) != nullptr) look_when_in_reach(leg, l, begin);
  }
}

/// A truck for each load of the entry, as long as there are any. Which load the truck takes says the dispatch rule of the pool.
void Releases::match(const WaitingLoad& load, Tick begin) {
  for (std::uint32_t n = 0; n < load.count; ++n) {
    const TruckIndex i = fleet_.pools.nearest_idle(legs_[load.leg]);
    if (i == kNoTruck) return;
    const auto taken = fleet_.pools.take_waiting(fleet_.trucks[i], begin);
    if (!taken) return;
    fleet_.pools.remove_idle(i);
    cycle_.dispatch(i, taken->leg, taken->number, begin);
  }
}

void Releases::begin_month(Tick begin, Tick end) {
  month_end_ = end;
  for (LegIndex l = 0; l < legs_.size(); ++l) {
    if (legs_[l].due > 0) begin_leg(l, begin);
  }
}

void Releases::begin_leg(LegIndex index, Tick begin) {
  TruckLeg& leg = legs_[index];
  const Agenda& agenda = fleet_.around.agenda;
  if (leg.release == Release::stock) {
    leg.released = leg.due;
    release_now(index, leg.due, begin);
  } else if (leg.release == Release::order_up_to) {
    agenda.put(begin, Phase::opening, EventKind::review, index);
  } else {
    agenda.put(next_release(leg, fleet_.around.seed), Phase::new_work, EventKind::release, index);
  }
}

void Releases::end_month() {
  for (TruckLeg& leg : legs_) {
    if (leg.release != Release::order_up_to) continue;
    leg.remainder += (leg.due - leg.released) * leg.payload;
    leg.due = leg.released;
  }
}

}  // namespace railshift::engine
