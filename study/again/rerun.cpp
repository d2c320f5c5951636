#include "study/again/rerun.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/judge/observed.hpp"
#include "analysis/report/observed_csv.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/ledger/run_file.hpp"
#include "study/base_years.hpp"
#include "study/plan_extras.hpp"
#include "study/refused.hpp"
#include "study/report_parts.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "study/single_run.hpp"
#include "study/stored_run.hpp"
#include "study/work_folder.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVerdictFile = "verdicts.csv";

nlohmann::json written_manifest(const fs::path& folder) { return nlohmann::json::parse(read_file(folder / kManifest)); }

/// Whether a run is part of an assessment: then its verdicts rest on runs that are not kept.
bool is_plan_of_assessment(const fs::path& run) {
  const fs::path whole = fs::weakly_canonical(run);
  FileList files;
  if (whole.filename() != "plan" || kind_of(whole.parent_path(), files) != FolderKind::result) return false;
  return written_manifest(whole.parent_path()).at("result") == "assessment";
}

Words name_of_product_field(const std::string& field) {
  if (field == "version") return {"程序版本", "version of the program"};
  if (field == "compiler") return {"编译器", "compiler"};
  if (field == "flags") return {"编译选项", "compiler flags"};
  if (field == "cpu_level") return {"处理器级别", "processor level"};
  if (field == "program_sha256") return {"程序文件的 SHA-256", "SHA-256 of the program"};
  return same(field);
}

/// A result of a version that did not say something has no such field.
std::vector<Words> other_program(const fs::path& folder) {
  std::vector<Words> differs;
  const nlohmann::json product_then = written_manifest(folder).at("product");
  for (const auto& [field, now] : product()) {
    const std::string then = product_then.value(field, std::string());
    if (then == now) continue;
    const Words before = then.empty() ? Words{"未记录", "not recorded"} : same(then);
    differs.push_back(both("{}不同：当时 {}，现在 {}", "another {}: then {}, now {}", name_of_product_field(field), before, now));
  }
  return differs;
}

/// The scenario as the run file holds it.
LoadScenario loader_of(const scenario::Files& files) {
  return [&files](const scenario::LoadRequest& asked) {
    scenario::Loaded loaded = scenario::load(files, asked);
    if (!loaded.problems.empty()) throw WrongScenario{loaded.problems};
    return loaded;
  };
}

void compare_tables(RerunOf& found, const nlohmann::json& then, const std::map<std::string, std::string>& now, const std::string& seed) {
  const auto before = then.get<std::map<std::string, std::string>>();
  for (const auto& [table, hash] : before) {
    ++found.tables;
    const auto at = now.find(table);
    if (at == now.end() || at->second != hash) found.tables_changed.push_back(table + seed);
  }
  for (const auto& [table, hash] : now) {
    if (!before.contains(table)) found.tables_changed.push_back(table + seed);
  }
}

void compare_all_tables(RerunOf& found, const nlohmann::json& manifest, const std::vector<ChildRecord>& records) {
  if (!manifest.contains("replications")) return compare_tables(found, manifest.at("tables_sha256"), records.front().table_hashes, "");
  const auto& replications = manifest.at("replications");
  for (std::size_t i = 0; i < records.size(); ++i)
    compare_tables(found, replications.at(i).at("tables_sha256"), records[i].table_hashes,
                   fmt::format(" (seed {})", replications.at(i).at("seed").get<std::int64_t>()));
}

void compare_files(RerunOf& found, const FileList& then, const fs::path& made, bool verdicts_too) {
  const FileList now = list_files(made, kManifest);
  for (const auto& [file, record] : then) {
    if (file == kDocument || (file == kVerdictFile && !verdicts_too)) continue;
    ++found.files;
    const auto at = now.find(file);
    if (at == now.end() || !(at->second == record)) found.changed.push_back(file);
  }
  for (const auto& [file, record] : now) {
    if (!then.contains(file)) found.changed.push_back(file);
  }
}

/// Runs the job and writes its folder whole; observed.csv, schedule.csv and firm_sheets.csv where the result has them (runs that are part
/// of an assessment have none).
std::vector<ChildRecord> make_again(const RunJob& job, const RunPlan& plan, const FileList& then, const Watch& watch) {
  const Replicated simulated = simulate_job(job, plan, watch);
  std::vector<analysis::Verdict> verdicts = verdicts_of(*job.world, simulated);
  if (job.request.is_estimate()) analysis::mark_estimates(verdicts);
  if (then.contains("observed.csv"))
    write_text(job.folder / "observed.csv", analysis::to_csv(analysis::beside_observed(*job.world, simulated.metrics)));
  if (then.contains("schedule.csv")) {
    const ledger::RunFile run = ledger::read_run_file(job.folder / "run.gpkg");
    write_extras(job.folder, *job.world, run_extras({job.world, &run.ledger, &simulated.metrics.front()}, verdicts));
  }
  complete(job, verdicts, plan.replications ? simulated.records : std::vector<ChildRecord>{});
  if (plan.replications) remove_parts({job});
  return simulated.records;
}

RerunOf rerun_of(const fs::path& folder, const std::string& name, int jobs, const Watch& watch) {
  const ledger::RunFile stored = open_run(folder);
  const StoredInputs inputs = inputs_of(stored);
  const LoadScenario load = loader_of(inputs.files);
  const scenario::Loaded loaded = load(inputs.request);
  const nlohmann::json manifest = written_manifest(folder);
  const WorkFolder work;
  RunJob job;
  job.world = &*loaded.world;
  job.request = stored.request;
  job.inputs = &loaded.inputs;
  job.until = parse_date(stored.request.until);
  job.folder = work.path() / "run";
  fs::create_directories(job.folder);
  BaseYears base_years(load, stored.request.is_estimate() ? Mover::months : Mover::events, watch);
  job.base = base_years.with(inputs.request);
  RunPlan plan{std::nullopt, jobs, {}};
  if (manifest.contains("replications")) {
    plan.replications = static_cast<int>(manifest.at("replications").size());
    plan.kept = whole_parts(replications_of(job, *plan.replications));
  }
  FileList files;
  static_cast<void>(kind_of(folder, files));
  const std::vector<ChildRecord> records = make_again(job, plan, files, watch);
  RerunOf found;
  found.run = name;
  compare_files(found, files, job.folder, !is_plan_of_assessment(folder));
  compare_all_tables(found, manifest, records);
  return found;
}

[[noreturn]] void refuse_kind(const fs::path& folder) {
  throw Refused{{both("{}：只有 run 和 assess 的结果保存运行所用的输入；研究和调度结果不保存其中的运行",
                      "{}: results of run and assess hold the inputs of their runs; those of study and track keep none of their runs",
                      folder.string())}};
}

}  // namespace

bool Rerun::equal() const {
  return std::all_of(runs.begin(), runs.end(), [](const RerunOf& run) { return run.equal(); });
}

namespace {

Rerun rerun_all(const fs::path& folder, int jobs, const Watch& watch) {
  const Alterations found = alterations_of(folder);
  if (found.manifest != Seal::sound)
    throw Refused{{both("{} 的 manifest.json 已改动，没有可比的散列", "manifest.json of {} is altered: there are no hashes to compare with",
                        folder.string())}};
  const std::string result = written_manifest(folder).at("result");
  if (result != "run" && result != "assessment") refuse_kind(folder);
  Rerun again;
  again.other_program = other_program(folder);
  for (const std::string& run : found.runs) again.runs.push_back(rerun_of(run.empty() ? folder : folder / run, run, jobs, watch));
  FileList files;
  static_cast<void>(kind_of(folder, files));
  for (const auto& [file, record] : files) {
    const bool of_a_run = result == "run" || std::any_of(found.runs.begin(), found.runs.end(),
                                                         [&file = file](const std::string& run) { return file.starts_with(run + "/"); });
    const bool verdicts_of_plan = result == "run" ? file == kVerdictFile && is_plan_of_assessment(folder) : file == "plan/verdicts.csv";
    const bool says_the_command = file.ends_with(kDocument);
    if (!of_a_run || verdicts_of_plan || says_the_command) again.not_made.push_back(file);
  }
  return again;
}

}  // namespace

Rerun rerun(const fs::path& folder, int jobs, const Watch& watch) {
  try {
    return rerun_all(folder, jobs, watch);
  } catch (const Interrupted&) {
    throw Interrupted{};  // the folder in which it worked is gone
  }
}

}  // namespace railshift::study
