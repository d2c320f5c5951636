#pragma once
/// Rail wishes of a year and why they differ from base shares.
#include <array>
#include <map>
#include <string>

#include "analysis/metrics/metrics.hpp"
#include "sim/rules/rail/drift.hpp"

namespace railshift::analysis {

/// Tonnes of a year wished by rail, with the causes up to and including each (rules::DriftCause).
using RailWishes = std::array<double, rules::kDriftCauses>;

/// By year; of years that the table has.
[[nodiscard]] std::map<std::string, RailWishes> rail_wishes(const MetricTable& table);

/// What a cause brings: what is wished with it less what is wished without it and those after it; of the first cause all that is wished.
[[nodiscard]] double brought_by(const RailWishes& wishes, rules::DriftCause cause);

}  // namespace railshift::analysis
