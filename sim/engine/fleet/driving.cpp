#include "sim/engine/fleet/driving.hpp"

#include <cmath>

#include "sim/core/draw.hpp"

namespace railshift::engine {

using kernel::Phase;

void Driving::drive(TruckIndex i, Tick start, Tick ticks) {
  Truck& t = trucks_[i];
  if (pools_[t.pool].driving_between_breakdowns > 0.0) {
    Wear& wear = trucks_.record_of(i).wear;
    if (wear.left < ticks) {
      wear.to_drive = ticks - wear.left;
      t.breaks_down = true;
      return agenda_.put_truck(start + wear.left, Phase::completion, i);
    }
    wear.left -= ticks;
  }
  agenda_.put_truck(start + ticks, Phase::arrival, i);
}

void Driving::break_down(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  t.breaks_down = false;
  pools_.time.charge(t, now);
  t.driving = t.phase;
  t.phase = TruckPhase::repairing;
  StationState& bay = stations_[*pools_[t.pool].repair_station];
  TruckRecord& record = trucks_.record_of(i);
  const auto block = draw_block(seed_, Purpose::breakdown, record.identity, record.wear.number, 1);
  const Passage passage = bay.arrive(now, rules::service_ticks(bay.law(), rules::loading_words(block)), false);
  ++record.wear.number;
  renew_wear(i);
  if (passage.fate == Fate::served)
    agenda_.put_truck(passage.end, Phase::completion, i);
  else
    put_on_hold(t, Hold::no_bay, now);
}

void Driving::drive_on(TruckIndex i, Tick now) {
  Truck& t = trucks_[i];
  pools_.time.charge(t, now);
  t.phase = t.driving;
  drive(i, now, trucks_.record_of(i).wear.to_drive);
}

void Driving::renew_wear(TruckIndex i) {
  const double mean = pools_[trucks_[i].pool].driving_between_breakdowns;
  if (mean <= 0.0) return;
  TruckRecord& record = trucks_.record_of(i);
  const double u = draw_uniform(seed_, Purpose::breakdown, record.identity, record.wear.number);
  record.wear.left = static_cast<Tick>(-mean * std::log(u) + 0.5);
}

}  // namespace railshift::engine
