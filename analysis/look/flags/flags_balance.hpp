#pragma once
/// Flags on balances: what is made or needed and does not move, and what moves before it is made.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void balance_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
