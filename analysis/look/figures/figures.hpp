#pragma once
/// All figures of a look, before anybody judges them.
#include <vector>

#include "analysis/look/figures/assumed.hpp"
#include "analysis/look/figures/balances.hpp"
#include "analysis/look/figures/gates.hpp"
#include "analysis/look/figures/hauls.hpp"
#include "analysis/look/figures/masses.hpp"
#include "analysis/look/figures/rail.hpp"
#include "analysis/look/figures/truck_runs.hpp"
#include "analysis/look/figures/trucks.hpp"

namespace railshift::analysis::look {

struct Figures {
  Masses masses;
  std::vector<BalanceRow> balances;
  std::vector<TruckRun> runs;
  std::vector<HaulRow> hauls;
  Gates gates;
  std::vector<PoolRow> pools;
  std::vector<CountedRow> counted;
  Railway railway;
  std::vector<AssumedRow> assumed;  ///< most tonnes first
};

}  // namespace railshift::analysis::look
