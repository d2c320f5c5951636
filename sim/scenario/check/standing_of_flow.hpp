#pragma once
/// What the tonnes of a flow rest on: its own row and the rows of the balance that it is a share of.
#include "sim/model/world.hpp"
#include "sim/scenario/fields/words.hpp"

namespace railshift::scenario {

/// A fixed flow has the standing of its row. A share is at best derived: it is combined with the activity and the yields of every process
/// on the side that it is a share of.
[[nodiscard]] Standing standing_of(const World& world, const Flow& flow);

}  // namespace railshift::scenario
