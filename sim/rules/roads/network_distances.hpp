#pragma once
/// The lengths of all legs on the roads of a day.
#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::rules {

/// stated_distances, with truck legs that state none on the quickest way of that day.
[[nodiscard]] LegDistances distances_on(const World& world, Date day);

}  // namespace railshift::rules
