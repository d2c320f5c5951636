#include "sim/rules/work/pool_of_flow.hpp"

#include "sim/model/truck_segment.hpp"

namespace railshift::rules {

std::optional<Id<Pool>> pool_of_flow(const World& world, Id<Flow> flow) {
  std::optional<Id<Pool>> found;
  for (const Pool& pool : world.pools) {
    if (pool.closed_shuttle == flow) return world.pools.id_of(pool);
    if (!pool.closed_shuttle && pool.truck_class == world.flows[flow].truck_class) found = world.pools.id_of(pool);
  }
  return found;
}

Id<Segment> segment_of_flow(const World& world, Id<Flow> flow) { return segment_of(world, world.flows[flow].truck_class); }

bool has_stated_pool(const World& world, Id<Flow> flow) {
  const auto pool = pool_of_flow(world, flow);
  return pool && world.pools[*pool].trucks.has_value();
}

std::int64_t stated_trucks(const World& world, Id<Segment> segment) {
  std::int64_t trucks = 0;
  for (const Pool& pool : world.pools) {
    if (segment_of(world, pool.truck_class) == segment) trucks += pool.trucks.value_or(0);
  }
  return trucks;
}

std::int64_t given_beside_stated(std::int64_t given, std::int64_t registered, std::int64_t stated) {
  if (stated == 0) return given;
  if (stated >= registered) return 0;
  // Quotient and remainder apart, so that no product of metres and trucks leaves the range.
  const std::int64_t free = registered - stated;
  return given / registered * free + given % registered * free / registered;
}

}  // namespace railshift::rules
