#pragma once
/// Several runs beside a base as one CSV.
#include <string>
#include <vector>

#include "analysis/compare/compare_targets.hpp"

namespace railshift::analysis {

/// All targets, then all figures. Columns: row (target or figure), target, metric, scope fields, period, unit; a column with the values of
/// each run under its name; of each run but the base NAME_difference, NAME_percent (of a figure), NAME_least, NAME_greatest, NAME_seeds (by
/// seed, where both ran one, and of how many), NAME_common_seeds (6756..6758, the seeds that both ran: the difference covers no others); of
/// each run NAME_replications (whose mean the value is; 0 of one that was observed) and NAME_months (of the year, that it ran).
[[nodiscard]] std::string to_csv(const std::vector<TargetRow>& targets, const std::vector<FigureRow>& figures,
                                 const std::vector<RunFigures>& runs);

}  // namespace railshift::analysis
