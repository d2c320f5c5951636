#include "sim/scenario/records/gate/import_gate.hpp"

#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/gate/gate_flows.hpp"
#include "sim/scenario/records/gate/gate_log.hpp"
#include "sim/scenario/records/gate/gate_observed.hpp"
#include "sim/scenario/records/gate/gate_writer.hpp"
#include "sim/scenario/records/gate/trips_log.hpp"
#include "sim/scenario/records/record_form.hpp"

namespace railshift::scenario {
namespace {

ReadRecord read(const World& world, const RecordRequest& request, GateForm form, GateTally& tally, const UsePassage& also,
                Problems& problems) {
  const auto record = record_form(request, form == GateForm::trips ? RecordKind::trips : RecordKind::gate, problems);
  if (!record) return {};
  const auto firm = [&](const std::optional<Id<Site>>& site) { return site ? std::optional(world.sites[*site].firm) : std::nullopt; };
  const GateUse use{[&](const Passage& passage) {
                      tally.add(passage);
                      also(passage);
                    },
                    [&](const UnreadPassage& row) { tally.unread.add(firm(row.site), row.year, row.line); },
                    [&](const UnreadPassage& row) { tally.unread_trucks.add(firm(row.site), row.year, row.line); }};
  tally.coverage = form == GateForm::trips ? Coverage::whole : Coverage::of_days;
  return form == GateForm::trips ? read_trips(world, *record, problems, use)
                                 : read_gate_log(world, *record, request.answers, problems, use);
}

}  // namespace

RecordImport import_gate(const Files& files, const World& world, const RecordRequest& request, GateForm form, const UsePassage& also,
                         Problems& problems) {
  RecordImport out;
  GateTally tally;
  note_reading(read(world, request, form, tally, also, problems), {}, out);
  if (problems.empty() && tally.passages == 0) {
    report_nothing_taken(request, out, {"门禁记录要有情景中厂区的通行", "a gate log has passages of the scenario's sites"}, problems);
    return out;
  }
  if (!problems.empty()) {
    report_all_blocked(request, out, problems);
    return out;
  }
  out.counts = counts_csv(world, tally);
  GateFlows flows = gate_flows(world, tally);
  out.misfits.add(flows.misfits);
  out.notes.insert(out.notes.end(), flows.notes.begin(), flows.notes.end());
  TableEdits edits(files, problems);
  GateWriter writer(world, tally, request, edits, out);
  for (const SeenFlow& flow : flows.seen) writer.write_flow(flow, problems);
  GateObserved(world, tally, request, edits, out, problems).write();
  writer.write_mix();
  report_all_blocked(request, out, problems);
  if (problems.empty()) out.tables = edits.finish(request.record.name, problems);
  return out;
}

}  // namespace railshift::scenario
