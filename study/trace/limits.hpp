#pragma once
/// What the railway can take, as inputs: sidings, tracks, trains, path slots.
#include <set>
#include <vector>

#include "study/trace/flow_facts.hpp"

namespace railshift::study::trace {

/// Sidings and sections of these flows. A siding's capacity moves the figure if it is the limit at which a flow of the figure was refused
/// and a tenth of it is a train or more.
void add_limits(const Question& question, const std::vector<FlowFacts>& facts, const std::set<Id<Flow>>& flows, std::vector<Pick>& picks);

}  // namespace railshift::study::trace
