#include "analysis/operations/pool_runs.hpp"

#include "analysis/operations/operations.hpp"

namespace railshift::analysis {

std::vector<PoolRuns> pool_runs(const World& world, const ledger::Ledger& ledger) {
  std::vector<PoolRuns> out;
  for (const PoolFigures& figures : pool_figures(world, ledger)) {
    if (figures.period != "all" || figures.owner || figures.loaded_km <= 0.0) continue;
    out.push_back({world.pools[figures.pool].id, figures.loaded_km, figures.empty_km, figures.least_empty_km.value_or(0.0)});
  }
  return out;
}

EmptyRunning empty_running(const PoolRuns& runs) {
  if (runs.ratio() > 1.1) return EmptyRunning::much;
  return runs.ratio() < 0.5 ? EmptyRunning::little : EmptyRunning::usual;
}

}  // namespace railshift::analysis
