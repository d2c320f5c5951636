#pragma once
/// A run as a folder: run.gpkg, metrics.csv, stations.csv, pools.csv, stocks.csv, verdicts.csv, manifest.json last. It is written beside
/// its place and renamed, so that it is absent, interrupted (`<out>.partial`) or complete.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics.hpp"
#include "analysis/verdicts.hpp"
#include "sim/engine/run.hpp"
#include "sim/ensemble/isolated.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/scenario/load.hpp"

namespace railshift::app {

struct ChildRecord;

/// Everything that makes one run; `parts` says what the child leaves behind.
struct RunJob {
  const World* world = nullptr;
  ledger::RunRequest request;
  const std::vector<InputFile>* inputs = nullptr;
  std::filesystem::path folder;  ///< where the files go; exists
  int replication = 1;
  std::optional<Date> until;
  std::optional<std::filesystem::path> trips;
  /// audited_metrics: metrics and the record of an audit and of all tables' hashes, but no run file.
  enum class Parts { everything, audited_metrics, metrics_only } parts = Parts::everything;
};

/// A run that another run turns into at the beginning of a month.
struct BranchJob {
  RunJob job;
  Month at;
  std::optional<std::size_t> grows_from = {};  ///< number of another branch; absent: the first run
};

/// The body of a child process: runs, audits, writes run.gpkg, the CSV tables and child.json into `folder`. Returns an exit code. Before
/// the month of a branch the process forks, and the new one does all this for the branch's job.
[[nodiscard]] int execute(const RunJob& job, ensemble::Self& self, const std::vector<BranchJob>& branches = {});

/// Reads metrics.csv of a folder that `execute` has filled.
[[nodiscard]] analysis::MetricTable read_metrics(const std::filesystem::path& folder);

/// verdicts.csv, then manifest.json: the commit mark. `replications` are the records of a run on several seeds, in their order.
void complete(const RunJob& job, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& replications = {});

/// `out` must be free: absent, or a folder of ours to be replaced with --force. Returns `<out>.partial`, empty unless what an interrupted
/// run left is to be kept. Throws UsageError.
enum class Replace { no, yes };
enum class Leftovers { clear, keep };
[[nodiscard]] std::filesystem::path start_folder(const std::filesystem::path& out, Replace replace, Leftovers leftovers = Leftovers::clear);
void finish_folder(const std::filesystem::path& partial, const std::filesystem::path& out);

void write_text(const std::filesystem::path& path, const std::string& text);
[[nodiscard]] std::string read_text(const std::filesystem::path& path);

}  // namespace railshift::app
