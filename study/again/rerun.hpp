#pragma once
/// 重新运行核对 - a result is made again from the inputs that it holds, and compared by every hash that `audit` compares.
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// One run that was made again.
struct RerunOf {
  std::string run;                          ///< its folder inside the result: "" of a run, "plan" and "baseline" of an assessment
  std::size_t files = 0;                    ///< compared with the hashes of the manifest
  std::size_t tables = 0;                   ///< of run.gpkg, over all replications
  std::vector<std::string> changed;         ///< other bytes than the manifest says, files not made again among them
  std::vector<std::string> tables_changed;  ///< other hash; of replications with their seed
  [[nodiscard]] bool equal() const { return changed.empty() && tables_changed.empty(); }
};

struct Rerun {
  std::vector<Words> other_program;  ///< in what the program or processor differs from those that made the result; said first
  std::vector<RerunOf> runs;
  std::vector<std::string> not_made;  ///< files of the result that need runs which it does not keep, or the command as it was typed
  [[nodiscard]] bool equal() const;
};

/// Runs the inputs in run.gpkg with the request, seed, kernel and number of replications of the manifest in a folder of its own, which is
/// removed; the result is only read. Of an assessment its plan and baseline are run; what needs its other runs is listed. `jobs`: processes
/// at a time for replications.
/// Throws Refused if the folder is no run or assessment, if run.gpkg is altered, or its inputs no longer load; Interrupted;
/// std::runtime_error if a run fails.
[[nodiscard]] Rerun rerun(const std::filesystem::path& folder, int jobs, const Watch& watch);

}  // namespace railshift::study
