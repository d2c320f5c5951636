#pragma once
/// look: what a scenario says before any run - balances, hauls, trucks at gates, pools, railway, assumptions - and what looks wrong in it.
/// Pure functions of the World. Equations: docs/model.md, "What look computes".
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

struct Look : Figures {
  Flags flags;  ///< worst first
};
[[nodiscard]] Look look_at(const World& world);

}  // namespace railshift::analysis::look
