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

/// How to run the plan without some measures: most are not loaded; a frozen base is kept with obedience 0, so that its stock is still
/// counted.
struct LeavingOut {
  std::vector<std::string> removed;
  std::map<std::string, std::string> set;
};
[[nodiscard]] LeavingOut leaving_out(const World& plan, const LeftOut& measures);

/// Fills without_order and break_even of ordered verdicts. `paired` are the metrics of the plan on the seed of the runs without orders.
/// break_even is read off the line between the value without the order (knob 0) and the value with it: obedience or price at which the
/// target would just be met.
void add_counterfactuals(const World& plan, const WithoutOrders& without, const analysis::MetricTable& paired,
                         std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::app
