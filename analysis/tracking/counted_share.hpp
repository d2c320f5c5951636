#pragma once
/// How much of what a figure is made of was counted.
#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// By target, which follows from counted months: part of the goods (of a share: of its denominator; of firms that pass: of the goods of
/// all; of growth: of its tonnes) or of the trucks behind its figure, in months up to `until` of its judged year (of the last known year if
/// that comes first), that a series counts in the month: 0 where nothing moves. Shares of rows are those of `run`.
[[nodiscard]] std::vector<double> counted_shares(const World& world, const std::vector<const Target*>& targets,
                                                 const std::vector<ObservedSeries>& series, const CountedRows& counted,
                                                 const ledger::Ledger& run, Month until);

}  // namespace railshift::analysis
