#pragma once
/// The columns of a record when no map says otherwise.
#include <string_view>

#include "sim/scenario/records/reading/column_map.hpp"

namespace railshift::scenario {

/// Headings of the bureau's exports and of the documentation.
[[nodiscard]] ColumnMap usual_columns(RecordKind kind);

/// Whether a column tells one row from another whatever else they say: a plate, a slip number.
[[nodiscard]] bool is_mark(std::string_view heading);

}  // namespace railshift::scenario
