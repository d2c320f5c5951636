#pragma once
/// Flags on sections and sidings.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void railway_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
