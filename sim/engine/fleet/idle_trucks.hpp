#pragma once
/// Idle trucks by pool, place and access class: first idle, first dispatched, nearest place first.
#include <cstdint>
#include <vector>

#include "sim/engine/fleet/truck.hpp"

namespace railshift::engine {

class IdleTrucks {
 public:
  IdleTrucks(std::size_t pools, std::size_t places);
  void add(std::vector<Truck>& trucks, TruckIndex i);
  void remove(std::vector<Truck>& trucks, TruckIndex i);
  /// Access classes with an idle truck anywhere in the pool.
  [[nodiscard]] AccessMask present(std::uint8_t pool) const { return {pool_mask_[pool]}; }
  /// The truck that has been idle longest at the nearest place with an admitted one; kNoTruck if there is none.
  [[nodiscard]] TruckIndex nearest(const std::vector<Truck>& trucks, std::uint8_t pool, AccessMask admitted,
                                   const std::vector<PlaceIndex>& by_distance) const;

 private:
  [[nodiscard]] std::size_t cell(std::uint8_t pool, PlaceIndex place) const { return pool * places_ + place; }

  std::size_t places_;
  std::vector<std::uint64_t> mask_;      ///< by pool x place
  std::vector<TruckIndex> head_, tail_;  ///< by pool x place x 64 access classes
  std::vector<std::uint32_t> count_;     ///< by pool x 64 access classes
  std::vector<std::uint64_t> pool_mask_;
};

}  // namespace railshift::engine
