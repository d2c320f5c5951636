#include <fmt/format.h>

#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/gate_flows.hpp"
#include "sim/scenario/records/gate_log.hpp"
#include "sim/scenario/records/gate_writer.hpp"
#include "sim/scenario/records/record_import.hpp"
#include "sim/scenario/records/record_text.hpp"

namespace railshift::scenario {
namespace {

ReadRecord read(const World& world, const RecordRequest& request, GateForm form, const UsePassage& use, Problems& problems) {
  ColumnMap map = usual_columns(form == GateForm::trips ? RecordKind::trips : RecordKind::gate);
  if (request.columns) {
    const auto text = record_text(request.columns->name, request.columns->bytes, "utf-8", problems);
    if (text) map = read_column_map(*text, request.columns->name, RecordKind::gate, problems);
  }
  if (!problems.empty()) return {};
  const auto text = record_text(request.record.name, request.record.bytes, map.encoding, problems);
  if (!text) return {};
  return form == GateForm::trips ? read_trips(world, *text, request.record.name, problems, use)
                                 : read_gate_log(world, *text, request.record.name, map, problems, use);
}

}  // namespace

RecordImport import_gate(const Files& files, const World& world, const RecordRequest& request, GateForm form, const UsePassage& also,
                         Problems& problems) {
  RecordImport out;
  GateTally tally;
  ReadRecord record = read(
      world, request, form,
      [&](const Passage& passage) {
        tally.add(passage);
        also(passage);
      },
      problems);
  out.rows = record.rows;
  out.other_columns = std::move(record.other_columns);
  out.misfits = std::move(record.misfits);
  if (problems.empty() && tally.passages == 0) {
    problems.add({{request.record.name, 0, 0},
                  fmt::format("none of {} rows could be taken", record.rows),
                  "a gate log has passages of the scenario's sites",
                  "see the report of what did not fit; name words in a column map"});
  }
  if (!problems.empty()) return out;
  out.counts = counts_csv(world, tally);
  GateFlows flows = gate_flows(world, tally);
  for (const Misfit& misfit : flows.misfits.sorted()) out.misfits.add(misfit.what, misfit.lines);
  out.notes = std::move(flows.notes);
  TableEdits edits(files, problems);
  GateWriter writer(world, tally, request, edits, out.notes);
  for (const SeenFlow& flow : flows.seen) writer.write_flow(flow);
  writer.write_observed();
  writer.write_mix();
  out.tables = edits.finish(problems);
  return out;
}

}  // namespace railshift::scenario
