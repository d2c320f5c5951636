#include "sim/engine/fleet.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"

namespace railshift::engine {

using kernel::Phase;

Fleet::Fleet(const World& world, std::uint32_t seed, kernel::Calendar& calendar, const PlaceBook& places, std::vector<TruckLeg>& legs,
             Deliveries& deliveries)
    : world_(world),
      seed_(seed),
      calendar_(calendar),
      places_(places),
      legs_(legs),
      deliveries_(deliveries),
      idle_(world.pools.size(), places.size()),
      waiting_(world.pools.size()),
      time_(world.pools.size()),
      default_service_(rules::constant_service(Hours{world.parameter("site.default_service", world.settings.start) / 60.0})),
      pool_size_(world.pools.size(), 0),
      hires_(world.pools.size(), 0),
      outside_wait_(ticks_from_hours(world.parameter("pool.outside_wait", world.settings.start))),
      outside_cap_(world.parameter("pool.outside_cap", world.settings.start)) {
  for (const Station& s : world.stations) stations_.emplace_back(s, world.stations.id_of(s));
  for (const Pool& p : world.pools) {
    shift_.push_back(ticks_from_hours(p.shift.value));
    schedule(kHireInterval, Phase::opening, EventKind::hire, world.pools.id_of(p).index);
  }
}

void Fleet::truck_event(TruckIndex i, Tick now) {
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
    case TruckPhase::idle:
    case TruckPhase::parked:
    case TruckPhase::gone:
      break;
  }
  RAILSHIFT_EXPECTS(false, "an idle or departed truck has no event");
}

void Fleet::release_event(LegIndex index, Tick now) {
  TruckLeg& leg = legs_[index];
  ++leg.released;
  if (leg.released < leg.due) schedule(leg.next_release(), Phase::new_work, EventKind::release, index);
  offer(index, leg.next_load++, now);
}

void Fleet::release_now(LegIndex index, std::int64_t loads, Tick now) {
  for (std::int64_t n = 0; n < loads; ++n) offer(index, legs_[index].next_load++, now);
}

void Fleet::offer(LegIndex index, std::uint32_t number, Tick now) {
  const TruckLeg& leg = legs_[index];
  const TruckIndex i = idle_.nearest(trucks_, static_cast<std::uint8_t>(leg.pool), leg.admitted, runs_->nearest_to(leg.origin));
  if (i == kNoTruck) {
    waiting_.add(leg.pool, leg.admitted, {now, index, number});
    return;
  }
  idle_.remove(trucks_, i);
  dispatch(i, index, number, now);
}

void Fleet::dispatch(TruckIndex i, LegIndex index, std::uint32_t number, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  t.phase = TruckPhase::to_origin;
  t.station = 0;
  t.leg = index;
  t.load = number;
  t.wait = 0;
  schedule(now + runs_->ticks(t.place, legs_[index].origin), Phase::arrival, EventKind::truck, i);
}

Tick Fleet::pass_station(Truck& t, const std::vector<std::uint32_t>& stations, Tick now) {
  const TruckLeg& leg = legs_[t.leg];
  const auto block = draw_block(seed_, Purpose::service_time, leg.draw_hash, t.load, t.station);
  const auto words = t.phase == TruckPhase::to_origin ? rules::loading_words(block) : rules::unloading_words(block);
  if (stations.empty()) return now + rules::service_ticks(default_service_, words);
  StationState& station = stations_[stations[t.station]];
  const Passage passage = station.arrive(now, rules::service_ticks(station.law(), words));
  t.wait += passage.start - now;
  return passage.end;
}

void Fleet::at_origin(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  time_.charge(t, now);
  if (t.station == 0) {
    record(t, now, runs_->route(t.place, leg.origin), leg, ledger::Compliance::no_rule, 0);
    t.place = leg.origin;
  }
  const Tick end = pass_station(t, leg.load_stations, now);
  ++t.station;
  if (t.station < leg.load_stations.size()) {
    schedule(end, Phase::arrival, EventKind::truck, i);
    return;
  }
  t.phase = TruckPhase::to_destination;
  t.mark = end;
  schedule(end + leg.drive, Phase::arrival, EventKind::truck, i);
}

void Fleet::reach_destination(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  time_.charge(t, now);
  t.phase = TruckPhase::at_destination;
  t.station = 0;
  at_destination(i, now);
}

void Fleet::at_destination(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const auto& stations = legs_[t.leg].unload_stations;
  const std::size_t passes = std::max<std::size_t>(1, stations.size());
  if (t.station == passes) {
    finish(i, now);
    return;
  }
  const Tick end = pass_station(t, stations, now);
  ++t.station;
  schedule(end, t.station == passes ? Phase::completion : Phase::arrival, EventKind::truck, i);
}

void Fleet::finish(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  const TruckLeg& leg = legs_[t.leg];
  time_.charge(t, now);
  record(t, now, leg.route, leg, compliance_of(t, leg), leg.payload);
  t.place = leg.destination;
  ++loads_delivered_;
  deliveries_.truck_delivered(leg, now);
  const Tick duty = now - t.duty_since;
  const Tick shift = shift_[t.pool];
  // A truck that worked longer than its shift rests in proportion, so that duty : rest is shift : 24 h - shift.
  if (duty >= shift && shift < kTicksPerDay)
    rest(i, now, duty * (kTicksPerDay - shift) / shift);
  else
    become_free(i, now);
}

void Fleet::rest(TruckIndex i, Tick now, Tick ticks) {
  trucks_[i].phase = TruckPhase::resting;
  schedule(now + ticks, Phase::completion, EventKind::truck, i);
}

void Fleet::become_free(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  if (t.leaving) return depart(i, now);
  t.phase = t.in_service ? TruckPhase::idle : TruckPhase::parked;
  if (!t.in_service) return;
  if (const auto load = waiting_.take(t.pool, t.access)) {
    dispatch(i, load->leg, load->number, now);
    return;
  }
  t.mark = now;
  idle_.add(trucks_, i);
}

void Fleet::depart(TruckIndex i, Tick now) {
  time_.charge(trucks_[i], now);
  time_.leave(trucks_[i], now);
  trucks_[i].phase = TruckPhase::gone;
}

TruckIndex Fleet::join(const Truck& truck, Tick now) {
  const auto i = static_cast<TruckIndex>(trucks_.size());
  RAILSHIFT_EXPECTS(i < kernel::Key::kMaxIndex, "a run has fewer than half a million pool trucks");
  trucks_.push_back(truck);
  trucks_[i].since = now;
  trucks_[i].duty_since = now;
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
