#pragma once
/// Counts of a register as rows of register.csv.
#include "sim/model/world.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// Replaces the local register rows of every segment that the record names.
[[nodiscard]] RecordImport import_register(const Files& files, const World& world, const RecordRequest& request, Problems& problems);

}  // namespace railshift::scenario
