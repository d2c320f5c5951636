#pragma once
/// One run on several seeds. Each replication leaves a part, a folder that gets its name when it is whole; after an interruption only the
/// parts that are missing are run.
#include <filesystem>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/ensemble/isolated.hpp"
#include "study/manifest.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// Replications 1..n of a run, on its seed and those after it. The first one keeps its tables, the others their figures and hashes.
[[nodiscard]] std::vector<RunJob> replications_of(const RunJob& run, int n);

/// Where the whole part of a replication lies in the folder of the run.
[[nodiscard]] std::filesystem::path part_of(const RunJob& replication);

/// Whether a file of the run's folder, by its path inside, belongs to a part.
[[nodiscard]] bool is_of_a_part(const std::string& file);

/// Which parts are whole, by replication. To ask means to read every file of every part: who asks once passes the answer on.
using WholeParts = std::vector<bool>;
/// Whole is a part of this very replication: same program, inputs, request and seed, and every file as it was written.
[[nodiscard]] WholeParts whole_parts(const std::vector<RunJob>& replications);
[[nodiscard]] std::size_t count_of(const WholeParts& whole);

/// Clears the folder of the run but for its whole parts.
void keep_whole_parts(const std::vector<RunJob>& replications, const WholeParts& whole);

/// What makes the parts that are missing.
[[nodiscard]] std::vector<ensemble::Task> missing_parts(const std::vector<RunJob>& replications, const WholeParts& whole);

/// What the parts say, by replication.
struct Replicated {
  std::vector<analysis::MetricTable> metrics;
  std::vector<ChildRecord> records;
};
/// Loads of a flow that waited longer than promised for a truck of a pool for one cause, over the runs of one layer.
struct SharedWait {
  engine::LongWait greatest;  ///< loads, kg and hours: the greatest of the seeds, each for itself
  std::size_t seeds = 0;      ///< in how many of them
  std::size_t of = 0;         ///< how many ran
};
/// One row a flow, pool and cause, in the order in which they are first met.
[[nodiscard]] std::vector<SharedWait> long_waits_of(const std::vector<ChildRecord>& records);
/// What stands in the folders of replications that were simulated.
[[nodiscard]] Replicated read_replications(const std::vector<std::filesystem::path>& folders);
/// Verdicts over all replications. Of the measures that order a quantity they name those that acted in one of them.
[[nodiscard]] std::vector<analysis::Verdict> verdicts_of(const World& world, const Replicated& replications);

/// Into the folder of the run: metrics.csv, stations.csv, pools.csv, stocks.csv, funnel.csv and boxes.csv with the rows of all,
/// replications.csv and operations.csv with means and intervals, and run.gpkg and child.json of the first replication. All parts are whole.
[[nodiscard]] Replicated merge_parts(const std::vector<RunJob>& replications);
void remove_parts(const std::vector<RunJob>& replications);

}  // namespace railshift::study
