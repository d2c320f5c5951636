#pragma once
/// What the three imports begin and end with: the record as text with its column map, and what the reading says.
#include <optional>
#include <string>

#include "sim/scenario/records/column_map.hpp"
#include "sim/scenario/records/record_import.hpp"
#include "sim/scenario/records/record_rows.hpp"

namespace railshift::scenario {

/// A record as text and the columns that it is read by.
struct RecordForm {
  ColumnMap columns;
  std::string text;
};

/// The usual columns of the kind, changed by the request's column map if it has one. Nothing if a file cannot be read, which is reported.
[[nodiscard]] std::optional<RecordForm> record_form(const RecordRequest& request, RecordKind kind, Problems& problems);

/// Puts into the import what the reading says, and the rows that the reader of their words could not take.
void note_reading(ReadRecord read, const Misfits& of_words, RecordImport& out);

/// A record none of whose rows could be taken is a problem. `rule`: what such a record has ("a register has counts of trucks").
void report_nothing_taken(const RecordRequest& request, const RecordImport& out, const std::string& rule, Problems& problems);

}  // namespace railshift::scenario
