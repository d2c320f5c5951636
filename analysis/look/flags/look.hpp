#pragma once
/// look: what a scenario says before any run - balances, hauls, trucks at gates, pools, railway, assumptions - and what looks wrong in it.
/// Pure functions of the World. Equations: docs/model.md, "What look computes".
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"
#include "sim/model/unusual.hpp"

namespace railshift::analysis::look {

struct Look : Figures {
  Flags flags;  ///< worst first
};
/// `unusual`: what the loader noticed in the tables.
[[nodiscard]] Look look_at(const World& world, const std::vector<Unusual>& unusual = {});

}  // namespace railshift::analysis::look
