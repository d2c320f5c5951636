#pragma once
/// A run as a folder: run.gpkg, metrics.csv, stations.csv, pools.csv, stocks.csv, funnel.csv, boxes.csv, observed.csv, document.json (of a
/// run of its own), verdicts.csv, manifest.json last.
#include <filesystem>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "study/manifest.hpp"
#include "study/results/result_folder.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// Reads metrics.csv of a folder that `execute` has filled.
[[nodiscard]] analysis::MetricTable read_metrics(const std::filesystem::path& folder);

/// verdicts.csv, then manifest.json with the hashes of all files: the commit mark. `replications` are the records of a run on several
/// seeds, in their order.
void complete(const RunJob& job, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& replications = {});

/// manifest.json of an assessment, over all files of its folder, the manifests of its two runs included.
void complete_assessment(const std::filesystem::path& root);

}  // namespace railshift::study
