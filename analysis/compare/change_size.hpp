#pragma once
/// How large a change is beside what a figure of its kind usually is, so that changes of tonnes, kilometres and shares can stand in one
/// order and a multiple of next to nothing leads nowhere.
#include <cstddef>
#include <vector>

#include "analysis/compare/compare_runs.hpp"

namespace railshift::analysis {

/// The natural scale of every row, in its own unit: of a share the whole; else the base's headline of the metric and year (of the same
/// pollutant or ring); where the metric has none, the largest headline of the unit (rail tonnes of the city for what changes them), or the
/// largest figure of the metric; never less than one tonne, kilometre or truck.
[[nodiscard]] std::vector<double> natural_scales(const std::vector<FigureRow>& rows);

/// Rows that are not the same in all runs. How many months were run is none of them.
struct Changed {
  std::vector<FigureRow> ranked;  ///< some run has a difference from the base: those with the largest change on their natural scale first
  std::size_t only_in_some = 0;   ///< no difference, because the base or the others do not have the figure
};
[[nodiscard]] Changed by_size_of_change(const std::vector<FigureRow>& rows);

}  // namespace railshift::analysis
