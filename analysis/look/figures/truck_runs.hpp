#pragma once
/// Truck legs there and back: ends, empty runs and service as the engine sizes pools by them.
#include <cstddef>
#include <vector>

#include "analysis/look/figures/masses.hpp"

namespace railshift::analysis::look {

/// One truck leg of one chain, there and back.
struct TruckRun {
  Id<Chain> chain;
  std::size_t position = 0;  ///< of the leg in its chain
  bool whole_haul = false;   ///< the chain is by truck alone
  Kilometres km;
  Kilometres empty_km;
  Hours drive, empty, service;
  std::vector<Id<Link>> links;  ///< quickest open path of the first day between its ends; for drawing, also of legs of stated length
  Both<bool> no_road;           ///< no length stated and no open road on the first (last) day: the straight line is used
  Both<double> loads;           ///< a year, at base shares
  [[nodiscard]] Hours cycle() const { return drive + empty + service; }
};
[[nodiscard]] std::vector<TruckRun> truck_runs(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look
