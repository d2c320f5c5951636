#pragma once
/// Records a bureau has, as rows of a scenario's tables. Nothing is written here: the caller gets the bytes of what changed, and a report
/// of all that was not taken.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/records/misfits.hpp"
#include "sim/scenario/records/table_edits.hpp"

namespace railshift::scenario {

/// A file by the name that messages give it, as it was read.
struct RecordFile {
  std::string name;
  std::string bytes;
};

struct RecordRequest {
  RecordFile record;
  std::string source;                 ///< goes into the source column of every row written
  std::optional<RecordFile> columns;  ///< a column map
  std::set<std::string> write;        ///< which parts of what the record tells; see the functions
};

struct RecordImport {
  std::int64_t rows = 0;                   ///< of the record, without header and blank lines
  std::vector<std::string> other_columns;  ///< headings that were not read
  Misfits misfits;                         ///< rows that were not taken, or only in part
  std::vector<std::string> notes;          ///< what was written from what, and what was not and why
  std::vector<ChangedTable> tables;
  std::string counts;  ///< gate: CSV of trucks by year, site, direction and standard
};

}  // namespace railshift::scenario
