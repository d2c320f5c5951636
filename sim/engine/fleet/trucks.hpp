#pragma once
/// All trucks that are or were in a pool. What every event touches lies apart from what breakdowns and month ends ask for.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/fleet/truck.hpp"

namespace railshift::engine {

/// What a truck has besides its place in the cycle.
struct TruckRecord {
  std::uint64_t identity = 0;  ///< for its own draws
  Wear wear;
  std::uint32_t empty_route = 0;   ///< if it keeps its way: of the run to the origin, or back from there
  std::uint32_t loaded_route = 0;  ///< the same of the loaded run
};

class Trucks {
 public:
  /// `identity` is that of a registered truck; without one it is unregistered_identity() of the index that is given back.
  TruckIndex add(const Truck& truck, std::optional<std::uint64_t> identity);
  [[nodiscard]] Truck& operator[](TruckIndex i) { return trucks_[i]; }
  [[nodiscard]] const Truck& operator[](TruckIndex i) const { return trucks_[i]; }
  [[nodiscard]] TruckRecord& record_of(TruckIndex i) { return records_[i]; }
  [[nodiscard]] const TruckRecord& record_of(TruckIndex i) const { return records_[i]; }
  [[nodiscard]] TruckIndex size() const { return static_cast<TruckIndex>(trucks_.size()); }
  [[nodiscard]] std::vector<Truck>& all() { return trucks_; }
  [[nodiscard]] const std::vector<Truck>& all() const { return trucks_; }
  void prefetch(TruckIndex i) const { __builtin_prefetch(&trucks_[i], 1); }

 private:
  std::vector<Truck> trucks_;
  std::vector<TruckRecord> records_;
};

}  // namespace railshift::engine
