#include "sim/engine/fleet/pool_time.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::engine {

PoolTime::PoolTime(std::size_t pools) : rows_(pools * kOwners), last_(pools * kOwners, 0), loads_(pools) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].pool = Id<Pool>{static_cast<std::uint32_t>(i / kOwners)};
    rows_[i].owner = static_cast<Owner>(i % kOwners);
  }
}

void PoolTime::integrate(ledger::PoolRow& r, Tick& last, Tick now) {
  r.present_ticks += r.close * (now - last);
  last = now;
}

void PoolTime::join(const Truck& t, Tick now) {
  ledger::PoolRow& r = row(t.pool, t.owner);
  integrate(r, last_[static_cast<std::size_t>(&r - rows_.data())], now);
  ++r.joined;
  ++r.close;
}

void PoolTime::leave(const Truck& t, Tick now) {
  ledger::PoolRow& r = row(t.pool, t.owner);
  integrate(r, last_[static_cast<std::size_t>(&r - rows_.data())], now);
  ++r.left;
  --r.close;
}

void PoolTime::charge_end(ledger::PoolRow& r, Tick& end_ticks, const Truck& t, Tick span) {
  end_ticks += span;
  if (!t.at_station) r.off_station_ticks += span;
}

void PoolTime::charge(Truck& t, Tick now) {
  ledger::PoolRow& r = row(t.pool, t.owner);
  const Tick span = now - t.since;
  switch (t.phase) {
    case TruckPhase::idle:
      r.idle_ticks += span;
      break;
    case TruckPhase::to_origin:
      if (t.let_in || t.hold != Hold::none)
        charge_end(r, r.origin_ticks, t, span);
      else
        r.empty_ticks += span;
      break;
    case TruckPhase::to_destination: {
      const Tick loading_until = std::clamp(t.mark, t.since, now);
      charge_end(r, r.origin_ticks, t, loading_until - t.since);
      r.loaded_ticks += now - loading_until;
      break;
    }
    case TruckPhase::at_destination:
      charge_end(r, r.destination_ticks, t, span);
      break;
    case TruckPhase::resting:
    case TruckPhase::parked:
      r.rest_ticks += span;
      break;
    case TruckPhase::turned_back:
      r.empty_ticks += span;
      break;
    case TruckPhase::repairing:
      r.repair_ticks += span;
      break;
    case TruckPhase::gone:
      break;
  }
  t.since = now;
}

void PoolTime::note_wait(const Truck& t, Tick wait) {
  ledger::PoolRow& r = row(t.pool, t.owner);
  (t.phase == TruckPhase::to_origin ? r.origin_wait_ticks : r.destination_wait_ticks) += wait;
}

void PoolTime::loads_waiting(std::uint16_t pool, std::int64_t loads, Tick now) {
  LoadsWaiting& w = loads_[pool];
  rows_[pool * kOwners].loads_waiting_ticks += w.loads * (now - w.since);
  w = {loads, now};
}

void PoolTime::end_month(Month month, Tick now, const std::vector<std::int64_t>& least_empty_metres, ledger::Ledger& out) {
  RAILSHIFT_EXPECTS(least_empty_metres.size() == loads_.size(), "every pool has a least empty run");
  for (std::size_t p = 0; p < loads_.size(); ++p) loads_waiting(static_cast<std::uint16_t>(p), loads_[p].loads, now);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    ledger::PoolRow& r = rows_[i];
    integrate(r, last_[i], now);
    r.month = month;
    if (r.owner == Owner::local) r.least_empty_metres = least_empty_metres[i / kOwners];
    out.pools.push_back(r);
    ledger::PoolRow next;
    next.pool = r.pool;
    next.owner = r.owner;
    next.open = r.close;
    next.close = r.close;
    r = next;
  }
}

}  // namespace railshift::engine
