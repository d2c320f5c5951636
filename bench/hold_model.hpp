#pragma once
/// Hold model: as many entities as given, each event puts its entity back 8 minutes to 4 hours on (the cycle of a truck). It measures the
/// queue of pending events and nothing else.
#include <cstdint>
#include <vector>

#include "bench/measured.hpp"
#include "bench/results.hpp"

namespace railshift::bench {

/// The calendar inside SimGrid's clock against the bare calendar and a std::priority_queue of 16-byte events.
[[nodiscard]] std::vector<Result> hold_model(std::uint32_t entities, int repetitions);

}  // namespace railshift::bench
