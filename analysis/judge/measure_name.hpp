#pragma once
/// A measure as a reader knows it.
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Its kind and the clause behind it, its id if there is none: 国六门禁 · TY-11.
[[nodiscard]] Words measure_name(const World& world, const Measure& measure);

}  // namespace railshift::analysis
