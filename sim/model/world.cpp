#include "sim/model/world.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

double World::parameter(std::string_view name, Date day) const {
  const auto id = parameters.find(name);
  RAILSHIFT_EXPECTS(id.has_value(), "the loader demands every parameter that the program uses: " + std::string(name));
  const Dated<double>& value = parameters[*id].value;
  const auto now = value.on(day);
  return now ? *now : value.steps().front().second;
}

const std::vector<Id<Chain>>& World::chains_of(Id<Flow> flow) const {
  RAILSHIFT_EXPECTS(flow.index < chains_of_flow_.size(), "the world is indexed");
  return chains_of_flow_[flow.index];
}

void World::index() {
  chains_of_flow_.assign(flows.size(), {});
  for (const Chain& chain : chains) chains_of_flow_[chain.flow.index].push_back(chains.id_of(chain));
}

}  // namespace railshift
