#pragma once
/// ceilings.csv: what the programmes of ceilings found, a figure a row, so that every number of page and terminal stands in a file.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// A figure that a row can hold: `figure`, and what `what` says of it.
struct CeilingFigure {
  std::string_view name;
  Words meaning;
};
/// Every figure, in the order in which the rows of a target stand.
[[nodiscard]] const std::vector<CeilingFigure>& ceiling_figures();

/// target, year, figure, what, value, unit. Rows of a year as a whole have no target.
[[nodiscard]] std::string to_csv(const Ceilings& ceilings);

}  // namespace railshift::analysis
