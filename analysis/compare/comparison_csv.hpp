#pragma once
/// Several runs beside a base as one CSV.
#include <string>
#include <vector>

#include "analysis/compare/compare_targets.hpp"

namespace railshift::analysis {

/// All targets, then all figures. Columns: row (target or figure), target, metric, scope fields, period, unit; a column with the values of
/// each run under its name; of each run but the base NAME difference, NAME percent (of a figure), NAME least, NAME greatest, NAME seeds
/// (differences by seed, where both ran one); NAME months of each run, the months of the year that it ran.
[[nodiscard]] std::string to_csv(const std::vector<TargetRow>& targets, const std::vector<FigureRow>& figures,
                                 const std::vector<std::string>& names);

}  // namespace railshift::analysis
