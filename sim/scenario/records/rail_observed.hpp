#pragma once
/// Rail tonnes of a record as observed values.
#include "sim/scenario/records/rail_record.hpp"

namespace railshift::scenario {

/// rail_tonnes of a commodity, which a run has too, where the record holds every siding that handles it in the scenario: a row a month and
/// a row a year of twelve months. Else siding_tonnes a siding and commodity, a row a year of twelve months, which stands alone; a note says
/// so. A year with rows that could not be read is not written, or with its gap in the source.
void write_rail_observed(const World& world, const RailRecord& record, const RecordRequest& request, TableEdits& edits, RecordImport& out,
                         Problems& problems);

}  // namespace railshift::scenario
