#pragma once
#include <string>
#include <vector>

#include "sim/model/judged_world.hpp"

namespace railshift::app {

/// What the data of a scenario cannot carry, a line each; empty without caveats.
[[nodiscard]] std::string caveat_lines(const std::vector<Caveat>& caveats);

}  // namespace railshift::app
