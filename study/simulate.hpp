#pragma once
/// The runs of a study as child processes, watched.
#include <optional>
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What a step of a run (its place in the results, the share that it has done) is called.
using Teller = std::function<Step(std::size_t, double)>;

/// What came of the tasks and their branches, in their order; nothing if the watch ended them. `kept` runs need not be simulated again
/// and are only told of. Without `tell` a step has the name of its task or branch.
[[nodiscard]] std::optional<std::vector<ensemble::TaskResult>> simulate(const std::vector<ensemble::Task>& tasks, int jobs,
                                                                        const Watch& watch, std::size_t kept = 0, const Teller& tell = {});

/// The month that a run from `start` to `end` has in hand when this share of its months is done; the last one when all are.
[[nodiscard]] Month month_reached(Date start, Date end, double done);

}  // namespace railshift::study
