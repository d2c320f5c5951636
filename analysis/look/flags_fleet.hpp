#pragma once
/// Flags on pools and counted trucks.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void truck_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
