#pragma once
/// Verdicts on the terminal.
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::app {

/// One row a target, of a clause in several readings the main one, which is marked.
[[nodiscard]] std::string verdict_table(const std::vector<analysis::Verdict>& verdicts);
/// Clauses in several readings: one row a reading, the main one first, with plan as executed and ceilings; `file` holds the rest.
/// Empty if there is none.
[[nodiscard]] std::string reading_table(const std::vector<analysis::Verdict>& verdicts, const std::string& file);
/// What stands beside the verdicts: the plan as executed, ceilings, the last months, goods that were not carried. One row a target (in
/// its main reading) that has any of it, without the columns that nobody fills; then orders that began inside the year that is judged, and
/// a line a target with its value without the orders. Empty if none has.
[[nodiscard]] std::string verdict_details(const std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::app
