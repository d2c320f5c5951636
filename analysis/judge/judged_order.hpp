#pragma once
/// In which order targets are judged.
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

/// All targets in order of ids, but the readings of one behind it: first those of its metric, sets of firms and bases together.
[[nodiscard]] std::vector<const Target*> judged_order(const World& world);

}  // namespace railshift::analysis
