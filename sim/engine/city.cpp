#include "sim/engine/city.hpp"

namespace railshift::engine {

City::City(const LiveWorld& live, const Replication& replication, kernel::Calendar& calendar)
    : world_(live),
      replication_(replication),
      agenda_(calendar),
      places_(live.now()),
      book_of_legs_(build_legs(live, places_)),
      roads_(live, places_),
      rules_(live, replication, {places_, book_of_legs_, roads_}),
      fleet_({live, replication.seed, agenda_, places_, book_of_legs_, roads_}, *this),
      sizes_(pool_sizes(live.now(), book_of_legs_, roads_.empty_runs())),
      members_(std::make_unique<PoolMembers>(live.now(), replication.seed, sizes_, book_of_legs_.legs, rules_.trucks(), fleet_)) {
  fleet_.call_on(*members_);
}

void City::open_railway() { railway_ = std::make_unique<Railway>(world_, agenda_, book_of_legs_, *this, replication_.on_train); }

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
    rules_.accounts().deliver(leg.chain, leg.payload);
}

void City::truck_refused(const TruckLeg& leg) {
  rules_.accounts().refuse(leg.chain, leg.payload);
  ++rules_.result().statistics.refused_loads;
  rules_.result().statistics.refused_kg += leg.payload;
}

void City::train_arrived(const Movement& movement, std::int64_t kg, Tick now) {
  if (movement.truck_after) return release_by_truck(*movement.truck_after, kg, now);
  rules_.accounts().deliver(movement.chain, kg);
  fleet_.arrived_otherwise(movement.flow, kg, now);
}

void City::train_spilled(const Movement& movement, std::int64_t kg, Tick now) {
  rules_.accounts().spill(movement.chain, book_of_legs_.legs[*movement.road_instead].chain, kg);
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
