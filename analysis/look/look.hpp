#pragma once
/// look: what a scenario says before any run - balances, hauls, trucks at gates, pools, railway, assumptions - and what looks wrong in it.
/// Pure functions of the World. Equations: docs/model.md, "What look computes".
#include <vector>

#include "analysis/look/assumed.hpp"
#include "analysis/look/balances.hpp"
#include "analysis/look/flag.hpp"
#include "analysis/look/gates.hpp"
#include "analysis/look/hauls.hpp"
#include "analysis/look/masses.hpp"
#include "analysis/look/rail.hpp"
#include "analysis/look/truck_runs.hpp"
#include "analysis/look/trucks.hpp"

namespace railshift::analysis::look {

struct Look {
  Masses masses;
  std::vector<BalanceRow> balances;
  std::vector<TruckRun> runs;
  std::vector<HaulRow> hauls;
  Gates gates;
  std::vector<PoolRow> pools;
  std::vector<CountedRow> counted;
  Railway railway;
  std::vector<AssumedRow> assumed;  ///< most tonnes first
  std::vector<Flag> flags;          ///< worst first
};
[[nodiscard]] Look look_at(const World& world);

}  // namespace railshift::analysis::look
