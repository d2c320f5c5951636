/// The cycle of a truck: stations and stockyards at both ends, the runs between them, breakdowns on the way.
#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"
#include "sim/engine/fleet.hpp"

namespace railshift::engine {

using kernel::Phase;

namespace {

/// Instead of the end of a visit: the truck was turned away, or there is no server. (An optional, written in two parts and read as one,
/// would stall the processor at every visit.)
constexpr Tick kNoFurther = kMaxTick;

void hold(Truck& t, Hold why, Tick now) {
  t.hold = why;
  t.mark = now;
}

std::size_t passes(const Way& way) { return std::max<std::size_t>(1, way.size()); }

}  // namespace

void Fleet::drive(TruckIndex i, Tick start, Tick ticks) {
  Truck& t = trucks_[i];
  if (driving_between_breakdowns_[t.pool] > 0.0) {
    Wear& wear = wear_[i];
    if (wear.left < ticks) {
      wear.to_drive = ticks - wear.left;
      t.breaks_down = true;
      schedule(start + wear.left, Phase::completion, EventKind::truck, i);
      return;
    }
    wear.left -= ticks;
  }
  schedule(start + ticks, Phase::arrival, EventKind::truck, i);
}

void Fleet::break_down(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  t.breaks_down = false;
  time_.charge(t, now);
  t.driving = t.phase;
  t.phase = TruckPhase::repairing;
  StationState& bay = stations_[*repair_[t.pool]];
  const auto block = draw_block(seed_, Purpose::breakdown, identity_[i], wear_[i].number, 1);
  const Passage passage = bay.arrive(now, rules::service_ticks(bay.law(), rules::loading_words(block)), false);
  ++wear_[i].number;
  renew_wear(i);
  if (passage.fate == Fate::served)
    schedule(passage.end, Phase::completion, EventKind::truck, i);
  else
    hold(t, Hold::no_bay, now);
}

void Fleet::drive_on(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  t.phase = t.driving;
  drive(i, now, wear_[i].to_drive);
}

void Fleet::renew_wear(TruckIndex i) {
  const double mean = driving_between_breakdowns_[trucks_[i].pool];
  if (mean <= 0.0) return;
  const double u = draw_uniform(seed_, Purpose::breakdown, identity_[i], wear_[i].number);
  wear_[i].left = static_cast<Tick>(-mean * std::log(u) + 0.5);
}

/// A place without stations: everybody is served at once, for the default time, while the site works.
Tick Fleet::pass_without_station(Truck& t, Tick now) {
  const TruckLeg& leg = legs_[t.leg];
  const PlaceIndex place = t.phase == TruckPhase::to_origin ? leg.origin : leg.destination;
  const Tick start = hours_[places_[place].site.index].next_open(now);
  t.wait += start - now;
  time_.note_wait(t, start - now);
  ++t.station;
  return start + default_service_;
}

/// One visit to the next station of the present end: when it ends, or kNoFurther.
Tick Fleet::pass_station(TruckIndex i, const Way& way, Tick now) {
  Truck& t = trucks_[i];
  if (way.empty()) return pass_without_station(t, now);
  const TruckLeg& leg = legs_[t.leg];
  const bool at_origin = t.phase == TruckPhase::to_origin;
  StationState& station = stations_[way[t.station]];
  t.at_station = true;
  const auto block = draw_block(seed_, Purpose::service_time, leg.draw_hash, t.load, t.visit);
  const Passage passage = station.arrive(
      now, rules::service_ticks(station.law(), at_origin ? rules::loading_words(block) : rules::unloading_words(block)), at_origin);
  if (passage.fate == Fate::turned_away) {
    turn_back(i, now);
    return kNoFurther;
  }
  if (passage.fate == Fate::never) {
    hold(t, Hold::no_bay, now);
    return kNoFurther;
  }
  t.wait += passage.start - now;
  time_.note_wait(t, passage.start - now);
  if (station.feedback() > 0.0 && rules::sent_back(station.feedback(), seed_, leg.draw_hash, t.load, t.visit, at_origin)) {
    const auto back = world_.stations[Id<Station>{way[t.station]}].feedback_to;
    if (back) t.station = static_cast<std::uint8_t>(std::find(way.begin(), way.end(), back->index) - way.begin());
  } else {
    ++t.station;
  }
  ++t.visit;
  return passage.end;
}

/// The next station, and those behind it whose arrivals need no event of their own.
Tick Fleet::pass_stations(TruckIndex i, const Way& way, Tick now) {
  Truck& t = trucks_[i];
  Tick end = pass_station(i, way, now);
  while (end != kNoFurther && t.station < way.size() && ordered_[way[t.station]]) end = pass_station(i, way, end);
  if (end != kNoFurther) t.mark = end;
  return end;
}

void Fleet::at_origin(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  time_.charge(t, now);
  if (!t.let_in) {
    record(t, now, runs_->route(t.place, leg.origin), leg, ledger::Compliance::no_rule, 0);
    t.before_run = t.place;
    t.place = leg.origin;
    t.let_in = let_in(i, yards_of_[t.leg].from, now);
    if (!t.let_in) return;
  }
  const Way& way = ways_[leg.load_way];
  if (t.station == passes(way)) return leave_origin(i, now);
  const Tick end = pass_stations(i, way, now);
  if (end == kNoFurther) return;
  // A closed way is entered in the order in which trucks are ready, which only an event of its own can tell.
  if (t.station < passes(way) || !closures_.none())
    schedule(end, Phase::arrival, EventKind::truck, i);
  else
    leave_origin(i, end);
}

void Fleet::leave_origin(TruckIndex i, Tick loaded) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  t.phase = TruckPhase::to_destination;
  t.mark = loaded;
  if (!closures_.none()) {
    t.mark = closures_.set_out(t.leg, leg.chain, (*routes_)[leg.route], loaded);
    t.at_station = false;
  }
  drive(i, t.mark, leg.drive);
}

void Fleet::reach_destination(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  t.phase = TruckPhase::at_destination;
  t.at_station = false;
  t.station = 0;
  t.visit = 0;
  t.let_in = let_in(i, yards_of_[t.leg].to, now);
  if (t.let_in) at_destination(i, now);
}

void Fleet::at_destination(TruckIndex i, Tick now) {
  const Way& way = ways_[legs_[trucks_[i].leg].unload_way];
  if (trucks_[i].station == passes(way)) return finish(i, now);
  const Tick end = pass_stations(i, way, now);
  if (end == kNoFurther) return;
  schedule(end, trucks_[i].station == passes(way) ? Phase::completion : Phase::arrival, EventKind::truck, i);
}

void Fleet::finish(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  const LegIndex index = t.leg;
  time_.charge(t, now);
  record(t, now, leg.route, leg, compliance_of(t, leg), leg.payload);
  t.place = leg.destination;
  ++loads_delivered_;
  deliveries_.truck_delivered(leg, now);
  if (leg.release == Release::order_up_to) on_order_[index] -= leg.payload;
  if (const auto yard = yards_of_[index].to) {
    yards_[*yard].put(leg.payload, true, now);
    serve_yard(*yard, now);
  }
  end_cycle(i, now);
}

/// The load is lost to the model; the truck goes back to where it came from, so that it is no nearer to the next load than before.
void Fleet::turn_back(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  if (leg.release == Release::order_up_to) on_order_[t.leg] -= leg.payload;
  deliveries_.truck_refused(leg);
  t.phase = TruckPhase::turned_back;
  drive(i, now, runs_->ticks(t.place, t.before_run));
}

void Fleet::be_back(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  record(t, now, runs_->route(t.place, t.before_run), legs_[t.leg], ledger::Compliance::no_rule, 0);
  t.place = t.before_run;
  end_cycle(i, now);
}

void Fleet::end_cycle(TruckIndex i, Tick now) {
  const Tick duty = now - trucks_[i].duty_since;
  const Tick shift = shift_[trucks_[i].pool];
  // A truck that worked longer than its shift rests in proportion, so that duty : rest is shift : 24 h - shift.
  if (duty >= shift && shift < kTicksPerDay)
    rest(i, now, duty * (kTicksPerDay - shift) / shift);
  else
    become_free(i, now);
}

bool Fleet::let_in(TruckIndex i, const std::optional<YardIndex>& yard, Tick now) {
  if (!yard) return true;
  StockyardState& at = yards_[*yard];
  const std::int64_t kg = legs_[trucks_[i].leg].payload;
  if (at.waiting.empty() && at.let_in(kg, now)) return true;
  at.waiting.push_back({i, kg, now});
  hold(trucks_[i], Hold::yard, now);
  if (at.waiting.size() == 1) serve_yard(*yard, now);
  return false;
}

void Fleet::serve_yard(YardIndex index, Tick now) {
  StockyardState& yard = yards_[index];
  while (!yard.waiting.empty() && yard.let_in(yard.waiting.front().kg, now)) {
    const auto next = yard.waiting.front();
    yard.waiting.pop_front();
    Truck& t = trucks_[next.truck];
    time_.charge(t, now);
    t.hold = Hold::none;
    t.let_in = true;
    t.wait += now - next.since;
    time_.note_wait(t, now - next.since);
    // The truck goes on through an event of its own, after what else happens at this tick.
    schedule(now, Phase::arrival, EventKind::truck, next.truck);
  }
  const auto turn = yard.next_turn(now);
  if (!turn || (yard.called > now && yard.called <= *turn)) return;
  yard.called = std::max(*turn, now + 1);
  schedule(yard.called, Phase::completion, EventKind::stockyard, index);
}

void Fleet::stockyard_event(YardIndex yard, Tick now) { serve_yard(yard, now); }

void Fleet::review_event(LegIndex index, Tick now) {
  if (now + kTicksPerDay < month_end_) schedule(now + kTicksPerDay, Phase::opening, EventKind::review, index);
  TruckLeg& leg = legs_[index];
  const auto yard = yards_of_[index].to;
  if (!yard || leg.released >= leg.due) return;
  const std::int64_t lacks = yards_[*yard].lacks(on_order_[index], now);
  const std::int64_t loads = std::min(leg.due - leg.released, lacks / leg.payload);
  leg.released += loads;
  on_order_[index] += loads * leg.payload;
  release_now(index, loads, now);
}

void Fleet::record(const Truck& t, Tick end, std::uint32_t route, const TruckLeg& leg, ledger::Compliance compliance, std::int64_t kg) {
  ledger::LegFacts facts;
  facts.end = end;
  facts.flow = leg.flow.index;
  facts.leg = kg > 0 ? leg.seq : std::uint8_t{0};
  facts.vehicle = EmissionClass::from_index(t.vehicle);
  facts.owner = t.owner;
  facts.compliance = compliance;
  facts.loaded = kg > 0;
  facts.route = route;
  facts.wait = kg > 0 ? t.wait : 0;
  facts.wait_bucket = ledger::wait_bucket(facts.wait);
  facts.mass = Kilograms{kg};
  records_.push_back(ledger::pack(facts));
}

ledger::Compliance Fleet::compliance_of(const Truck& t, const TruckLeg& leg) const {
  if (!leg.ruled) return ledger::Compliance::no_rule;
  return ((leg.lawful.bits >> t.access) & 1U) != 0 ? ledger::Compliance::compliant : ledger::Compliance::violation;
}

}  // namespace railshift::engine
