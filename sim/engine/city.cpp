#include "sim/engine/city.hpp"

#include "sim/core/contract.hpp"
#include "sim/ledger/fold.hpp"
#include "sim/rules/register_start.hpp"

namespace railshift::engine {

City::City(const World& world, const Replication& replication, kernel::Calendar& calendar)
    : world_(world),
      replication_(replication),
      calendar_(calendar),
      places_(world),
      book_of_legs_(build_legs(world, places_)),
      roads_(world, places_),
      fleet_(world, replication.seed, calendar, places_, book_of_legs_, *this),
      accounts_(world),
      stocks_(world),
      register_(rules::initial_register(world, replication.seed)),
      month_book_(rules::first_book(world)),
      duty_rolls_(rules::duty_rolls(world)),
      counted_remainder_(world.flows.size(), 0),
      direct_kg_(book_of_legs_.movements.size(), 0) {
  roads_.update(world.settings.start, book_of_legs_.legs);
  counted_routes_ = counted_routes(world, roads_);
  distances_ = roads_.distances();
  constants_ = rules::calibrate(world, distances_);
  members_ = std::make_unique<PoolMembers>(world, replication.seed, pool_sizes(world, book_of_legs_, roads_.empty_runs()),
                                           book_of_legs_.legs, register_, fleet_);
}

void City::open_railway() { railway_ = std::make_unique<Railway>(world_, calendar_, book_of_legs_.movements, *this); }

void City::world_replaced() {
  // The only thing that looks at later years before the run; the rest was read up to the first day and of the base year, where the worlds
  // are the same.
  duty_rolls_ = rules::duty_rolls(world_);
}

void City::step(kernel::Key key) {
  ++events_;
  switch (static_cast<EventKind>(key.kind())) {
    case EventKind::truck:
      fleet_.truck_event(key.index(), key.tick());
      return;
    case EventKind::release:
      fleet_.release_event(key.index(), key.tick());
      return;
    case EventKind::supply:
      railway_->supply_event(key.index(), key.tick());
      return;
    case EventKind::hire:
      fleet_.hire_event(static_cast<std::uint16_t>(key.index()), key.tick());
      return;
    case EventKind::stockyard:
      fleet_.stockyard_event(key.index(), key.tick());
      return;
    case EventKind::review:
      fleet_.review_event(key.index(), key.tick());
      return;
  }
  RAILSHIFT_EXPECTS(false, "a calendar event has a kind");
}

void City::hint(kernel::Key key) {
  if (static_cast<EventKind>(key.kind()) == EventKind::truck) fleet_.prefetch(key.index());
}

void City::truck_delivered(const TruckLeg& leg, Tick now) {
  if (leg.feeds)
    railway_->add_stock(*leg.feeds, leg.payload, now);
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
