#include "sim/model/goods_world.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

const std::vector<Id<Chain>>& GoodsWorld::chains_of(Id<Flow> flow) const {
  RAILSHIFT_EXPECTS(flow.index < chains_of_flow_.size(), "the world is indexed");
  return chains_of_flow_[flow.index];
}

void GoodsWorld::index() {
  chains_of_flow_.assign(flows.size(), {});
  for (const Chain& chain : chains) chains_of_flow_[chain.flow.index].push_back(chains.id_of(chain));
}

}  // namespace railshift
