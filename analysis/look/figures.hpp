#pragma once
/// All figures of a look, before anybody judges them.
#include <vector>

#include "analysis/look/assumed.hpp"
#include "analysis/look/balances.hpp"
#include "analysis/look/gates.hpp"
#include "analysis/look/hauls.hpp"
#include "analysis/look/masses.hpp"
#include "analysis/look/rail.hpp"
#include "analysis/look/truck_runs.hpp"
#include "analysis/look/trucks.hpp"

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
