#pragma once
/// What the three imports begin and end with: the record as text or sheets with its column map, and what the reading says.
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/records/reading/column_map.hpp"
#include "sim/scenario/records/reading/record_rows.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// A record and the columns that it is read by.
struct RecordForm {
  ColumnMap columns;
  RecordSource source;
};

/// The usual columns of the kind, changed by the request's column map if it has one; of a workbook the sheet that has them. Nothing if a
/// file cannot be read, which is reported.
[[nodiscard]] std::optional<RecordForm> record_form(const RecordRequest& request, RecordKind kind, Problems& problems);

/// Puts into the import what the reading says, and the rows that the reader of their words could not take.
void note_reading(ReadRecord read, const Misfits& of_words, RecordImport& out);

/// A record none of whose rows could be taken is a problem. `rule`: what such a record has ("a register has counts of trucks").
void report_nothing_taken(const RecordRequest& request, const RecordImport& out, const Words& rule, Problems& problems);

}  // namespace railshift::scenario
