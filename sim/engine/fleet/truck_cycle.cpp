#include "sim/engine/fleet/truck_cycle.hpp"

#include "sim/core/contract.hpp"

namespace railshift::engine {

using kernel::Phase;

void TruckCycle::event(TruckIndex i, Tick now) {
  const Truck& t = fleet_.trucks[i];
  if (t.breaks_down) return fleet_.driving.break_down(i, now);
  switch (t.phase) {
    case TruckPhase::to_origin:
      return at_origin(i, now);
    case TruckPhase::to_destination:
      return reach_destination(i, now);
    case TruckPhase::at_destination:
      return at_destination(i, now);
    case TruckPhase::resting:
      return begin_shift(i, now);
    case TruckPhase::turned_back:
      return be_back(i, now);
    case TruckPhase::repairing:
      return fleet_.driving.drive_on(i, now);
    case TruckPhase::idle:
    case TruckPhase::parked:
    case TruckPhase::gone:
      break;
  }
  RAILSHIFT_EXPECTS(false, "an idle or departed truck has no event");
}

void TruckCycle::dispatch(TruckIndex i, LegIndex index, std::uint32_t number, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  t.set_out_for(index, number);
  const TruckLeg& leg = legs_[index];
  Tick start = now;
  if (!fleet_.closures.none() && t.place != leg.origin) {
    const Route& way = fleet_.around.roads.routes()[runs().route(t.place, leg.origin)];
    start = fleet_.closures.set_out(index, leg.chain, way, now);
  }
  fleet_.driving.drive(i, start, runs().ticks(t.place, leg.origin));
}

void TruckCycle::become_free(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  if (t.leaving) return depart(i, now);
  t.phase = t.in_service ? TruckPhase::idle : TruckPhase::parked;
  if (!t.in_service) return;
  if (const auto load = fleet_.pools.take_waiting(t, now)) return dispatch(i, load->leg, load->number, now);
  fleet_.pools.add_idle(i, now);
  if (fleet_.pools.waiting().reach(t.pool)) expect_loads(i, now);
}

/// Queues whose first load will come into the reach of this truck sooner than into that of any other are looked at then.
void TruckCycle::expect_loads(TruckIndex i, Tick now) {
  const Truck& t = fleet_.trucks[i];
  fleet_.pools.waiting().expect(
      t.pool, t.access, now, [&](PlaceIndex origin) { return runs().ticks(t.place, origin); },
      [&](LegIndex leg, Tick when) { fleet_.around.agenda.put(when, Phase::new_work, EventKind::in_reach, leg); });
}

void TruckCycle::keep_ways() {
  for (TruckIndex i = 0; i < fleet_.trucks.size(); ++i) keep_way(i);
}

void TruckCycle::keep_way(TruckIndex i) {
  Truck& t = fleet_.trucks[i];
  const TruckPhase phase = t.phase == TruckPhase::repairing ? t.driving : t.phase;
  const bool sets_out = phase == TruckPhase::to_origin;
  if (t.keeps_way || !(sets_out || phase == TruckPhase::to_destination || phase == TruckPhase::at_destination)) return;
  const TruckLeg& leg = legs_[t.leg];
  TruckRecord& record = fleet_.trucks.record_of(i);
  t.keeps_way = true;
  record.loaded_route = leg.route;
  if (!sets_out) return;
  const bool is_there = t.let_in || t.hold == Hold::yard;
  record.empty_route = runs().route(is_there ? t.before_run : t.place, leg.origin);
}

std::uint32_t TruckCycle::loaded_route(TruckIndex i) const {
  const Truck& t = fleet_.trucks[i];
  return t.keeps_way ? fleet_.trucks.record_of(i).loaded_route : legs_[t.leg].route;
}

/// The present way back, else the one on which it came.
std::uint32_t TruckCycle::way_back(TruckIndex i) {
  const Truck& t = fleet_.trucks[i];
  if (t.keeps_way) return fleet_.trucks.record_of(i).empty_route;
  if (runs().metres(t.place, t.before_run)) return runs().route(t.place, t.before_run);
  return runs().route(t.before_run, t.place);
}

void TruckCycle::depart(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  fleet_.pools.time.leave(t, now);
  t.phase = TruckPhase::gone;
}

void TruckCycle::begin_shift(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  t.duty_since = now;
  become_free(i, now);
}

void TruckCycle::at_origin(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  if (!t.let_in && !enter_origin(i, now)) return;
  const Way& way = fleet_.stations.way_of(t);
  if (has_passed(t, way)) return leave_origin(i, now);
  const Tick end = fleet_.stations.pass(t, way, now);
  if (end == kTurnedAway) return turn_back(i, now);
  if (!goes_on(end)) return;
  // A closed way is entered in the order in which trucks are ready, which only an event of its own can tell.
  if (!has_passed(t, way) || !fleet_.closures.none())
    fleet_.around.agenda.put_truck(end, Phase::arrival, i);
  else
    leave_origin(i, end);
}

/// The empty run is over; whether the stockyard lets the truck in at once.
bool TruckCycle::enter_origin(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  const TruckLeg& leg = legs_[t.leg];
  fleet_.records.note_empty(t, leg, t.keeps_way ? fleet_.trucks.record_of(i).empty_route : runs().route(t.place, leg.origin), now);
  t.before_run = t.place;
  t.place = leg.origin;
  t.let_in = fleet_.yards.let_in(i, now);
  return t.let_in;
}

void TruckCycle::leave_origin(TruckIndex i, Tick loaded) {
  Truck& t = fleet_.trucks[i];
  const TruckLeg& leg = legs_[t.leg];
  t.phase = TruckPhase::to_destination;
  t.mark = loaded;
  if (!fleet_.closures.none()) {
    t.mark = fleet_.closures.set_out(t.leg, leg.chain, way(loaded_route(i)), loaded);
    t.at_station = false;
  }
  fleet_.driving.drive(i, t.mark, t.keeps_way ? way(loaded_route(i)).ticks() : leg.drive);
}

void TruckCycle::reach_destination(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  t.phase = TruckPhase::at_destination;
  t.at_station = false;
  t.station = 0;
  t.visit = 0;
  t.let_in = fleet_.yards.let_in(i, now);
  if (t.let_in) at_destination(i, now);
}

void TruckCycle::at_destination(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  const Way& way = fleet_.stations.way_of(t);
  if (has_passed(t, way)) return finish(i, now);
  const Tick end = fleet_.stations.pass(t, way, now);
  if (!goes_on(end)) return;
  fleet_.around.agenda.put_truck(end, has_passed(t, way) ? Phase::completion : Phase::arrival, i);
}

void TruckCycle::finish(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  const LegIndex index = t.leg;
  TruckLeg& leg = legs_[index];
  ++leg.delivered;
  fleet_.pools.time.charge(t, now);
  fleet_.records.note_loaded(t, leg, loaded_route(i), now);
  t.place = leg.destination;
  deliveries_.truck_delivered(leg, now);
  fleet_.yards.unloaded(index, now);
  end_cycle(i, now);
}

/// The load is lost to the model; the truck goes back to where it came from, so that it is no nearer to the next load than before.
void TruckCycle::turn_back(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.yards.end_order(t.leg);
  deliveries_.truck_refused(legs_[t.leg]);
  t.phase = TruckPhase::turned_back;
  const std::uint32_t back = way_back(i);
  fleet_.trucks.record_of(i).empty_route = back;
  t.keeps_way = true;
  fleet_.driving.drive(i, now, way(back).ticks());
}

void TruckCycle::be_back(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  fleet_.pools.time.charge(t, now);
  fleet_.records.note_empty(t, legs_[t.leg], fleet_.trucks.record_of(i).empty_route, now);
  t.place = t.before_run;
  end_cycle(i, now);
}

void TruckCycle::end_cycle(TruckIndex i, Tick now) {
  const Truck& t = fleet_.trucks[i];
  const Tick duty = now - t.duty_since;
  const Tick shift = fleet_.pools[t.pool].shift;
  // A truck that worked longer than its shift rests in proportion, so that duty : rest is shift : 24 h - shift.
  if (duty >= shift && shift < kTicksPerDay)
    rest(i, now, duty * (kTicksPerDay - shift) / shift);
  else
    become_free(i, now);
}

void TruckCycle::rest(TruckIndex i, Tick now, Tick ticks) {
  fleet_.trucks[i].phase = TruckPhase::resting;
  fleet_.around.agenda.put_truck(now + ticks, Phase::completion, i);
}

}  // namespace railshift::engine
