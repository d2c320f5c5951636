#pragma once
/// Who waits for what when a run ends.
#include <vector>

#include "sim/engine/fleet_state.hpp"
#include "sim/engine/waits_for.hpp"

namespace railshift::engine {

/// Loads that have not been carried at `now`: those that wait for a truck and those whose truck waits.
[[nodiscard]] std::vector<Unserved> unserved(const FleetState& fleet, Tick now);

}  // namespace railshift::engine
