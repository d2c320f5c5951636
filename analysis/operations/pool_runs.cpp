#include "analysis/operations/pool_runs.hpp"

#include <map>

#include "analysis/operations/operations.hpp"

namespace railshift::analysis {

std::vector<PoolRuns> pool_runs(const World& world, const ledger::Ledger& ledger) {
  std::map<std::uint32_t, PoolRuns> runs;
  for (const PoolFigures& figures : pool_figures(world, ledger)) {
    if (figures.period != "all") continue;
    PoolRuns& of = runs[figures.pool.index];
    of.pool = world.pools[figures.pool].id;
    of.loaded_km += figures.loaded_km;
    of.empty_km += figures.empty_km;
    of.least_empty_km += figures.least_empty_km;
  }
  std::vector<PoolRuns> out;
  for (auto& [pool, of] : runs) {
    if (of.loaded_km > 0.0) out.push_back(std::move(of));
  }
  return out;
}

EmptyRunning empty_running(const PoolRuns& runs) {
  if (runs.ratio() > 1.1) return EmptyRunning::much;
  return runs.ratio() < 0.5 ? EmptyRunning::little : EmptyRunning::usual;
}

}  // namespace railshift::analysis
