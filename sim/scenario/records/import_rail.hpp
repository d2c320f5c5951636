#pragma once
/// Monthly tonnes of sidings as base shares and observations.
#include "sim/model/world.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// Parts: shares (base shares of chains from the months of the base year), observed (tonnes a siding, commodity and month).
[[nodiscard]] RecordImport import_rail_months(const Files& files, const World& world, const RecordRequest& request, Problems& problems);

}  // namespace railshift::scenario
