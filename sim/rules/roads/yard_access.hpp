#pragma once
/// 就近货场 - yards within reach of a firm's gates.
#include <optional>

#include "sim/model/world.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::rules {

/// The first day of a yard that goods of the firm's works reach by truck and rail within these kilometres of road: the truck legs between
/// the gate and the yard together, the distance itself included. Nothing = never.
[[nodiscard]] std::optional<Date> yard_access(const World& world, const BaseYearRoads& roads, Id<Firm> firm, Kilometres within);

}  // namespace railshift::rules
