#pragma once
/// Flags on flows, profiles, chains and sites that contradict themselves.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void data_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
