#include "sim/engine/fleet/releases.hpp"

namespace railshift::engine {

using kernel::Phase;

void Releases::event(LegIndex index, Tick now) {
  TruckLeg& leg = legs_[index];
  const std::uint32_t number = leg.next_load++;
  ++leg.released;
  if (leg.released < leg.due) fleet_.around.agenda.put(next_release(leg, fleet_.around.seed), Phase::new_work, EventKind::release, index);
  const Offer offer = offer_load(leg, index, number, now);
  if (!offer.sent()) fleet_.pools.add_waiting(leg, {now, index, number, 1, offer.redirected});
}

void Releases::release_now(LegIndex index, std::int64_t loads, Tick now) {
  TruckLeg& leg = legs_[index];
  Offer offer;
  for (; loads > 0 && (offer = offer_load(leg, index, leg.next_load, now)).sent(); --loads) ++leg.next_load;
  if (loads == 0) return;
  fleet_.pools.gates.offered(index, loads - 1);  // the first of them found no truck; the others were not asked for one
  fleet_.pools.add_waiting(leg, {now, index, leg.next_load, static_cast<std::uint32_t>(loads), offer.redirected});
  leg.next_load += static_cast<std::uint32_t>(loads);
}

Releases::Offer Releases::offer_load(const TruckLeg& leg, LegIndex index, std::uint32_t number, Tick now) {
  const Offer offer = find_truck(leg, index);
  if (!offer.sent()) return offer;
  fleet_.pools.remove_idle(offer.truck);
  cycle_.dispatch(offer.truck, index, number, now);
  return offer;
}

Releases::Offer Releases::find_truck(const TruckLeg& leg, LegIndex index) {
  if (!leg.ruled) return {fleet_.pools.nearest_idle(leg), false};
  GateClaims& gates = fleet_.pools.gates;
  gates.offered(index, 1);
  // If the gates admit whoever stands first of all, no floor made a difference, and one search has told.
  const TruckIndex first = fleet_.pools.nearest_idle(leg, AccessMask{});
  if (first == kNoTruck || leg.admitted.admits(AccessClass::from_index(fleet_.trucks[first].access))) return {first, false};
  const TruckIndex taken = fleet_.pools.nearest_idle(leg);
  return {taken,
          gates.sent(index, taken, [&](AccessMask also) { return fleet_.pools.nearest_idle(leg, {leg.admitted.bits | also.bits}); })};
}

void Releases::review(LegIndex index, Tick now) {
  if (now + kTicksPerDay < month_end_) fleet_.around.agenda.put(now + kTicksPerDay, Phase::opening, EventKind::review, index);
  const std::int64_t loads = fleet_.yards.order(index, now);
  legs_[index].released += loads;
  release_now(index, loads, now);
}

void Releases::match_waiting(Tick begin) {
  for (const WaitingLoad& load : fleet_.pools.waiting().all()) match(load, begin);
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
