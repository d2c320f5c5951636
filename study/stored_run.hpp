#pragma once
/// A run that lies in its folder, read again.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/coverage.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/model/world.hpp"
#include "sim/scenario/load/load.hpp"
#include "study/results/result_files.hpp"

namespace railshift::study {

/// What is not as it was when the result was finished.
struct Alterations {
  Seal manifest = Seal::sound;
  Differences files;
  std::vector<std::string> runs;  ///< folders of runs inside the result: "" for a run, plan and baseline of an assessment
                                  ///< (if the manifest is altered: wherever a run.gpkg lies)
  [[nodiscard]] bool none() const { return manifest == Seal::sound && files.none(); }
};
/// Compares every file with what manifest.json says of it; if that is altered itself, those of the runs inside whose own manifest is sound.
/// Throws Refused if the folder is no result of ours.
[[nodiscard]] Alterations alterations_of(const std::filesystem::path& folder);

/// run.gpkg of a complete run folder, as it was written. Throws Refused if the folder is no complete run or the file is altered,
/// std::runtime_error if it cannot be read.
[[nodiscard]] ledger::RunFile open_run(const std::filesystem::path& folder);
/// metrics.csv of a complete run folder, one table a replication in their order. Throws as open_run does.
[[nodiscard]] std::vector<analysis::MetricTable> stored_metrics(const std::filesystem::path& folder);
/// What verdicts.csv of a run or an assessment says. Throws Refused if the folder is no result of ours or the file is
/// not as it was written, std::runtime_error if it cannot be read.
[[nodiscard]] analysis::SaidOfTargets stored_verdicts(const std::filesystem::path& folder);
/// Whether a result has a file. Throws Refused if the folder is no result of ours or its list of files is altered.
[[nodiscard]] bool lists_file(const std::filesystem::path& folder, const std::string& file);
/// Throws Refused also if a file of a result is missing or not as it was written.
void require_as_written(const std::filesystem::path& folder, const std::string& file);
/// Tables of run.gpkg whose hash is not that of manifest.json, by name; none if the manifest is altered and says nothing any more.
[[nodiscard]] std::vector<std::string> altered_tables(const std::filesystem::path& folder, const ledger::RunFile& run);
/// The inputs that a run file holds, and how they were asked for.
struct StoredInputs {
  scenario::Files files;
  scenario::LoadRequest request;
};
[[nodiscard]] StoredInputs inputs_of(const ledger::RunFile& run);
/// The world of a run, from the inputs that its run file holds.
[[nodiscard]] World world_of(const ledger::RunFile& run);

/// "baseline" and "plan", as results call them; nothing for another word.
[[nodiscard]] std::optional<Layer> layer_named(const std::string& word);
[[nodiscard]] std::string name_of(Layer layer);

}  // namespace railshift::study
