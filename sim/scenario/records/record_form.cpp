#include "sim/scenario/records/record_form.hpp"

#include <fmt/format.h>

#include "sim/scenario/records/record_text.hpp"
#include "sim/scenario/records/usual_columns.hpp"

namespace railshift::scenario {

std::optional<RecordForm> record_form(const RecordRequest& request, RecordKind kind, Problems& problems) {
  RecordForm form{usual_columns(kind), {}};
  if (request.columns) {
    const auto text = record_text(request.columns->name, request.columns->bytes, "utf-8", problems);
    if (text) form.columns = read_column_map(*text, request.columns->name, kind, problems);
  }
  if (!problems.empty()) return std::nullopt;
  auto text = record_text(request.record.name, request.record.bytes, form.columns.encoding, problems);
  if (!text) return std::nullopt;
  form.text = std::move(*text);
  return form;
}

void note_reading(ReadRecord read, const Misfits& of_words, RecordImport& out) {
  out.rows = read.rows;
  out.other_columns = std::move(read.other_columns);
  out.misfits = std::move(read.misfits);
  for (const Misfit& misfit : of_words.sorted()) out.misfits.add(misfit.what, misfit.lines);
}

void report_nothing_taken(const RecordRequest& request, const RecordImport& out, const std::string& rule, Problems& problems) {
  problems.add({{request.record.name, 0, 0},
                fmt::format("none of {} rows could be taken", out.rows),
                rule,
                "see the report of what did not fit; name words in a column map"});
}

}  // namespace railshift::scenario
