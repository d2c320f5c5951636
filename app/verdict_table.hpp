#pragma once
/// Verdicts on the terminal.
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::app {

[[nodiscard]] std::string verdict_table(const std::vector<analysis::Verdict>& verdicts);
/// What stands beside the verdicts: the plan as executed, ceilings, the last months, goods that were not carried. One row a target that has
/// any of it, without the columns that nobody fills; then orders that began inside the year that is judged, and a line a target with its
/// value without the orders. Empty if none has.
[[nodiscard]] std::string verdict_details(const std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::app
