#pragma once
/// Flags on measures that can do nothing.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void measure_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
