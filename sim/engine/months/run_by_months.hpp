#pragma once
/// The quick twin (快速估算): the rules of the month as the full engine applies them, trucks and trains by expected values. What it gives
/// is an estimate. Needs no SimGrid: several runs may share a process.
#include <functional>

#include "sim/engine/run.hpp"

namespace railshift::engine {

/// As `run`, on the same draws of the register, obedience and counts; `kernel`, `on_trips` and `on_train` of the replication mean nothing.
[[nodiscard]] RunResult run_by_months(const World& world, const Replication& replication);

/// As `settle`: the base year by months, on which the runs by months rest.
[[nodiscard]] rules::BaseState settle_by_months(const World& world, const std::function<void(double)>& on_progress = {});

}  // namespace railshift::engine
