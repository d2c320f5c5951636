#pragma once
/// Truck legs there and back: ends, empty runs and service as the engine sizes pools by them.
#include <cstddef>
#include <optional>
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
  std::vector<Id<Link>> links;       ///< quickest open path of the first day between its ends; for drawing, also of legs of stated length
  Both<bool> no_road;                ///< no open road on the first (last) day: km and hours are those of the first, else 0
  std::optional<Date> cut_off_from;  ///< first day of the reported run, or of a change of roads in it, on which no open road joins its ends
  Both<double> loads;                ///< a year, at base shares
  [[nodiscard]] Hours cycle() const { return drive + empty + service; }
};
[[nodiscard]] std::vector<TruckRun> truck_runs(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look
