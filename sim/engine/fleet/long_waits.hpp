#pragma once
/// The promise of a run: whoever waits longer for a truck than promised is named, with the cause that the inputs give for it.
#include "sim/engine/fleet/fleet_state.hpp"
#include "sim/engine/fleet/hiring.hpp"

namespace railshift::engine {

/// Notes at a month end who waits too long. `begin` of the month: who waited too long by then has been counted before.
void note_long_waits(FleetState& fleet, const Hiring& hiring, Tick begin, Tick now);

}  // namespace railshift::engine
