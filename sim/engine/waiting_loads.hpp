#pragma once
/// Loads that wait for a truck: one queue a pool and eligibility mask, first come first served.
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "sim/engine/truck_legs.hpp"

namespace railshift::engine {

struct WaitingLoad {
  Tick since = 0;
  LegIndex leg = 0;
  std::uint32_t number = 0;
};

class WaitingLoads {
 public:
  explicit WaitingLoads(std::size_t pools) : queues_(pools) {}

  void add(std::uint16_t pool, AccessMask admitted, WaitingLoad load);
  /// Takes the load that has waited longest among those this access class may carry.
  std::optional<WaitingLoad> take(std::uint16_t pool, std::uint8_t access);
  /// Masks regroup when rules change: every waiting load moves to the queue of its leg's present mask, order kept.
  void regroup(const std::vector<TruckLeg>& legs);
  /// Oldest waiting load of a pool, with the mask it needs.
  struct Oldest {
    WaitingLoad load;
    AccessMask admitted;
  };
  [[nodiscard]] std::optional<Oldest> oldest(std::uint16_t pool) const;
  /// Loads of a pool that have waited since `before` or longer.
  [[nodiscard]] std::int64_t waiting_since(std::uint16_t pool, Tick before) const;
  /// All waiting loads, for balances and the closing statement.
  [[nodiscard]] std::vector<WaitingLoad> all() const;

 private:
  struct Queue {
    AccessMask admitted;
    std::deque<WaitingLoad> loads;
  };
  std::vector<std::vector<Queue>> queues_;  ///< by pool, queues by mask
};

}  // namespace railshift::engine
