#include "sim/engine/fleet/yards.hpp"

#include <algorithm>

namespace railshift::engine {

using kernel::Phase;

Yards::Yards(const Surroundings& around, Trucks& trucks, PoolTime& time)
    : world_(around.world),
      agenda_(around.agenda),
      legs_(around.book.legs),
      trucks_(trucks),
      time_(time),
      yards_of_(leg_yards(around.world.now(), around.places, around.book.legs)) {
  for (const Stockyard& yard : world_->stockyards) yards_.emplace_back(world_, world_->stockyards.id_of(yard));
}

std::optional<YardIndex> Yards::yard_of(const Truck& t) const {
  const LegYards& yards = yards_of_[t.leg];
  return t.phase == TruckPhase::to_origin ? yards.from : yards.to;
}

Id<Stockyard> Yards::before(const Truck& t) const { return Id<Stockyard>{*yard_of(t)}; }

bool Yards::let_in_by_yard(TruckIndex i, Tick now) {
  const auto yard = yard_of(trucks_[i]);
  if (!yard) return true;
  StockyardState& at = yards_[*yard];
  const std::int64_t kg = legs_[trucks_[i].leg].payload;
  if (at.waiting.empty() && at.let_in(kg, now)) return true;
  at.waiting.push_back({i, kg, now});
  put_on_hold(trucks_[i], Hold::yard, now);
  if (at.waiting.size() == 1) serve(*yard, now);
  return false;
}

void Yards::serve(YardIndex index, Tick now) {
  StockyardState& yard = yards_[index];
  while (!yard.waiting.empty() && yard.let_in(yard.waiting.front().kg, now)) {
    const auto next = yard.waiting.front();
    yard.waiting.pop_front();
    admit(next, now);
  }
  schedule_turn(index, now);
}

void Yards::admit(const StockyardState::WaitingTruck& waiting, Tick now) {
  Truck& t = trucks_[waiting.truck];
  time_.charge(t, now);
  t.hold = Hold::none;
  t.let_in = true;
  t.wait += now - waiting.since;
  time_.note_wait(t, now - waiting.since);
  // The truck goes on through an event of its own, after what else happens at this tick.
  agenda_.put_truck(now, Phase::arrival, waiting.truck);
}

void Yards::schedule_turn(YardIndex index, Tick now) {
  StockyardState& yard = yards_[index];
  const auto turn = yard.next_turn(now);
  if (!turn || (yard.called > now && yard.called <= *turn)) return;
  yard.called = std::max(*turn, now + 1);
  agenda_.put(yard.called, Phase::completion, EventKind::stockyard, index);
}

void Yards::unloaded(LegIndex leg, Tick now) {
  end_order(leg);
  const auto yard = yards_of_[leg].to;
  if (!yard) return;
  yards_[*yard].put(legs_[leg].payload, true, now);
  serve(*yard, now);
}

void Yards::arrived_otherwise(Id<Flow> flow, std::int64_t kg, Tick now) {
  const Flow& of = world_->flows[flow];
  for (const Stockyard& yard : world_->stockyards) {
    if (yard.side != StockSide::in || yard.site != of.destination || yard.commodity != of.commodity) continue;
    yards_[world_->stockyards.id_of(yard).index].put(kg, false, now);
  }
}

std::int64_t Yards::order(LegIndex index, Tick now) {
  const TruckLeg& leg = legs_[index];
  LegYards& yards = yards_of_[index];
  if (!yards.to || leg.released >= leg.due) return 0;
  const std::int64_t lacks = yards_[*yards.to].lacks(yards.on_order, now);
  const std::int64_t loads = std::min(leg.due - leg.released, lacks / leg.payload);
  yards.on_order += loads * leg.payload;
  return loads;
}

void Yards::end_order(LegIndex leg) {
  if (legs_[leg].release == Release::order_up_to) yards_of_[leg].on_order -= legs_[leg].payload;
}

void Yards::begin_month(Month month, Tick begin, Tick end) {
  for (YardIndex y = 0; y < yards_.size(); ++y) {
    yards_[y].begin_month(month, begin, end);
    serve(y, begin);
  }
}

void Yards::end_month(ledger::Ledger& out) {
  for (StockyardState& y : yards_) y.end_month(out);
}

}  // namespace railshift::engine
