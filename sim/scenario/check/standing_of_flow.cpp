#include "sim/scenario/check/standing_of_flow.hpp"

namespace railshift::scenario {
namespace {

bool takes_part(const ProcessIo& io, const Commodity& commodity, FlowRule rule) {
  const bool at_origin = rule == FlowRule::push || rule == FlowRule::rest_out;
  if (io.commodity == commodity.id) return at_origin || io.role == IoRole::in;
  return !at_origin && io.role == IoRole::in && !commodity.need_group.empty() && io.commodity == commodity.need_group;
}

}  // namespace

Standing standing_of(const World& world, const Flow& flow) {
  Standing standing = flow.provenance.standing;
  if (flow.rule == FlowRule::fixed) return standing;
  const bool at_origin = flow.rule == FlowRule::push || flow.rule == FlowRule::rest_out;
  const Id<Site> site = at_origin ? flow.origin : flow.destination;
  const Commodity& commodity = world.commodities[flow.commodity];
  for (const Process& process : world.processes) {
    if (process.site != site) continue;
    for (const ProcessIo& io : process.io) {
      if (!takes_part(io, commodity, flow.rule)) continue;
      standing = combine(standing, io.provenance.standing);
      for (const Activity::Point& point : process.activity.points) standing = combine(standing, point.provenance.standing);
    }
  }
  return standing;
}

}  // namespace railshift::scenario
