#pragma once
/// How much of what a figure is made of was counted.
#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// Part of the goods (of a share: of its denominator; of firms that pass: of the goods of all; of growth: of its tonnes) or of the trucks
/// behind a target's figure, in months up to `until` of its judged year (of the last known year if that comes first), that a series counts
/// in the month: 0 where nothing moves. Shares of rows are those of `run`.
[[nodiscard]] double counted_share(const World& world, const Target& target, const std::vector<ObservedSeries>& series,
                                   const CountedRows& counted, const ledger::Ledger& run, Month until);

}  // namespace railshift::analysis
