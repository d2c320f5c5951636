#pragma once
/// The columns of a record when no map says otherwise.
#include "sim/scenario/records/column_map.hpp"

namespace railshift::scenario {

/// Headings of the bureau's exports and of the documentation.
[[nodiscard]] ColumnMap usual_columns(RecordKind kind);

}  // namespace railshift::scenario
