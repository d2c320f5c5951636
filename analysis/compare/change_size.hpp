#pragma once
/// How large a change is beside what a figure of its kind usually is, so that changes of tonnes, kilometres and shares can stand in one
/// order and a multiple of next to nothing leads nowhere.
#include <vector>

#include "analysis/compare/compare_runs.hpp"

namespace railshift::analysis {

/// The natural scale of every row, in its own unit: of a share the whole; else the base's headline of the metric and year (of the same
/// pollutant or ring); where the metric has none, the largest headline of the unit (rail tonnes of the city for what changes them), or the
/// largest figure of the metric; never less than one tonne, kilometre or truck.
[[nodiscard]] std::vector<double> natural_scales(const std::vector<FigureRow>& rows);

/// The rows in which some run has a difference from the base, or no figure where the base has one, or one where the base has none; those
/// with the largest change on their natural scale first, what has no difference last. How many months were run is none of them.
[[nodiscard]] std::vector<FigureRow> by_size_of_change(const std::vector<FigureRow>& rows);

}  // namespace railshift::analysis
