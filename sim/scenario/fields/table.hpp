#pragma once
/// A CSV table as it was read, its columns in the order of the schema, and its rows decoded one by one.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/scenario/fields/field.hpp"
#include "sim/scenario/fields/raw_cells.hpp"

namespace railshift::scenario {

enum class Folder { parameters, tables, network };

struct RawTable;
struct RawRow;

/// Everything about a table but where its values go.
struct TableSpec {
  std::string name;  ///< file name without .csv; how --set names it
  Folder folder = Folder::tables;
  std::string zh;
  std::string en;
  std::vector<std::string> key;  ///< columns that make the id, joined with '.'
  std::string dated;             ///< column that makes the rows of one id differ (id@date), or empty
  std::vector<FieldInfo> fields{};
  bool may_be_left_out = false;  ///< a folder may do without the file: no rows
  /// Of a table whose rows say what a column means: the number of such a column as it is in the row, with its unit and limits.
  FieldInfo (*in_row)(const RawTable& table, const RawRow& row, const FieldInfo& column) = nullptr;
  /// "tables/flows.csv"; parameters stand in the folder that scenario.toml names.
  [[nodiscard]] std::string path(const std::string& parameters) const;
};

struct RawRow {
  std::string id;   ///< key columns joined
  std::string key;  ///< id@date, or the id
  RawCells cells;   ///< in schema order
};

struct RawTable {
  TableSpec spec;
  std::string file;          ///< as messages name it
  bool readable = false;     ///< the file is there and has its key columns
  std::vector<RawRow> rows;  ///< sorted by key, so that the order of the file never matters
  [[nodiscard]] std::size_t column(const std::string& name) const;
  [[nodiscard]] Cell cell(const RawRow& row, const std::string& name) const;
  /// The number of a cell in the unit of its column or row; nothing if it is none.
  [[nodiscard]] std::optional<double> number(const RawRow& row, const std::string& name) const;
  /// Place of a column in the first row with this id.
  [[nodiscard]] Place place(const std::string& id, const std::string& name) const;
  /// Sets id and key of every row and sorts.
  void index();
};

using RawTables = std::map<std::string, RawTable>;

/// Matches columns by name and reports unknown, missing and repeated ones and rows of another length. Precondition: valid UTF-8, no BOM.
[[nodiscard]] RawTable read_table(TableSpec spec, const std::string& file, std::string_view text, Problems& problems);
/// The same from rows of cells, the header first.
[[nodiscard]] RawTable read_table(TableSpec spec, const std::string& file, const std::vector<CsvRow>& rows, Problems& problems);
/// Reports ids (with date) that stand twice and keeps the first.
void drop_duplicates(RawTable& table, Problems& problems);
/// published needs a source, the others a reason, assumed numbers a range that contains them.
void check_provenance(const RawTable& table, const RawRow& row, const Provenance& provenance, Decoder& decoder);

/// The field table of one file.
template <class T>
struct TableOf {
  TableSpec spec;
  Fields<T> fields;
};

template <class T>
TableOf<T> make_table(TableSpec spec, Fields<T> fields) {
  const auto ranged = std::find_if(fields.begin(), fields.end(), [](const Field<T>& f) { return f.info.ranged; });
  const std::string unit = ranged == fields.end() ? "" : ranged->info.unit;
  for (Field<T>& f : fields) {
    f.info.usual = usual_range(spec.name, f.info.name);
    if (f.info.name == "low" || f.info.name == "high") f.info.unit = unit;
  }
  spec.fields = infos_of(fields);
  return {std::move(spec), std::move(fields)};
}
/// A table that a folder may do without.
template <class T>
TableOf<T> make_table_if_given(TableSpec spec, Fields<T> fields) {
  spec.may_be_left_out = true;
  return make_table(std::move(spec), std::move(fields));
}

/// A decoded row; `sound` if nothing was wrong in it.
template <class T>
struct ReadRow {
  T row;
  const RawRow* raw = nullptr;
  bool sound = true;
};

/// Rows in order of their ids. What is unusual in them goes into `unusual`.
template <class T>
std::vector<ReadRow<T>> read_rows(const TableOf<T>& table, const RawTable& raw, Decoder& decoder, std::vector<Unusual>& unusual) {
  std::vector<ReadRow<T>> out;
  out.reserve(raw.rows.size());
  Cell cell;
  for (const RawRow& r : raw.rows) {
    const std::size_t before = decoder.problems();
    ReadRow<T> read;
    read.raw = &r;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
      r.cells.copy_to(cell, i, raw.file);
      const FieldInfo& column = table.fields[i].info;
      if (table.spec.in_row != nullptr && column.type == FieldType::number)
        read_field_as(table.spec.in_row(raw, r, column), read.row, table.fields[i], cell, decoder);
      else
        read_field(read.row, table.fields[i], cell, decoder);
    }
    if constexpr (requires { read.row.provenance; }) {
      if (decoder.problems() == before) check_provenance(raw, r, read.row.provenance, decoder);
    }
    for (Unusual& found : decoder.take_unusual()) {
      found.file = raw.file;
      found.id = r.id;
      unusual.push_back(std::move(found));
    }
    read.sound = decoder.problems() == before;
    out.push_back(std::move(read));
  }
  return out;
}

}  // namespace railshift::scenario
