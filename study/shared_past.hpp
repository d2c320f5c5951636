#pragma once
/// Runs of one scenario that differ from a day on share their past: it is simulated once, and they branch off before they differ.
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// One task for every job; a job that has a past in common with an earlier one (same seed, kernel and engine, as long or longer) is a
/// branch of that job's task instead. What each writes is what it would write alone. `jobs` must outlive the tasks.
[[nodiscard]] std::vector<ensemble::Task> tasks_of(const std::vector<RunJob>& jobs);

}  // namespace railshift::study
