#pragma once
/// Records a bureau has, as rows of a scenario's tables. Nothing is written here: the caller gets the bytes of what changed, and a report
/// of all that was not taken.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/reading/repeated_rows.hpp"
#include "sim/scenario/records/table_edits.hpp"

namespace railshift::scenario {

/// A file by the name that messages give it, as it was read. A workbook is opened again by its name.
struct RecordFile {
  std::string name;
  std::string bytes;
};

/// What becomes of a part that lacks rows: not written, or written as derived with the gap stated.
enum class GapRule { block, allow };
/// Whether monthly figures are sums since January.
enum class Cumulative { ask, yes, no };
/// A figure ten times what stands, or a tenth of it: a unit misread, or right.
enum class Magnitude { ask, right };

/// What the user answered to questions that a record raises.
struct Answers {
  GapRule gaps = GapRule::block;
  Repeats repeats = Repeats::ask;
  Cumulative cumulative = Cumulative::ask;
  Magnitude magnitude = Magnitude::ask;
  std::string site{};  ///< of a gate record without a column for it: id or name
};

struct RecordRequest {
  RecordFile record;
  std::string source;                 ///< goes into the source column of every row written
  std::optional<RecordFile> columns;  ///< a column map
  std::set<std::string> write;        ///< which parts of what the record tells; see the functions
  Answers answers{};
};

struct RecordImport {
  std::int64_t rows = 0;                   ///< of the record, without header and blank lines
  std::vector<std::string> other_columns;  ///< headings that were not read
  Misfits misfits;                         ///< rows that were not taken, or only in part
  std::vector<Words> gaps;                 ///< what was not written because of gaps
  std::vector<Words> notes;                ///< what was written from what, and what was not for other reasons
  std::string sheet;                       ///< of a workbook: the one that was read
  int blocked = 0;                         ///< parts that were not written because of rows that could not be read
  int written = 0;                         ///< parts that were
  std::vector<ChangedTable> tables;
  std::string counts;  ///< gate: CSV of trucks by year, site, direction and standard
};

}  // namespace railshift::scenario
