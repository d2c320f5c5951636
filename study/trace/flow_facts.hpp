#pragma once
/// What a flow did in the period of a figure, and which flows share something with it.
#include <set>
#include <vector>

#include "study/trace/question.hpp"

namespace railshift::study::trace {

struct FlowFacts {
  bool in_scope = false;      ///< its goods are summed in the figure
  std::int64_t kg = 0;        ///< delivered in the period
  std::int64_t rail_kg = 0;   ///< of it by rail, as the basis of the figure sees it
  bool refused = false;       ///< the railway took less than was requested
  double t_per_year = 0.0;    ///< rate in the first month of the period
  std::int64_t train_kg = 0;  ///< smallest train load of its rail chains; 0 without one
};
/// By flow index. `goods` of a share are those that the metric counts: bulk goods that are not dangerous for rail shares.
[[nodiscard]] std::vector<FlowFacts> flow_facts(const Question& question);

/// The flows in scope and all that share a site, a truck class, a siding or a section with one of them, or with one that does.
[[nodiscard]] std::set<Id<Flow>> connected_flows(const Question& question, const std::vector<FlowFacts>& facts);

/// Sidings at which a chain of the flow loads or unloads.
[[nodiscard]] std::set<Id<Siding>> sidings_of(const World& world, Id<Flow> flow);
/// Sections that its trains pass.
[[nodiscard]] std::set<std::uint32_t> sections_of_flow(const World& world, Id<Flow> flow);

}  // namespace railshift::study::trace
