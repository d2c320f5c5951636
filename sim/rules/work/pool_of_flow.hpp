#pragma once
/// Which pool carries a flow.
#include <optional>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// The closed shuttle of the flow, else the open pool of its truck class; nothing for a class without a pool (counted trips).
[[nodiscard]] std::optional<Id<Pool>> pool_of_flow(const World& world, Id<Flow> flow);

}  // namespace railshift::rules
