#include "sim/engine/fleet/fleet.hpp"

#include "sim/core/contract.hpp"
#include "sim/engine/fleet/long_waits.hpp"
#include "sim/engine/places/least_empty.hpp"

namespace railshift::engine {

Fleet::Fleet(const Surroundings& around, Deliveries& deliveries)
    : state_(around),
      cycle_(state_, deliveries),
      releases_(state_, cycle_),
      members_(state_, cycle_),
      hiring_(state_, members_),
      crowded_(state_) {}

void Fleet::event(EventKind kind, std::uint32_t index, Tick now) {
  switch (kind) {
    case EventKind::truck:
      return cycle_.event(index, now);
    case EventKind::release:
      return releases_.event(index, now);
    case EventKind::hire:
      return look_for_trucks(static_cast<std::uint16_t>(index), now);
    case EventKind::stockyard:
      return state_.yards.serve(index, now);
    case EventKind::review:
      return releases_.review(index, now);
    case EventKind::in_reach:
      return releases_.in_reach(index, now);
    case EventKind::supply:
      break;
  }
  RAILSHIFT_EXPECTS(false, "an event of the fleet has a kind of the fleet");
}

/// For loads whose end is crowded no truck is looked for.
void Fleet::look_for_trucks(std::uint16_t pool, Tick now) {
  if (crowded_.look(pool, now, now + kHireInterval)) releases_.match_waiting(now);
  hiring_.event(pool, now);
}

void Fleet::begin_month(Month month, Tick begin, Tick end) {
  month_begin_ = begin;
  state_.records.begin_month();
  state_.stations.begin_month(end);
  state_.yards.begin_month(month, begin, end);
  state_.pools.regroup_waiting();
  hiring_.begin_month(month);
  members_.draw_availability(month, begin);
  releases_.match_waiting(begin);
  hiring_.dismiss_idle(begin);
  releases_.begin_month(begin, end);
}

void Fleet::turn_gates(Tick now) {
  state_.pools.regroup();
  releases_.match_waiting(now);
}

void Fleet::end_month(Month month, Tick now, ledger::Ledger& out) {
  for (Truck& t : state_.trucks.all()) {
    if (t.phase != TruckPhase::gone) state_.pools.time.charge(t, now);
  }
  note_long_waits(state_, hiring_, month_begin_, now);
  state_.pools.waits.end_month(month, out);
  state_.stations.end_month(month, out);
  state_.yards.end_month(out);
  std::vector<TruckLeg>& legs = state_.around.book.legs;
  state_.pools.time.end_month(month, now, least_empty_metres(state_.around.world->pools.size(), legs, state_.around.roads.empty_runs()),
                              out);
  for (TruckLeg& leg : legs) leg.delivered = 0;
  releases_.end_month();
}

}  // namespace railshift::engine
