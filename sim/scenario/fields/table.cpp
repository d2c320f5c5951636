#include "sim/scenario/fields/table.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"

namespace railshift::scenario {
namespace {

std::vector<std::string> column_names(const TableSpec& spec) {
  std::vector<std::string> names;
  for (const FieldInfo& f : spec.fields) names.push_back(f.name);
  return names;
}

/// For each schema column, where it stands in the file.
std::vector<std::optional<std::size_t>> match_columns(const RawTable& table, const CsvRow& header, Problems& problems) {
  const std::vector<std::string> names = column_names(table.spec);
  std::vector<std::optional<std::size_t>> at(names.size());
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const CsvCell& cell = header.cells[i];
    const Place place{table.file, cell.line, cell.column};
    const auto known = std::find(names.begin(), names.end(), cell.text);
    if (known == names.end()) {
      problems.add({place, fmt::format("unknown column \"{}\"", cell.text), "only columns of the schema may stand here",
                    hint(cell.text, names, fmt::format("accepted columns: {}", fmt::join(names, ", ")))});
      continue;
    }
    auto& slot = at[static_cast<std::size_t>(known - names.begin())];
    if (slot) problems.add({place, fmt::format("column \"{}\" stands twice", cell.text), "each column stands once", "remove one of them"});
    slot = i;
  }
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (at[c] || table.spec.fields[c].may_be_left_out) continue;
    problems.add({{table.file, header.line, 1},
                  fmt::format("column \"{}\" is missing", names[c]),
                  fmt::format("columns of {}: {}", table.spec.name, fmt::join(names, ", ")),
                  "add the column to the header and to every row"});
  }
  return at;
}

RawRow align(const RawTable& table, const CsvRow& row, const std::vector<std::optional<std::size_t>>& at) {
  RawRow out;
  out.cells.resize(at.size());
  for (std::size_t c = 0; c < at.size(); ++c) {
    Cell& cell = out.cells[c];
    if (!at[c] || *at[c] >= row.cells.size()) {
      cell.absent = true;
      cell.place = {table.file, row.line, 1};
      continue;
    }
    const CsvCell& from = row.cells[*at[c]];
    cell.text = from.text;
    cell.place = {table.file, from.line, from.column};
  }
  return out;
}

bool has_key_columns(const RawTable& table, const std::vector<std::optional<std::size_t>>& at) {
  return std::all_of(table.spec.key.begin(), table.spec.key.end(),
                     [&](const std::string& name) { return at[table.column(name)].has_value(); });
}

std::string folder_name(Folder folder, const std::string& parameters) {
  switch (folder) {
    case Folder::parameters:
      return parameters;
    case Folder::tables:
      return "tables";
    case Folder::network:
      return "network";
  }
  return "";
}

}  // namespace

std::string TableSpec::path(const std::string& parameters) const { return folder_name(folder, parameters) + "/" + name + ".csv"; }

std::size_t RawTable::column(const std::string& name) const {
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    if (spec.fields[i].name == name) return i;
  }
  broken_promise("column", "the schema has the column", __FILE__, __LINE__);
}

Place RawTable::place(const std::string& id, const std::string& name) const {
  const auto at = std::lower_bound(rows.begin(), rows.end(), id, [](const RawRow& r, const std::string& i) { return r.id < i; });
  if (at == rows.end() || at->id != id) return {file, 0, 0};
  return cell(*at, name).place;
}

void RawTable::index() {
  for (RawRow& row : rows) {
    row.id.clear();
    for (const std::string& name : spec.key) row.id += (row.id.empty() ? "" : ".") + cell(row, name).text;
    const std::string date = spec.dated.empty() ? "" : cell(row, spec.dated).text;
    row.key = date.empty() ? row.id : row.id + "@" + date;
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RawRow& a, const RawRow& b) { return std::tie(a.id, a.key) < std::tie(b.id, b.key); });
}

RawTable read_table(TableSpec spec, const std::string& file, std::string_view text, Problems& problems) {
  return read_table(std::move(spec), file, read_csv(text, file, problems), problems);
}

RawTable read_table(TableSpec spec, const std::string& file, const std::vector<CsvRow>& rows, Problems& problems) {
  RawTable table;
  table.spec = std::move(spec);
  table.file = file;
  if (rows.empty()) {
    problems.add({{file, 1, 1},
                  "the file is empty",
                  "a table has a header row",
                  fmt::format("write the header: {}", fmt::join(column_names(table.spec), ","))});
    return table;
  }
  const auto at = match_columns(table, rows.front(), problems);
  table.readable = has_key_columns(table, at);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (rows[r].cells.size() != rows.front().cells.size()) {
      problems.add({{file, rows[r].line, 1},
                    fmt::format("the row has {} cells", rows[r].cells.size()),
                    fmt::format("the header has {} columns", rows.front().cells.size()),
                    "check commas and quotes of this row"});
    }
    table.rows.push_back(align(table, rows[r], at));
  }
  table.index();
  return table;
}

void drop_duplicates(RawTable& table, Problems& problems) {
  const std::string& column = table.spec.key.back();
  std::vector<RawRow> kept;
  for (RawRow& row : table.rows) {
    if (row.id.empty() || kept.empty() || kept.back().key != row.key) {
      kept.push_back(std::move(row));
      continue;
    }
    const Place first = table.cell(kept.back(), column).place;
    problems.add({table.cell(row, column).place, fmt::format("\"{}\" again", row.key),
                  fmt::format("ids of {} are unique; first in line {}", table.spec.name, first.line),
                  "remove one of the rows or give it another id"});
  }
  table.rows = std::move(kept);
}

void check_provenance(const RawTable& table, const RawRow& row, const Provenance& p, Decoder& decoder) {
  const auto ask = [&](const char* column, const std::string& found, const std::string& rule, const std::string& accept) {
    decoder.problem(table.cell(row, column).place, found, rule, accept);
  };
  if (p.standing == Standing::published && p.source.empty()) {
    ask("source", "source is empty", "a published number has a source",
        "name the document and page, or use standing assumed with a reason");
  }
  if (p.standing != Standing::published && p.reason.empty()) {
    ask("reason", "reason is empty", "a derived number has its formula, an assumed one its reason", "write why, or the formula");
  }
  if (p.low && p.high && *p.low > *p.high) {
    ask("low", fmt::format("low is \"{}\", high is \"{}\"", table.cell(row, "low").text, table.cell(row, "high").text),
        "low is at most high", "swap them");
    return;
  }
  const auto ranged = std::find_if(table.spec.fields.begin(), table.spec.fields.end(), [](const FieldInfo& f) { return f.ranged; });
  if (ranged == table.spec.fields.end()) return;
  const Cell& cell = table.cell(row, ranged->name);
  const auto value = stated_number(cell.text, *ranged);
  // a whole remainder (share 1), nothing (0) and an empty cell leave nothing to vary
  const bool varies = value && *value != 0.0 && !(*value == 1.0 && ranged->high == 1.0);
  if (p.standing == Standing::assumed && varies && (!p.low || !p.high)) {
    ask(p.low ? "high" : "low", p.low ? "high is empty" : "low is empty", "an assumed number has a range",
        "write low and high of " + ranged->name);
  }
  if (value && !cell.changed && *value != 0.0 && ((p.low && *value < *p.low) || (p.high && *value > *p.high))) {
    decoder.problem(cell.place, fmt::format("{} is \"{}\"", ranged->name, cell.text), "a number lies in its own range low..high",
                    "correct the number or the range");
  }
}

}  // namespace railshift::scenario
