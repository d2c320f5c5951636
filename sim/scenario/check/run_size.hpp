#pragma once
/// How much a run will be, before it is one: loads, trains and trucks, and the time and memory that they take at most.
#include "sim/core/ids.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

struct RunSize {
  double loads = 0.0;   ///< truckloads that are simulated one by one, of all months, if all goods went by road
  double trains = 0.0;  ///< of all months, if all goods that can went by rail
  double trucks = 0.0;  ///< of the register, and of pools whose size is stated
  double months = 0.0;  ///< reported ones, the warm-up and the base year
  Id<Flow> largest;     ///< the flow of most loads or trains
  [[nodiscard]] double seconds() const;
  [[nodiscard]] double mebibytes() const;
};

/// From the yearly rates of the first month and of the last. Precondition: the world is indexed and its balances are sound.
[[nodiscard]] RunSize run_size(const World& world);

}  // namespace railshift::scenario
