#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::rules {

std::optional<Id<Pool>> pool_of_flow(const World& world, Id<Flow> flow) {
  std::optional<Id<Pool>> found;
  for (const Pool& pool : world.pools) {
    if (pool.closed_shuttle == flow) return world.pools.id_of(pool);
    if (!pool.closed_shuttle && pool.truck_class == world.flows[flow].truck_class) found = world.pools.id_of(pool);
  }
  return found;
}

}  // namespace railshift::rules
