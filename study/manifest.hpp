#pragma once
/// manifest.json: what ran, on what, and what came out, as hashes. Written last, it is the commit mark of a run folder.
#include <map>
#include <string>
#include <vector>

#include "analysis/audit/audit.hpp"
#include "analysis/judge/acting_orders.hpp"
#include "analysis/operations/pool_runs.hpp"
#include "sim/engine/run.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// What a child process tells its parent through child.json.
struct ChildRecord {
  std::string start;  ///< wall clock, UTC
  std::string end;
  double peak_mib = 0.0;
  engine::RunStatistics statistics;
  std::vector<engine::Unserved> unserved;
  std::vector<engine::LongWait> long_waits;
  std::vector<analysis::Breach> breaches;
  std::map<std::string, std::string> table_hashes;
  analysis::FirstActs first_acts;  ///< of measures that had an effect
  std::vector<analysis::PoolRuns> pool_runs;
};

/// What runs here, as manifests name it under `product`: name, version, compiler, flags, cpu_level, program_sha256.
[[nodiscard]] std::map<std::string, std::string> product();

[[nodiscard]] std::string wall_clock();
/// Adds the peak memory of this process.
[[nodiscard]] std::string to_json(const ChildRecord& record);
[[nodiscard]] ChildRecord child_record(const std::string& json);
/// What stands in it before the list of files (results/result_files.hpp). `replications` are the records of a run on several seeds, whose
/// first one is `record`; empty for a single run.
[[nodiscard]] std::string manifest_json(const RunJob& job, const ChildRecord& record, const std::vector<ChildRecord>& replications);
/// What stands in the manifest of an assessment before its files; those of its runs say the rest.
[[nodiscard]] std::string assessment_manifest_json();
/// What a tracked plan was made of.
struct TrackedRecord {
  std::string until;  ///< last known month
  int runs = 0;       ///< with figures
  int failed = 0;
  std::vector<std::string> varied;  ///< ids of groups of uncertain inputs; none: seeds alone
};
/// The same of a tracked plan; `job` has request and inputs.
[[nodiscard]] std::string tracking_manifest_json(const RunJob& job, const TrackedRecord& record);
/// The same of a study, which keeps none of its runs.
[[nodiscard]] std::string study_manifest_json();
/// What decides the bytes of a run: the program itself, processor level, request, replication, inputs.
[[nodiscard]] std::string identity_json(const RunJob& job);

}  // namespace railshift::study
