#pragma once
/// A run as a folder: run.gpkg, metrics.csv, stations.csv, pools.csv, stocks.csv, verdicts.csv, manifest.json last. It is written beside
/// its place and renamed, so that it is absent, interrupted (`<out>.partial`) or complete.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "study/manifest.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// Reads metrics.csv of a folder that `execute` has filled.
[[nodiscard]] analysis::MetricTable read_metrics(const std::filesystem::path& folder);

/// verdicts.csv, then manifest.json: the commit mark. `replications` are the records of a run on several seeds, in their order.
void complete(const RunJob& job, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& replications = {});

/// The path that ends with the folder's own name: `DIR/` and `DIR/.` are DIR, `.` and `..` what they stand for.
[[nodiscard]] std::filesystem::path by_name(std::filesystem::path folder);

/// `out` must be free: absent, or a folder of ours to be replaced with --force. Returns `<out>.partial`, empty unless what an interrupted
/// run left is to be kept. Throws Refused.
enum class Replace { no, yes };
enum class Leftovers { clear, keep };
[[nodiscard]] std::filesystem::path start_folder(const std::filesystem::path& out, Replace replace, Leftovers leftovers = Leftovers::clear);
/// Gives the partial folder its name. What `out` held stands aside until then: at every moment the old results or the new ones are whole.
void finish_folder(const std::filesystem::path& partial, const std::filesystem::path& out);

}  // namespace railshift::study
