#pragma once
/// 数据短板: what is said before any figure of a scenario.
#include <cstdint>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

/// The scenario's caveats by id, and behind them the program's own: `sums-of-firms` if a threshold per firm binds rows that stand
/// for several firms, by a measure or on the list *over_threshold; `short-hauls` if legs state less than 0.8 of their straight line.
[[nodiscard]] std::vector<Caveat> caveats_of(const World& world);

/// Whether trucks and trains were simulated, or reckoned by the month (快速估算).
enum class RunKind : std::uint8_t { full, estimate };
/// Of an estimate `quick-estimate` stands before all others.
[[nodiscard]] std::vector<Caveat> caveats_of_run(const World& world, RunKind kind);

}  // namespace railshift::analysis
