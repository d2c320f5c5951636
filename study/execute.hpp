#pragma once
/// What the child process of a run does.
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// The body of a child process: runs, audits, writes run.gpkg, the CSV tables and child.json into `folder`. Returns an exit code. Before
/// the month of a branch the process forks, and the new one does all this for the branch's job.
[[nodiscard]] int execute(const RunJob& job, ensemble::Self& self, const std::vector<BranchJob>& branches = {});

}  // namespace railshift::study
