#pragma once
/// The runs of a study as child processes, watched.
#include <optional>
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What came of the tasks and their branches, in their order; nothing if the watch ended them. `kept` runs need not be simulated again
/// and are only told of.
[[nodiscard]] std::optional<std::vector<ensemble::TaskResult>> simulate(const std::vector<ensemble::Task>& tasks, int jobs,
                                                                        const Watch& watch, std::size_t kept = 0);

}  // namespace railshift::study
