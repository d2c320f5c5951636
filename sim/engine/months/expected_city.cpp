#include "sim/engine/months/expected_city.hpp"

#include "sim/ledger/fold.hpp"

namespace railshift::engine {

ExpectedCity::ExpectedCity(const LiveWorld& live, const Replication& replication)
    : world_(live),
      seed_(replication.seed),
      places_(live.now()),
      book_of_legs_(build_legs(live, places_)),
      roads_(live, places_),
      rules_(live, replication, {places_, book_of_legs_, roads_}),
      trucks_({live, replication.seed, places_, book_of_legs_, roads_}, rules_.trucks()),
      trains_(live, book_of_legs_),
      none_waiting_(live->pools) {}

void ExpectedCity::live(Month month, Tick begin, Tick end) {
  rules_.open_month(month, end);
  const std::vector<rules::GateRule> gates = rules::gate_rules_of_month(world_.now(), seed_, month);
  rules_.set_gates(gates);
  trucks_.begin_month(month, gates);
  rules_.plan_month(month, begin, end);
  (void)rules_.take_direct_arrivals();  // they go to stockyards, which the months do not know
  trains_.begin_month(begin, end, rules_.direct_kg());
  move(month, begin, end);
  write(month);
}

/// Loads behind a train are known once it runs: until then what the month's plan gives to their chain.
std::vector<double> ExpectedCity::foreseen_loads() {
  std::vector<double> loads;
  for (const TruckLeg& leg : book_of_legs_.legs) {
    const std::int64_t kg = leg.remainder + rules_.accounts().released(leg.chain);
    loads.push_back(leg.fed_by ? static_cast<double>(kg) / static_cast<double>(leg.payload) : static_cast<double>(leg.due));
  }
  return loads;
}

void ExpectedCity::move(Month month, Tick begin, Tick end) {
  trucks_.plan(foreseen_loads(), month, begin, end);
  for (LegIndex l = 0; l < book_of_legs_.legs.size(); ++l) {
    if (!book_of_legs_.legs[l].fed_by) arrive(l, book_of_legs_.legs[l].due);
  }
  trains_.run(month, rules_.background());
  for (MovementIndex m = 0; m < book_of_legs_.movements.size(); ++m) {
    const Movement& movement = book_of_legs_.movements[m];
    if (!movement.truck_after) rules_.accounts().deliver(movement.chain, trains_.arrived_kg(m));
  }
  for (LegIndex l = 0; l < book_of_legs_.legs.size(); ++l) {
    TruckLeg& leg = book_of_legs_.legs[l];
    if (!leg.fed_by) continue;
    leg.remainder += trains_.arrived_kg(*leg.fed_by);
    const std::int64_t loads = leg.remainder / leg.payload;
    leg.remainder -= loads * leg.payload;
    arrive(l, loads);
  }
}

void ExpectedCity::arrive(LegIndex index, std::int64_t loads) {
  const std::int64_t kg = trucks_.carry(index, loads) * book_of_legs_.legs[index].payload;
  const TruckLeg& leg = book_of_legs_.legs[index];
  if (leg.feeds)
    trains_.add(*leg.feeds, kg);
  else
    rules_.accounts().deliver(leg.chain, kg);
}

void ExpectedCity::write(Month month) {
  ledger::Ledger& out = rules_.begin_end(month);
  trains_.end_month(month, out, rules_.learned());
  const std::vector<ledger::TripSum> trips = trucks_.end_month(month, out);
  rules_.write_fold(month, ledger::fold_sums(month, trips, roads_.routes()), out);
  rules_.accounts().end_month(book_of_legs_.legs, none_waiting_, out);
  rules_.stocks().end_month(month, rules_.accounts(), out);
  if (const auto changes = rules_.advance_register(month, out)) trucks_.follow(*changes);
  rules_.effects().add(trucks_.gate_effects());
  rules_.effects().add(world_.now(), trucks_.bindings());
  rules_.note_effects(month, out);
  rules_.update_book(out, month, trucks_.crews().sizes());
}

RunResult ExpectedCity::finish(Month last, Tick now) {
  rules_.result().statistics.loads = trucks_.loads_delivered();
  rules_.result().statistics.trains = trains_.trains();
  rules_.result().unserved = trucks_.unserved(now);
  return rules_.finish(last, now, trucks_.crews().missing());
}

}  // namespace railshift::engine
