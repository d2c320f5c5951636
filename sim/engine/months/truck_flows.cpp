#include "sim/engine/months/truck_flows.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/fleet/leg_records.hpp"
#include "sim/engine/fleet/pool_members.hpp"
#include "sim/engine/places/least_empty.hpp"

namespace railshift::engine {
namespace {

/// Loads of a leg that is planned for and offered none.
constexpr double kNextToNothing = 1e-6;

Tick ticks_of(double hours) { return static_cast<Tick>(std::llround(hours * static_cast<double>(kTicksPerHour))); }

/// From where the trucks of a leg come, place by place; on every leg they begin with another one, so that kinds and places meet in turn.
class ComeFrom {
 public:
  ComeFrom(std::vector<std::int64_t> trips, std::size_t first) : trips_(std::move(trips)), at_(first % trips_.size()) {}

  /// Places by position, and how many of these trucks come from each. Precondition: as many have not been taken yet.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::int64_t>> take(std::int64_t trucks) {
    std::vector<std::pair<std::size_t, std::int64_t>> taken;
    while (trucks > 0) {
      const std::int64_t some = std::min(trucks, trips_[at_]);
      if (some > 0) taken.emplace_back(at_, some);
      trips_[at_] -= some;
      trucks -= some;
      if (trips_[at_] == 0) at_ = (at_ + 1) % trips_.size();
    }
    return taken;
  }

 private:
  std::vector<std::int64_t> trips_;
  std::size_t at_;
};

}  // namespace

TruckFlows::TruckFlows(const Around& around, Register& reg)
    : around_(around),
      legs_(around.book.legs.size()),
      crews_(around.world, around.seed, pool_sizes(around.world.now(), around.book, around.roads.empty_runs()), around.book.legs, reg),
      months_(around.world, around.book, crews_),
      waits_(around.world, around.book),
      told_(around.world->pools.size()),
      before_(told_.size()),
      hours_(told_.size()) {}

bool TruckFlows::Told::sends(std::uint64_t gates, PlaceIndex origin) const {
  const auto shares = plan.shares.find(gates);
  return shares != plan.shares.end() && plan.empties.shares.count(origin) != 0 &&
         std::any_of(shares->second.begin(), shares->second.end(), [](double share) { return share > 0.0; });
}

void TruckFlows::begin_month(Month month, const std::vector<rules::GateRule>& gates) {
  claims_.begin_month(around_.world.now());
  claims_.set(around_.world.now(), around_.places, gates, around_.book.legs);
  if (month == month_of(around_.world->settings.day_zero())) return;
  for (std::size_t p = 0; p < told_.size(); ++p) {
    // Register changes since the end of the month may have ended a kind or begun one.
    std::vector<double> idle;
    for (const CrewKind& kind : crews_.kinds(static_cast<std::uint16_t>(p))) {
      const auto& before = told_[p].plan.kinds;
      const auto at =
          std::find_if(before.begin(), before.end(), [&](const CrewKind& k) { return k.vehicle == kind.vehicle && k.owner == kind.owner; });
      const double stood = at == before.end() ? 0.0 : told_[p].plan.idle[static_cast<std::size_t>(at - before.begin())];
      idle.push_back(std::min(stood, static_cast<double>(kind.trucks)));
    }
    crews_.dismiss(static_cast<std::uint16_t>(p), idle);
  }
}

void TruckFlows::plan(const std::vector<double>& loads, Month month, Tick begin, Tick end) {
  begin_ = begin;
  length_ = end - begin;
  PoolMonths::Work work{month, hours_from_ticks(length_), loads};
  for (std::size_t l = 0; l < loads.size(); ++l) {
    // What is under way arrives, also on a leg that is offered nothing more.
    if (legs_[l].under_way > 0) work.loads[l] = std::max(work.loads[l], kNextToNothing);
    if (!around_.book.legs[l].has_way) work.loads[l] = 0.0;
  }
  waits_.expect(work.loads, work.hours);
  for (std::size_t l = 0; l < loads.size(); ++l) work.loads[l] *= waits_.served(around_.book.legs[l]);
  for (std::size_t p = 0; p < told_.size(); ++p) {
    before_[p] = std::move(told_[p]);
    told_[p] = {months_.plan(static_cast<std::uint16_t>(p), work, waits_, around_.roads.empty_runs()), {}, {}};
    hours_[p].clear();
  }
}

std::int64_t TruckFlows::carry(LegIndex index, std::int64_t loads) {
  TruckLeg& leg = around_.book.legs[index];
  LegState& state = legs_[index];
  const PoolMonth& plan = told_[leg.pool].plan;
  const auto served = plan.served.find(leg.at_gates.bits);
  // Without a way, without a truck that may carry it, or on a leg that nobody foresaw loads on, all waits for another month.
  const bool known = leg.has_way && plan.cycle_h[index] > 0.0 && served != plan.served.end() && served->second > 0.0;
  const double share = known ? served->second * waits_.served(leg) : 0.0;
  state.offered = std::min<std::int64_t>(loads, std::llround(static_cast<double>(loads) * share));
  leg.remainder += (loads - state.offered) * leg.payload;
  if (loads == state.offered)
    state.waits_since.reset();
  else if (!state.waits_since)
    state.waits_since = begin_;
  const std::int64_t before = state.under_way, there = before + state.offered;
  state.gates_before = state.gates;
  state.gates = leg.at_gates.bits;
  const double hours = hours_from_ticks(length_);
  const auto still = std::llround(static_cast<double>(state.offered) * plan.cycle_h[index] / hours);
  state.under_way = known ? std::min<std::int64_t>(there, still) : there;
  state.arrived = there - state.under_way;
  state.carried = std::min(state.arrived, before);
  leg.delivered = state.arrived;
  delivered_ += state.arrived;
  if (leg.ruled) claims_.offered(index, state.offered);
  return state.arrived;
}

void TruckFlows::add_trips(LegIndex index, std::vector<ledger::TripSum>& trips) {
  const TruckLeg& leg = around_.book.legs[index];
  const LegState& state = legs_[index];
  // What set out in the month before came with the trucks that gates let in then.
  Told& before = before_[leg.pool];
  if (before.sends(state.gates_before, leg.origin))
    add_trips(index, state.carried, before, state.gates_before, trips);
  else
    add_trips(index, state.carried, told_[leg.pool], state.gates, trips);
  add_trips(index, state.arrived - state.carried, told_[leg.pool], state.gates, trips);
}

void TruckFlows::add_trips(LegIndex index, std::int64_t loads, Told& told, std::uint64_t gates, std::vector<ledger::TripSum>& trips) {
  if (loads == 0) return;
  const TruckLeg& leg = around_.book.legs[index];
  const PoolMonth& plan = told.plan;
  const auto by_kind = told.kinds[gates].of(loads, plan.shares.at(gates));
  ComeFrom come(told.places[leg.origin].of(loads, plan.empties.shares.at(leg.origin)), index);
  const Tick wait = ticks_of(waits_.wait_h(leg.load_way) + waits_.wait_h(leg.unload_way));
  for (std::size_t k = 0; k < by_kind.size(); ++k) {
    if (by_kind[k] == 0) continue;
    const CrewKind& kind = plan.kinds[k];
    ledger::TripSum sum;
    sum.flow = leg.flow.index;
    sum.vehicle = EmissionClass::from_index(kind.vehicle);
    sum.owner = kind.owner;
    for (const auto& [place, some] : come.take(by_kind[k])) {
      sum.route = around_.roads.empty_runs().route(plan.empties.from[place], leg.origin);
      sum.trips = some;
      trips.push_back(sum);
    }
    sum.route = leg.route;
    sum.leg = leg.seq;
    sum.loaded = true;
    sum.compliance = compliance_of(leg, kind.access());
    sum.trips = by_kind[k];
    sum.kg = by_kind[k] * leg.payload;
    sum.wait = by_kind[k] * wait;
    trips.push_back(sum);
  }
  add_hours(index, plan, by_kind);
}

void TruckFlows::add_hours(LegIndex index, const PoolMonth& plan, const std::vector<std::int64_t>& by_kind) {
  const TruckLeg& leg = around_.book.legs[index];
  for (std::size_t k = 0; k < by_kind.size(); ++k) {
    const auto trips = static_cast<double>(by_kind[k]);
    Hours& hours = hours_[leg.pool][plan.kinds[k].owner];
    hours.empty += trips * plan.empties.hours.at(leg.origin);
    hours.loaded += trips * hours_from_ticks(leg.drive);
    hours.origin_wait += trips * waits_.wait_h(leg.load_way);
    hours.origin += trips * (waits_.wait_h(leg.load_way) + waits_.service_h(leg.load_way));
    hours.destination_wait += trips * waits_.wait_h(leg.unload_way);
    hours.destination += trips * (waits_.wait_h(leg.unload_way) + waits_.service_h(leg.unload_way));
  }
}

std::vector<ledger::TripSum> TruckFlows::end_month(Month month, ledger::Ledger& out) {
  std::vector<ledger::TripSum> trips;
  for (LegIndex l = 0; l < legs_.size(); ++l) add_trips(l, trips);
  for (std::size_t p = 0; p < told_.size(); ++p) {
    for (const Owner owner : {Owner::local, Owner::hired}) add_row(static_cast<std::uint16_t>(p), owner, month, out);
  }
  const auto least = least_empty_metres(told_.size(), around_.book.legs, around_.roads.empty_runs());
  for (ledger::PoolRow& row : out.pools) {
    if (row.month == month && row.owner == Owner::local) row.least_empty_metres = least[row.pool.index];
  }
  for (TruckLeg& leg : around_.book.legs) leg.delivered = 0;
  return trips;
}

/// What is not work is idle while on duty, and rest. Work beyond the hours of the trucks, by rounding or because the month's loads were
/// sent before it, shortens them both.
void TruckFlows::add_row(std::uint16_t pool, Owner owner, Month month, ledger::Ledger& out) {
  const Pool& its = around_.world->pools[Id<Pool>{pool}];
  const CrewChange change = crews_.take_change(pool, owner);
  const Hours& work = hours_[pool][owner];
  ledger::PoolRow row;
  row.month = month;
  row.pool = Id<Pool>{pool};
  row.owner = owner;
  row.open = change.open;
  row.joined = change.joined;
  row.left = change.left;
  row.close = change.close;
  row.empty_ticks = ticks_of(work.empty);
  row.origin_ticks = ticks_of(work.origin);
  row.loaded_ticks = ticks_of(work.loaded);
  row.destination_ticks = ticks_of(work.destination);
  row.origin_wait_ticks = std::min(row.origin_ticks, ticks_of(work.origin_wait));
  row.destination_wait_ticks = std::min(row.destination_ticks, ticks_of(work.destination_wait));
  row.off_station_ticks = row.origin_ticks + row.destination_ticks;
  const Tick busy = row.empty_ticks + row.loaded_ticks + row.off_station_ticks;
  row.present_ticks = std::max(busy, change.close * length_);
  const double duty = its.shift.value / 24.0 * (its.trucks ? 1.0 : its.availability);
  row.rest_ticks = std::min(row.present_ticks - busy, static_cast<Tick>(static_cast<double>(row.present_ticks) * (1.0 - duty)));
  row.idle_ticks = row.present_ticks - busy - row.rest_ticks;
  out.pools.push_back(row);
}

std::vector<policy::Effect> TruckFlows::gate_effects() const {
  std::map<Id<Measure>, std::pair<double, double>> acted;
  for (LegIndex l = 0; l < legs_.size(); ++l) {
    const TruckLeg& leg = around_.book.legs[l];
    if (!leg.ruled || legs_[l].offered == 0) continue;
    const auto& kinds = told_[leg.pool].plan.kinds;
    for (const FloorAtLeg& floor : claims_.floors(l)) {
      double all = 0.0, refused = 0.0, alone = 0.0;
      for (const CrewKind& kind : kinds) {
        const auto trucks = static_cast<double>(kind.trucks);
        all += trucks;
        if (floor.claimed.admits(kind.access())) refused += trucks;
        if (floor.claimed.admits(kind.access()) && floor.alone.admits(kind.access())) alone += trucks;
      }
      if (all <= 0.0) continue;
      acted[floor.measure].first += static_cast<double>(legs_[l].offered) * refused / all;
      acted[floor.measure].second += static_cast<double>(legs_[l].offered) * alone / all;
    }
  }
  std::vector<policy::Effect> effects = claims_.effects();
  for (policy::Effect& effect : effects) {
    effect.acted = std::min<std::int64_t>(effect.in_scope, std::llround(acted[effect.measure].first));
    effect.changed = std::min<std::int64_t>(effect.acted, std::llround(acted[effect.measure].second));
  }
  return effects;
}

/// What most keeps the loads of a leg: stations are asked before trucks, which are called for what stations can serve.
std::pair<Need, std::string> TruckFlows::lacks(const TruckLeg& leg) const {
  const World& world = around_.world.now();
  if (!leg.has_way) return {Need::road, world.sites[world.flows[leg.flow].origin].id};
  const auto served = told_[leg.pool].plan.served.find(leg.at_gates.bits);
  const double by_trucks = served == told_[leg.pool].plan.served.end() ? 1.0 : served->second;
  const auto scarcest = waits_.scarcest(leg);
  if (!scarcest || by_trucks < waits_.served(leg)) return {Need::truck, world.pools[Id<Pool>{leg.pool}].id};
  const Station& station = world.stations[Id<Station>{*scarcest}];
  if (station.servers == 0) return {Need::station, station.id};
  return {Need::service, world.sites[station.site].id};
}

std::vector<Unserved> TruckFlows::unserved(Tick now) const {
  std::vector<Unserved> rows;
  for (LegIndex l = 0; l < legs_.size(); ++l) {
    const TruckLeg& leg = around_.book.legs[l];
    const std::int64_t loads = leg.remainder / leg.payload;
    if (loads == 0) continue;
    const World& world = around_.world.now();
    const auto [need, at] = lacks(leg);
    rows.push_back(
        {world.flows[leg.flow].id, need, at, loads, loads * leg.payload, hours_from_ticks(now - legs_[l].waits_since.value_or(begin_))});
  }
  return rows;
}

}  // namespace railshift::engine
