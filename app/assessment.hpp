#pragma once
/// The runs of an assessment: baseline, plan on three seeds, and the plan without each set of measures that orders a target's quantity.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/verdicts.hpp"
#include "sim/model/world.hpp"

namespace railshift::app {

/// Measures left out together.
using LeftOut = std::set<std::string>;

/// For every target all measures that declare its metric together and, if there are several, each alone. Sorted, without repetition.
[[nodiscard]] std::vector<LeftOut> sets_to_leave_out(const World& plan);

/// Metric tables of the plan without some measures.
using WithoutOrders = std::map<LeftOut, analysis::MetricTable>;

/// Fills without_order and break_even of ordered verdicts. break_even is read off the line between the value without the order and the value with it:
/// obedience or price at which the target would just be met.
void add_counterfactuals(const World& plan, const WithoutOrders& without, std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::app
