#include "sim/scenario/records/gate/import_gate.hpp"

#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/gate/gate_flows.hpp"
#include "sim/scenario/records/gate/gate_log.hpp"
#include "sim/scenario/records/gate/gate_writer.hpp"
#include "sim/scenario/records/gate/trips_log.hpp"
#include "sim/scenario/records/record_form.hpp"

namespace railshift::scenario {
namespace {

ReadRecord read(const World& world, const RecordRequest& request, GateForm form, const UsePassage& use, Problems& problems) {
  const auto record = record_form(request, form == GateForm::trips ? RecordKind::trips : RecordKind::gate, problems);
  if (!record) return {};
  return form == GateForm::trips ? read_trips(world, record->text, request.record.name, problems, use)
                                 : read_gate_log(world, record->text, request.record.name, record->columns, problems, use);
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
  note_reading(std::move(record), {}, out);
  if (problems.empty() && tally.passages == 0)
    report_nothing_taken(request, out, "a gate log has passages of the scenario's sites", problems);
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
