#pragma once
/// All red flags of a figures, worst first.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"
#include "sim/model/unusual.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Flags flags_of(const World& world, const Figures& figures, const std::vector<Unusual>& unusual = {});

}  // namespace railshift::analysis::look
