#pragma once
/// Truck-time of the pools: every truck's time is charged to one state, split at month ends; presence is integrated separately from counts.
#include <vector>

#include "sim/engine/fleet/truck.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::engine {

class PoolTime {
 public:
  explicit PoolTime(std::size_t pools);

  void join(const Truck& truck, Tick now);
  void leave(const Truck& truck, Tick now);
  /// Charges the truck's time since `since` to the states of its phase and sets `since` to now.
  void charge(Truck& truck, Tick now);
  /// A wait of the truck at a station, known on arrival; the phase says at which end.
  void note_wait(const Truck& truck, Tick wait);
  /// From now on so many loads of the pool wait for a truck.
  void loads_waiting(std::uint16_t pool, std::int64_t loads, Tick now);
  /// A load has found a truck.
  void load_found(std::uint16_t pool) { ++rows_[pool * kOwners].loads_found; }
  /// Closes the month. Every truck must have been charged up to `now`. `least_empty_metres` by pool.
  void end_month(Month month, Tick now, const std::vector<std::int64_t>& least_empty_metres, ledger::Ledger& out);
  [[nodiscard]] std::int64_t present(std::uint8_t pool, Owner owner) const { return row(pool, owner).close; }

 private:
  static constexpr std::size_t kOwners = 2;  ///< local, hired
  [[nodiscard]] const ledger::PoolRow& row(std::uint8_t pool, Owner owner) const {
    return rows_[pool * kOwners + static_cast<std::size_t>(owner)];
  }
  [[nodiscard]] ledger::PoolRow& row(std::uint8_t pool, Owner owner) { return rows_[pool * kOwners + static_cast<std::size_t>(owner)]; }
  void integrate(ledger::PoolRow& r, Tick& last, Tick now);
  /// Time at one end of a cycle.
  static void charge_end(ledger::PoolRow& r, Tick& end_ticks, const Truck& truck, Tick span);

  std::vector<ledger::PoolRow> rows_;
  std::vector<Tick> last_;  ///< presence integrated up to here
  struct LoadsWaiting {
    std::int64_t loads = 0;
    Tick since = 0;
  };
  std::vector<LoadsWaiting> loads_;  ///< by pool
};

}  // namespace railshift::engine
