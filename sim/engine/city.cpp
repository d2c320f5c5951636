#include "sim/engine/city.hpp"

#include "sim/ledger/fold.hpp"
#include "sim/rules/register/register_start.hpp"

namespace railshift::engine {

City::City(const LiveWorld& live, const Replication& replication, kernel::Calendar& calendar)
    : world_(live),
      replication_(replication),
      agenda_(calendar),
      places_(live.now()),
      book_of_legs_(build_legs(live, places_)),
      roads_(live, places_),
      fleet_({live, replication.seed, agenda_, places_, book_of_legs_, roads_}, *this),
      accounts_(live),
      stocks_(live),
      register_(rules::initial_register(live.now(), replication.seed)),
      month_book_(replication.base ? rules::first_book(live.now(), replication.base->state) : rules::first_book(live.now())),
      duty_rolls_(rules::duty_rolls(live.now())),
      counted_rests_(live->flows.size()),
      direct_kg_(book_of_legs_.movements.size(), 0) {
  const World& world = live.now();
  roads_.update(world.settings.start, book_of_legs_.legs);
  counted_routes_ = counted_routes(world, roads_);
  distances_ = roads_.distances();
  constants_ = replication.base ? replication.base->constants : rules::calibrate(world, distances_);
  if (replication.settle) settling_.emplace(world);
  members_ = std::make_unique<PoolMembers>(world, replication.seed, pool_sizes(world, book_of_legs_, roads_.empty_runs()),
                                           book_of_legs_.legs, register_, fleet_);
  fleet_.call_on(*members_);
}

void City::open_railway() { railway_ = std::make_unique<Railway>(world_, agenda_, book_of_legs_, *this, replication_.on_train); }

void City::world_replaced() {
  // The only thing that looks at later years before the run; the rest was read up to the first day and of the base year, where the worlds
  // are the same.
  duty_rolls_ = rules::duty_rolls(world_.now());
}

void City::step(kernel::Key key) {
  ++events_;
  const auto kind = static_cast<EventKind>(key.kind());
  if (kind == EventKind::supply)
    railway_->supply_event(key.index(), key.tick());
  else
    fleet_.event(kind, key.index(), key.tick());
}

void City::hint(kernel::Key key) {
  if (static_cast<EventKind>(key.kind()) == EventKind::truck) fleet_.prefetch(key.index());
}

void City::truck_delivered(const TruckLeg& leg, Tick) {
  if (leg.feeds)
    railway_->add_stock(*leg.feeds, leg.payload);
  else
    accounts_.deliver(leg.chain, leg.payload);
}

void City::truck_refused(const TruckLeg& leg) {
  accounts_.refuse(leg.chain, leg.payload);
  ++result_.statistics.refused_loads;
  result_.statistics.refused_kg += leg.payload;
}

void City::train_arrived(const Movement& movement, std::int64_t kg, Tick now) {
  if (movement.truck_after) return release_by_truck(*movement.truck_after, kg, now);
  accounts_.deliver(movement.chain, kg);
  fleet_.arrived_otherwise(movement.flow, kg, now);
}

void City::train_spilled(const Movement& movement, std::int64_t kg, Tick now) {
  accounts_.spill(movement.chain, book_of_legs_.legs[*movement.road_instead].chain, kg);
  release_by_truck(*movement.road_instead, kg, now);
}

void City::release_by_truck(LegIndex index, std::int64_t kg, Tick now) {
  TruckLeg& leg = book_of_legs_.legs[index];
  leg.remainder += kg;
  const std::int64_t loads = leg.remainder / leg.payload;
  leg.remainder -= loads * leg.payload;
  fleet_.release_now(index, loads, now);
}

}  // namespace railshift::engine
