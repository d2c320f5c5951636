#pragma once
/// 杠杆清单 - which numbers of a plan are levers, and where each can stand.
#include <map>
#include <string>
#include <vector>

#include "analysis/levers/target_levers.hpp"
#include "sim/scenario/load/load.hpp"

namespace railshift::study {

/// Levers beyond this many are left out and named.
inline constexpr std::size_t kMostLevers = 16;

/// Numbers of the plan that have a range with a better end than the number as given, in this order:
///   obedience, price and day of service of a measure of the plan; how much of the tonnes a siding that it opens is open to, and how soon
///   (first_share, ramp_months);
///   the capacity of a siding that a measure of the plan opens;
///   the prices of rail and road haulage from the first month of the plan on (the range of the latest row of values.csv).
/// What has no day of its own, such as the capacity of a siding that stands already, is none: it would change the years before the plan.
/// The better end: obeyed by more, a higher price on road tonnes, earlier, more capacity, open to more tonnes, cheaper by rail, dearer by
/// road.
[[nodiscard]] std::vector<analysis::Lever> levers_of(const scenario::Loaded& plan);

/// path -> value of `--set`.
using LeverSettings = std::map<std::string, std::string>;
[[nodiscard]] LeverSettings settings_of(const analysis::LeverSet& set);
/// One lever at a position.
[[nodiscard]] LeverSettings turned(const analysis::Lever& lever, std::size_t position);
/// Every lever at the better end of its range.
[[nodiscard]] analysis::LeverSet all_of(const std::vector<analysis::Lever>& levers);
/// What is run before anything is known: each lever at its better end, in their order, then all of them if there are several.
[[nodiscard]] std::vector<LeverSettings> screening(const std::vector<analysis::Lever>& levers);

}  // namespace railshift::study
