#pragma once
/// Every site closes.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// The flow system is solvable and every inside site closes to 0 kg. Precondition: the tables behind it are free of problems.
void check_balances(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
