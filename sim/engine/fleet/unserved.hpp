#pragma once
/// Who waits for what when a run ends.
#include <vector>

#include "sim/engine/base/waits_for.hpp"
#include "sim/engine/fleet/fleet_state.hpp"

namespace railshift::engine {

/// Loads that have not been carried at `now`: those that wait for a truck and those whose truck waits.
[[nodiscard]] std::vector<Unserved> unserved(const FleetState& fleet, Tick now);

}  // namespace railshift::engine
