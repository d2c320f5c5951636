#pragma once
/// What the plan would come to without the measures that order a target's quantity.
#include <map>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "sim/model/world.hpp"
#include "study/plans/leaving_out.hpp"

namespace railshift::study {

/// For every target all measures that declare its metric together and, if there are several, each alone. Sorted, without repetition.
[[nodiscard]] std::vector<LeftOut> sets_to_leave_out(const World& plan);

/// Metric tables of the plan without some measures.
using WithoutOrders = std::map<LeftOut, analysis::MetricTable>;

/// Fills without_order and with_order of ordered verdicts and, where several measures order, the value without each alone. `paired` are the
/// metrics of the plan on the seed of the runs without orders.
void add_counterfactuals(const World& plan, const WithoutOrders& without, const analysis::MetricTable& paired,
                         std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::study
