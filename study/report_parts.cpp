#include "study/report_parts.hpp"

#include "analysis/judge/observed.hpp"
#include "analysis/report/observed_csv.hpp"
#include "analysis/report/report_document.hpp"
#include "sim/core/input_file.hpp"
#include "sim/engine/run.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/scenario/tables/required_values.hpp"
#include "study/closing_statement.hpp"
#include "study/plan_extras.hpp"
#include "study/reproduce.hpp"
#include "study/results/text_file.hpp"
#include "study/version.hpp"

namespace railshift::study {

std::map<std::string, Words> parameter_names() {
  std::map<std::string, Words> names;
  for (const scenario::RequiredValue& value : scenario::required_values()) names[value.name] = {value.zh, value.en};
  return names;
}

analysis::report::Statement statement(const std::string& layer, const std::vector<ChildRecord>& seeds) {
  analysis::report::Statement said{layer, not_served(seeds)};
  for (const WaitSentence& wait : long_waits(seeds)) said.lines.push_back(wait.words);
  return said;
}

std::vector<std::string> input_paths(const RunJob& run) {
  std::vector<std::string> paths;
  for (const InputFile& file : *run.inputs) paths.push_back(file.path);
  return paths;
}

std::vector<analysis::document::Fact> hash_facts(const RunJob& run, const ChildRecord& record) {
  std::string inputs, tables;
  for (const InputFile& file : *run.inputs) inputs += hash_line(file.sha256, file.path);
  for (const auto& [table, hash] : record.table_hashes) tables += hash_line(hash, table);
  return {{"fact.inputs", sha256_hex(inputs)}, {"fact.tables", sha256_hex(tables)}};
}

Date simulated_end(const RunJob& run) { return run.until ? first_day(engine::end_month(*run.world, run.until)) : run.world->settings.end; }

void write_run_document(const RunJob& job, const Request& request, const Replicated& simulated,
                        const std::vector<analysis::Verdict>& verdicts) {
  const ledger::RunFile run = ledger::read_run_file(job.folder / "run.gpkg");
  analysis::report::ReportInput input;
  input.plan = {job.world, &run.ledger, &simulated.metrics.front(), "",
                job.request.is_estimate() ? analysis::document::Of::estimate : analysis::document::Of::one_run};
  input.verdicts = verdicts;
  input.reproduce = how_to_reproduce(run_command_line(request), job, simulated.records.front());
  input.observed = analysis::beside_observed(*job.world, simulated.metrics);
  input.parameter_names = parameter_names();
  input.end = simulated_end(job);
  input.seed = job.request.seed;
  input.not_served = {statement(job.request.layer, simulated.records)};
  input.inputs = input_paths(job);
  input.version = std::string("railshift ") + kVersion;
  input.hashes = hash_facts(job, simulated.records.front());
  PlanExtras extras = run_extras(input.plan, verdicts);
  write_extras(job.folder, *job.world, extras);
  input.schedule = std::move(extras.schedule);
  input.sheets = std::move(extras.sheets);
  write_text(job.folder / "observed.csv", analysis::to_csv(input.observed));
  write_text(job.folder / kDocument, analysis::document::to_json(analysis::report::documents_of(input)));
}

}  // namespace railshift::study
