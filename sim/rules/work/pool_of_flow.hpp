#pragma once
/// Which pool and which part of the register carries a flow, and what pools of stated size take of the register.
#include <cstdint>
#include <optional>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// The closed shuttle of the flow, else the open pool of its truck class; nothing for a class without a pool (counted trips).
[[nodiscard]] std::optional<Id<Pool>> pool_of_flow(const World& world, Id<Flow> flow);

/// The segment of the register to which the flow's local trucks belong.
[[nodiscard]] Id<Segment> segment_of_flow(const World& world, Id<Flow> flow);

/// Whether a pool of stated size carries the flow: its trucks are stated, the register has some of them or none, so that what they drive is
/// held against no mileage table.
[[nodiscard]] bool has_stated_pool(const World& world, Id<Flow> flow);

/// Trucks of all pools of stated size whose class belongs to the segment.
[[nodiscard]] std::int64_t stated_trucks(const World& world, Id<Segment> segment);

/// What the mileage table gives to registered trucks outside of pools of stated size: such pools take their trucks from the register first,
/// all classes alike, `stated` of `registered` trucks that may drive `given` in all. Rounded down.
[[nodiscard]] std::int64_t given_beside_stated(std::int64_t given, std::int64_t registered, std::int64_t stated);

}  // namespace railshift::rules
