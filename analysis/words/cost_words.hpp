#pragma once
/// What is said of costs, on terminal and page.
#include <string>
#include <vector>

#include "analysis/costs/plan_costs.hpp"
#include "analysis/words/scope_words.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// What a row is: 运费：铁路段 / transport bill: rail legs; of a firm, flow, commodity or measure its name or id.
[[nodiscard]] std::string cost_name(const CostRow& row, const Names& names, Language language);
/// A figure of a row with its range; instead of one that is not there why it is not.
[[nodiscard]] std::string cost_figure(const CostRow& row, Language language);
/// Rows that a reader looks for first, in order: bills, hires, tonnes and rates, who pays and who gains, public money.
[[nodiscard]] std::vector<const CostRow*> cost_headlines(const CostTable& costs);
/// What the figures leave out: measures without a stated public cost, tonnes on a way without a stated price. A sentence each.
[[nodiscard]] std::vector<std::string> cost_gaps(const CostTable& costs, Language language);
/// 2023–2025
[[nodiscard]] std::string cost_period(const CostTable& costs);

/// For the terminal: a line a headline with baseline, plan and difference, then the gaps. Empty of an empty table.
[[nodiscard]] std::string cost_text(const CostTable& costs, const Names& names, Language language);

}  // namespace railshift::analysis
