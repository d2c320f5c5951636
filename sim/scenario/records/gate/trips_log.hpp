#pragma once
/// The trips of a run: rows as passages.
#include "sim/scenario/records/gate/gate_log.hpp"

namespace railshift::scenario {

/// Reads the trips of a run (`run --trips`) as the log that the gates inside the study area would have kept: each leg passes out of the
/// site where it begins and into the site where it ends, both on the day it ended. A yard has no gate; a leg from a site to itself passes
/// none.
[[nodiscard]] ReadRecord read_trips(const World& world, const RecordForm& form, Problems& problems, const GateUse& use);

}  // namespace railshift::scenario
