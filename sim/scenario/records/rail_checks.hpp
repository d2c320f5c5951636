#pragma once
/// What monthly rail figures may be besides what they say: cumulative, in another unit, more than a siding can load.
#include "sim/scenario/records/rail_record.hpp"

namespace railshift::scenario {

/// Asks whether figures that never fall within a year are sums since January, and takes their differences if the answer is yes. Refuses
/// months above what a siding can load (t_per_day, or its upper bound, on every day), and asks about tonnes that are ten times, or a tenth
/// of, what the base shares say.
void check_rail_record(const World& world, const RecordRequest& request, RailRecord& record, Problems& problems);

}  // namespace railshift::scenario
