#include "sim/scenario/records/record_form.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/reading/layout.hpp"
#include "sim/scenario/records/reading/record_text.hpp"
#include "sim/scenario/records/reading/usual_columns.hpp"

namespace railshift::scenario {
namespace {

/// Whether the sheet has a row with a heading for each column that is needed.
bool fits_columns(const RecordSheet& sheet, const std::string& file, const ColumnMap& map) {
  if (sheet.rows.empty()) return false;
  const std::vector<CsvRow> top(sheet.rows.begin(),
                                sheet.rows.begin() + static_cast<std::ptrdiff_t>(std::min(sheet.rows.size(), kTopRows)));
  Problems none;
  (void)layout_of(top, file, map, none);
  return none.empty();
}

std::optional<RecordSheet> chosen_sheet(std::vector<RecordSheet> sheets, const std::string& file, const ColumnMap& map,
                                        Problems& problems) {
  std::vector<std::string> names;
  std::vector<std::size_t> fitting;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    names.push_back(sheets[i].name);
    if (map.sheet ? sheets[i].name == *map.sheet : fits_columns(sheets[i], file, map)) fitting.push_back(i);
  }
  // of one sheet the missing columns are named
  if (fitting.empty() && sheets.size() == 1 && !map.sheet && !sheets.front().rows.empty()) fitting.push_back(0);
  if (fitting.size() == 1) return std::move(sheets[fitting.front()]);
  Words found{"没有一张工作表有记录所需的列", "no sheet has the columns of the record"};
  if (fitting.size() > 1)
    found = {"有几张工作表都有记录所需的列", "several sheets have the columns of the record"};
  else if (map.sheet)
    found = both("没有工作表“{}”", "no sheet \"{}\"", *map.sheet);
  problems.add({{file, 0, 0},
                both("{}（工作表：{}）", "{} (sheets: {})", found, fmt::join(names, ", ")),
                {"只读一张工作表", "one sheet is read"},
                {"在列名对照表中写明：sheet = \"...\"", "name it in a column map: sheet = \"...\""}});
  return std::nullopt;
}

}  // namespace

std::optional<RecordForm> record_form(const RecordRequest& request, RecordKind kind, Problems& problems) {
  RecordForm form{usual_columns(kind), {request.record.name, {}, {}}};
  if (request.columns) {
    const auto text = record_text(request.columns->name, request.columns->bytes, "utf-8", problems);
    if (text) form.columns = read_column_map(*text, request.columns->name, kind, problems);
  }
  if (!problems.empty()) return std::nullopt;
  if (is_workbook(request.record.bytes)) {
    Problems of_cells;
    auto sheets = record_sheets(request.record.name, of_cells);
    if (sheets.empty()) {
      for (const Problem& problem : of_cells.sorted()) problems.add(problem);
      return std::nullopt;
    }
    form.source.sheet = chosen_sheet(std::move(sheets), request.record.name, form.columns, problems);
    if (!form.source.sheet) return std::nullopt;
    const std::string here = place_in_sheet(request.record.name, form.source.sheet->name, 0, 0).file;
    for (const Problem& problem : of_cells.sorted()) {
      if (problem.place.file.starts_with(here + "!")) problems.add(problem);
    }
    return problems.empty() ? std::optional(std::move(form)) : std::nullopt;
  }
  auto text = record_text(request.record.name, request.record.bytes, form.columns.encoding, problems);
  if (!text) return std::nullopt;
  form.source.text = std::move(*text);
  return form;
}

void note_reading(ReadRecord read, const Misfits& of_words, RecordImport& out) {
  out.rows = read.rows;
  out.other_columns = std::move(read.other_columns);
  out.misfits = std::move(read.misfits);
  out.misfits.add(of_words);
  out.notes = std::move(read.notes);
  out.sheet = std::move(read.sheet);
}

void report_nothing_taken(const RecordRequest& request, const RecordImport& out, const Words& rule, Problems& problems) {
  for (const Misfit& misfit : out.misfits.sorted())
    problems.add({record_place(request, out, misfit.lines.first(), misfit.column), misfit.found(), rule, misfit.advice()});
  if (!out.misfits.empty()) return;
  problems.add(
      {{request.record.name, 0, 0},
       both("{} 行中没有一行可以采用", "none of {} rows could be taken", out.rows),
       rule,
       {"看未采用内容的清单（--report），在列名对照表中写明所用的词", "see the report of what did not fit; name words in a column map"}});
}

}  // namespace railshift::scenario
