#pragma once
/// What measures ask on the truck-only chains of flows, besides the duties of firms: preferences by distance and duties of new sites.
#include <optional>
#include <vector>

#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Yuan a tonne by flow index in a month, by the measures in force on its first day, without one of them if asked. They add up.
[[nodiscard]] std::vector<YuanPerTonne> road_charges(const World& world, const PriceRolls& rolls, Month month,
                                                     std::optional<Id<Measure>> without = std::nullopt);

/// Whether a flow is one that the distance preference speaks of: its commodities (none named: bulk, none dangerous) and its distance or
/// more, in whole metres of the shortest road of the base year, as haul classes are.
[[nodiscard]] bool goes_far(const World& world, const PriceRolls& rolls, Id<Measure> measure, Id<Flow> flow);

/// Whether the preference means a flow in a month, wherever the flow goes.
[[nodiscard]] bool prefers(const PriceRolls& rolls, Id<Measure> measure, Id<Flow> flow, Month month);

/// Whether the flow is bulk (none dangerous) and begins or ends at a site of the roll that is meant on the first day of the month.
[[nodiscard]] bool is_of_new_site(const World& world, const NewSiteRoll& roll, Id<Flow> flow, Month month);

}  // namespace railshift::rules
