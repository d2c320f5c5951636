#pragma once
/// How far the trucks of each pool ran empty for what they carried, over a whole run.
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// One pool over the whole run, owners together. Kilometres, outside ones included.
struct PoolRuns {
  std::string pool;
  double loaded_km = 0.0;
  double empty_km = 0.0;
  double least_empty_km = 0.0;  ///< as in PoolFigures
  /// Empty kilometres a loaded one. Precondition: it carried something some way.
  [[nodiscard]] double ratio() const { return empty_km / loaded_km; }
  friend bool operator==(const PoolRuns&, const PoolRuns&) = default;
};

/// Pools that drove loaded, in table order.
[[nodiscard]] std::vector<PoolRuns> pool_runs(const World& world, const ledger::Ledger& ledger);

/// Above 1.1 trucks drive empty farther than loaded: they are sent the wrong way, or a leg is longer one way than the other. Below 0.5 they
/// find more loads on the way back than freight statistics know: Shanxi reports over 40 % of truck kilometres empty (0.67).
enum class EmptyRunning { usual, much, little };
[[nodiscard]] EmptyRunning empty_running(const PoolRuns& runs);

}  // namespace railshift::analysis
